package org.needlepoint.frontdoor.reminders.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.needlepoint.frontdoor.reminders.CallList;
import org.needlepoint.frontdoor.web.Words;
import org.needlepoint.identity.Role;
import org.needlepoint.identity.SignedIn;
import org.needlepoint.notifications.MessageId;
import org.needlepoint.notifications.MessageLog;
import org.needlepoint.notifications.MessageLog.Entry;
import org.needlepoint.notifications.MessageLog.Shown;
import org.needlepoint.notifications.Outbox;
import org.needlepoint.notifications.SmsGateway;
import org.needlepoint.patients.Patient;
import org.needlepoint.patients.Patients;
import org.needlepoint.practice.Practice;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.scheduling.Calendar;
import org.needlepoint.shared.NotFound;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/// What was sent to whom, what is tried again and when, and whom to call because nothing reaches them.
@Controller
class MessagesPages {
    private static final int PAGE = 50;

    private final MessageLog log;
    private final CallList callList;
    private final Outbox outbox;
    private final SmsGateway sms;
    private final Calendar calendar;
    private final Patients patients;
    private final MessageWords words;

    /// A line of the list.
    ///
    /// @param patient null where it is not about a visit
    record Line(
            String id,
            String when,
            @Nullable String patient,
            @Nullable String visit,
            String kind,
            String by,
            String state,
            String tag,
            @Nullable String detail) {}

    /// A call to make.
    record Call(String visit, String when, String patient, String phone, String reason) {}

    /// A tab of the list.
    record Tab(String code, String label, boolean current) {}

    /// One try.
    record Step(String when, String what) {}

    MessagesPages(
            MessageLog log,
            CallList callList,
            Outbox outbox,
            SmsGateway sms,
            Calendar calendar,
            Patients patients,
            MessageWords words) {
        this.log = log;
        this.callList = callList;
        this.outbox = outbox;
        this.sms = sms;
        this.calendar = calendar;
        this.patients = patients;
        this.words = words;
    }

    @GetMapping("/p/{slug}/messages")
    ModelAndView list(
            Practice practice,
            @RequestParam Optional<String> show,
            @RequestParam Optional<UUID> before,
            SignedIn who,
            Locale locale) {
        var shown = Arrays.stream(Shown.values())
                .filter(each -> show.filter(each.code()::equals).isPresent())
                .findFirst()
                .orElse(Shown.ATTENTION);
        var after = before.flatMap(id -> log.find(practice.id(), new MessageId(id)));
        var entries = log.newest(practice.id(), shown, after.orElse(null), PAGE + 1);
        var page = new ModelAndView("frontdoor/reminders/messages");
        page.addObject("show", shown.code());
        page.addObject("tabs", tabs(shown, locale));
        page.addObject(
                "lines",
                entries.stream()
                        .limit(PAGE)
                        .map(entry -> line(practice, entry, locale))
                        .toList());
        page.addObject(
                "older", entries.size() > PAGE ? entries.get(PAGE - 1).id().toString() : null);
        page.addObject("first", after.isEmpty());
        page.addObject("calls", shown == Shown.ATTENTION && after.isEmpty() ? calls(practice, locale) : List.of());
        page.addObject("noMail", !outbox.standing(practice.id()).canSendMail());
        page.addObject("noTexts", !sms.available());
        page.addObject("maySet", who.isAny(Role.OWNER));
        return page;
    }

    @PostMapping("/p/{slug}/messages/calls/{id}")
    ModelAndView called(Practice practice, @PathVariable UUID id, SignedIn who) {
        callList.called(practice.id(), new AppointmentId(id), who.actor());
        var redirect = new RedirectView("/p/" + practice.slug() + "/messages");
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(redirect);
    }

    @GetMapping("/p/{slug}/messages/{id}")
    ModelAndView show(Practice practice, @PathVariable UUID id, Locale locale) {
        var message = log.find(practice.id(), new MessageId(id)).orElseThrow(NotFound::new);
        var page = new ModelAndView("frontdoor/reminders/message");
        page.addObject("line", line(practice, message, locale));
        page.addObject(
                "steps",
                log.tries(practice.id(), message.id()).stream()
                        .map(each -> step(practice, each, locale))
                        .toList());
        return page;
    }

    private Step step(Practice practice, MessageLog.Try each, Locale locale) {
        var outcome = words.say(locale, "reminders.outcome." + each.outcome());
        var reason = each.reason();
        return new Step(
                words.when(practice, each.at(), locale),
                reason == null
                        ? outcome
                        : words.say(locale, "reminders.outcome.because", outcome, words.reason(reason, locale)));
    }

    private List<Tab> tabs(Shown shown, Locale locale) {
        return Arrays.stream(Shown.values())
                .map(each -> new Tab(each.code(), words.say(locale, "reminders.show." + each.code()), each == shown))
                .toList();
    }

    private Line line(Practice practice, Entry message, Locale locale) {
        var visit = calendar.find(practice.id(), new AppointmentId(message.subject()));
        return new Line(
                message.id().toString(),
                words.when(practice, message.createdAt(), locale),
                visit.flatMap(found -> patients.find(practice.id(), found.patient()))
                        .map(Patient::name)
                        .orElse(null),
                visit.map(found -> found.id().toString()).orElse(null),
                words.kind(message, locale),
                words.by(practice, message, locale),
                words.state(message, locale),
                MessageWords.tag(message.state()),
                words.detail(practice, message, locale));
    }

    private List<Call> calls(Practice practice, Locale locale) {
        return callList.calls(practice.id()).stream()
                .map(call -> {
                    var phone = call.patient().demographics().phone();
                    return new Call(
                            call.visit().id().toString(),
                            words.when(practice, call.visit().startsAt(), locale),
                            call.patient().name(),
                            phone == null
                                    ? words.say(locale, "reminders.calls.noPhone")
                                    : Words.of(practice, locale).phone(phone),
                            why(call, locale));
                })
                .toList();
    }

    private String why(CallList.Call call, Locale locale) {
        var reason = words.reason(call.reason(), locale);
        var delay = call.delay();
        if (delay == null) {
            return reason;
        }
        return delay.isLate()
                ? words.say(locale, "reminders.calls.late", delay.minutes(), reason)
                : words.say(locale, "reminders.calls.onTime", reason);
    }
}
