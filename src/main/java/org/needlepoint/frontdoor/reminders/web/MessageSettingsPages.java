package org.needlepoint.frontdoor.reminders.web;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.needlepoint.identity.SignedIn;
import org.needlepoint.notifications.KeepQuiet;
import org.needlepoint.notifications.Outbox;
import org.needlepoint.notifications.QuietHours;
import org.needlepoint.notifications.SmsGateway;
import org.needlepoint.practice.Practice;
import org.needlepoint.web.FieldProblem;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/// When a practice's messages keep quiet, and which ways out there are.
@Controller
@RequestMapping("/p/{slug}/settings/messages")
class MessageSettingsPages {
    private final KeepQuiet quiet;
    private final Outbox outbox;
    private final SmsGateway sms;
    private final MessageWords words;

    /// What the form holds, as typed.
    record Typed(String begins, String ends, int version) {}

    MessageSettingsPages(KeepQuiet quiet, Outbox outbox, SmsGateway sms, MessageWords words) {
        this.quiet = quiet;
        this.outbox = outbox;
        this.sms = sms;
        this.words = words;
    }

    @GetMapping
    ModelAndView show(Practice practice, @RequestParam Optional<String> done) {
        var page = page(practice, typed(quiet.setting(practice.id())), List.of());
        page.addObject("saved", done.isPresent());
        return page;
    }

    @PostMapping
    ModelAndView set(
            Practice practice,
            @RequestParam(defaultValue = "") String begins,
            @RequestParam(defaultValue = "") String ends,
            @RequestParam(defaultValue = "0") int version,
            SignedIn who,
            Locale locale) {
        var from = time(begins);
        var to = time(ends);
        var problems = new ArrayList<FieldProblem>();
        if (from == null) {
            problems.add(new FieldProblem("begins", words.say(locale, "reminders.quiet.error.time")));
        }
        if (to == null) {
            problems.add(new FieldProblem("ends", words.say(locale, "reminders.quiet.error.time")));
        }
        if (from != null && to != null && QuietHours.length(from, to).compareTo(QuietHours.LONGEST) > 0) {
            problems.add(new FieldProblem("ends", words.say(locale, "reminders.quiet.error.long")));
        }
        if (from == null || to == null || !problems.isEmpty()) {
            var page = page(practice, new Typed(begins, ends, version), problems);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        return switch (quiet.set(practice.id(), new QuietHours(from, to), version, who.actor())) {
            case KeepQuiet.Change.Changed _ -> saved(practice);
            case KeepQuiet.Change.ChangedMeanwhile(var now) -> {
                var page = page(practice, new Typed(begins, ends, now.version()), List.of());
                page.addObject("changed", words.say(locale, "reminders.quiet.changed", shown(now.hours(), locale)));
                page.setStatus(HttpStatus.CONFLICT);
                yield page;
            }
        };
    }

    private String shown(QuietHours hours, Locale locale) {
        return words.say(
                locale,
                "reminders.quiet.hours",
                hours.begins().toString(),
                hours.ends().toString());
    }

    private static ModelAndView saved(Practice practice) {
        var redirect = new RedirectView("/p/" + practice.slug() + "/settings/messages?done");
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(redirect);
    }

    private static Typed typed(KeepQuiet.Setting setting) {
        return new Typed(
                setting.hours().begins().toString(), setting.hours().ends().toString(), setting.version());
    }

    private ModelAndView page(Practice practice, Typed typed, List<FieldProblem> problems) {
        var page = new ModelAndView("frontdoor/reminders/settings");
        page.addObject("typed", typed);
        page.addObject("errors", problems);
        page.addObject(
                "errorOf",
                problems.stream()
                        .collect(Collectors.toMap(FieldProblem::field, FieldProblem::message, (first, _) -> first)));
        page.addObject("ways", Map.of("mail", outbox.standing(practice.id()).canSendMail(), "texts", sms.available()));
        page.addObject("saved", false);
        return page;
    }

    private static @Nullable LocalTime time(String written) {
        try {
            return LocalTime.parse(written.strip());
        } catch (DateTimeException e) {
            return null;
        }
    }
}
