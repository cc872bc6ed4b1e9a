package org.needlepoint.frontdoor.settings.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.needlepoint.credentials.Practitioner;
import org.needlepoint.credentials.PractitionerId;
import org.needlepoint.credentials.Practitioners;
import org.needlepoint.frontdoor.web.Choice;
import org.needlepoint.frontdoor.web.HoursWords;
import org.needlepoint.frontdoor.web.Words;
import org.needlepoint.identity.Role;
import org.needlepoint.identity.SignedIn;
import org.needlepoint.practice.Practice;
import org.needlepoint.scheduling.Stretch;
import org.needlepoint.scheduling.hours.DecideTimeOff;
import org.needlepoint.scheduling.hours.DecideTimeOff.Asking;
import org.needlepoint.scheduling.hours.Revision;
import org.needlepoint.scheduling.hours.TimeOff;
import org.needlepoint.shared.NotFound;
import org.needlepoint.shared.Uuid7;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Time off: practitioners ask for their own, owners decide and may enter it for anybody.
@Controller
@RequestMapping("/p/{slug}/settings/time-off")
class TimeOffPages {
    private static final int MOST_DAYS = 366;
    private static final int LONGEST_NOTE = 500;

    private final DecideTimeOff decideTimeOff;
    private final Practitioners practitioners;
    private final HoursWords hoursWords;
    private final FormPage form;
    private final Review review;
    private final Clock clock;

    TimeOffPages(
            DecideTimeOff decideTimeOff,
            Practitioners practitioners,
            HoursWords hoursWords,
            FormPage form,
            Review review,
            Clock clock) {
        this.decideTimeOff = decideTimeOff;
        this.practitioners = practitioners;
        this.hoursWords = hoursWords;
        this.form = form;
        this.review = review;
        this.clock = clock;
    }

    /// A request in words.
    record Row(
            String id,
            int version,
            String who,
            String days,
            String note,
            String status,
            String statusWords,
            String answer,
            boolean mayDecide,
            boolean mayWithdraw) {}

    @GetMapping
    ModelAndView list(Practice practice, SignedIn who, Locale locale) {
        return list(practice, who, Map.of(), List.of(), locale);
    }

    @PostMapping
    ModelAndView ask(Practice practice, @RequestParam Map<String, String> typed, SignedIn who, Locale locale) {
        var fields = new Fields(typed);
        var wanted = read(practice, fields, who);
        if (wanted.isEmpty()) {
            return list(practice, who, typed, fields.problems(), locale);
        }
        return switch (decideTimeOff.ask(practice.id(), wanted.get(), who.actor())) {
            case Asking.Asked _ -> toList(practice);
            case Asking.AskedAlready(var other) -> {
                fields.wrong("first", "hours.timeoff.twice", days(practice, other, locale));
                yield list(practice, who, typed, fields.problems(), locale);
            }
        };
    }

    @PostMapping("/{id}/approval")
    ModelAndView approve(
            Practice practice,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam Map<String, String> typed,
            SignedIn who,
            Locale locale) {
        return switch (decideTimeOff.approve(practice.id(), id, version, Review.by(who, typed))) {
            case Revision.Saved saved ->
                FormPage.to(
                        "/p/" + practice.slug() + (saved.listed() > 0 ? "/settings/conflicts" : "/settings/time-off"));
            case Revision.Undecided(var visits) ->
                review.page(
                        practice,
                        visits,
                        new Review.Change(
                                "/settings/time-off/" + id + "/approval",
                                "/settings/time-off",
                                what(practice, find(practice, id), locale)),
                        typed,
                        locale);
            case Revision.Gone _,
                    Revision.SaidAlready _,
                    Revision.Elsewhere _,
                    Revision.GrantedAsTimeOff _,
                    Revision.ChangedMeanwhile _ -> changed(practice, who, locale);
        };
    }

    @PostMapping("/{id}/refusal")
    ModelAndView decline(
            Practice practice,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String answer,
            SignedIn who,
            Locale locale) {
        var said = answer.strip();
        var kept = said.substring(0, Math.min(said.length(), LONGEST_NOTE));
        return decideTimeOff.decline(practice.id(), id, version, kept, who.actor())
                ? toList(practice)
                : changed(practice, who, locale);
    }

    @PostMapping("/{id}/withdrawal")
    ModelAndView withdraw(
            Practice practice, @PathVariable UUID id, @RequestParam int version, SignedIn who, Locale locale) {
        if (!mayWithdraw(who, own(practice, who), find(practice, id))) {
            throw new NotFound();
        }
        return decideTimeOff.withdraw(practice.id(), id, version, who.actor())
                ? toList(practice)
                : changed(practice, who, locale);
    }

    private Optional<TimeOff> read(Practice practice, Fields fields, SignedIn who) {
        var person = person(practice, fields, who);
        var first = fields.day("first", today(practice));
        var typedLast = fields.lastDay("last", first);
        var last = typedLast == null ? first : typedLast;
        if (first != null && last != null && ChronoUnit.DAYS.between(first, last) >= MOST_DAYS) {
            fields.wrong("last", "hours.timeoff.long", MOST_DAYS);
        }
        @Nullable LocalTime opens = null;
        @Nullable LocalTime closes = null;
        if (fields.given("opens") || fields.given("closes")) {
            opens = fields.time("opens");
            closes = fields.time("closes");
            if (opens != null && closes != null && !closes.isAfter(opens)) {
                fields.wrong("closes", "hours.wrong.closes");
            }
        }
        var note = fields.text("note");
        if (note.length() > LONGEST_NOTE) {
            fields.wrong("note", "hours.wrong.long", LONGEST_NOTE);
        }
        if (!fields.fine() || person == null || first == null || last == null) {
            return Optional.empty();
        }
        return Optional.of(
                new TimeOff(Uuid7.next(), person, first, last, opens, closes, note, TimeOff.Status.ASKED, "", null, 0));
    }

    /// Practitioners ask for themselves, whatever the form says; owners for anybody who treats.
    private @Nullable PractitionerId person(Practice practice, Fields fields, SignedIn who) {
        if (!who.isAny(Role.OWNER)) {
            var own = own(practice, who);
            if (own == null) {
                fields.wrong("person", "hours.timeoff.person.none");
            }
            return own;
        }
        var chosen = Fields.id(fields.text("person"))
                .map(PractitionerId::new)
                .filter(id -> practitioners.activeIds(practice.id()).contains(id));
        if (chosen.isEmpty()) {
            fields.wrong("person", "hours.timeoff.person.wrong");
        }
        return chosen.orElse(null);
    }

    private ModelAndView list(
            Practice practice, SignedIn who, Map<String, String> typed, List<Fields.Problem> problems, Locale locale) {
        var own = own(practice, who);
        boolean all = who.isAny(Role.OWNER, Role.FRONT_DESK);
        var names = practitioners.all(practice.id()).stream()
                .collect(Collectors.toMap(Practitioner::id, Practitioner::titledName));
        var rows = decideTimeOff.from(practice.id(), today(practice)).stream()
                .filter(off -> all || off.practitioner().equals(own))
                .map(off -> row(practice, off, names.getOrDefault(off.practitioner(), ""), own, who, locale))
                .toList();
        var page = form.of("settings/time-off", typed, problems, locale);
        page.addObject("practice", practice);
        page.addObject(
                "waiting",
                rows.stream().filter(row -> row.status().equals("asked")).toList());
        page.addObject(
                "decided",
                rows.stream().filter(row -> !row.status().equals("asked")).toList());
        page.addObject("mayAsk", who.isAny(Role.OWNER) || own != null);
        page.addObject("people", who.isAny(Role.OWNER) ? people(practice) : List.of());
        return page;
    }

    private Row row(
            Practice practice, TimeOff off, String name, @Nullable PractitionerId own, SignedIn who, Locale locale) {
        return new Row(
                off.id().toString(),
                off.version(),
                name,
                days(practice, off, locale),
                who.isAny(Role.OWNER) || off.practitioner().equals(own) ? off.note() : "",
                off.status().code(),
                form.say("hours.timeoff.status." + off.status().code(), locale),
                off.answer(),
                off.status() == TimeOff.Status.ASKED && who.isAny(Role.OWNER),
                off.open() && mayWithdraw(who, own, off));
    }

    private static boolean mayWithdraw(SignedIn who, @Nullable PractitionerId own, TimeOff off) {
        return who.isAny(Role.OWNER) || off.practitioner().equals(own);
    }

    private List<Choice> people(Practice practice) {
        return practitioners.active(practice.id()).stream()
                .map(person -> new Choice(person.id().toString(), person.titledName(), null))
                .toList();
    }

    private @Nullable PractitionerId own(Practice practice, SignedIn who) {
        return practitioners
                .ofAccount(practice.id(), who.id())
                .map(Practitioner::id)
                .orElse(null);
    }

    private String what(Practice practice, TimeOff off, Locale locale) {
        var name = practitioners
                .find(practice.id(), off.practitioner())
                .map(Practitioner::titledName)
                .orElse("");
        return form.say("hours.timeoff.what", locale, name, days(practice, off, locale));
    }

    private String days(Practice practice, TimeOff off, Locale locale) {
        var words = Words.of(practice, locale);
        var days = off.firstDay().equals(off.lastDay())
                ? words.dayAndYear(off.firstDay())
                : form.say(
                        "frontdoor.site.range",
                        locale,
                        words.dayAndYear(off.firstDay()),
                        words.dayAndYear(off.lastDay()));
        var opens = off.opens();
        var closes = off.closes();
        return opens == null || closes == null
                ? days
                : days + ", " + hoursWords.range(new Stretch(opens, closes), words, locale);
    }

    private ModelAndView changed(Practice practice, SignedIn who, Locale locale) {
        var page = list(practice, who, locale);
        page.addObject("notice", form.say("hours.timeoff.changed", locale));
        page.setStatus(HttpStatus.CONFLICT);
        return page;
    }

    private TimeOff find(Practice practice, UUID id) {
        return decideTimeOff.find(practice.id(), id).orElseThrow(NotFound::new);
    }

    private static ModelAndView toList(Practice practice) {
        return FormPage.to("/p/" + practice.slug() + "/settings/time-off");
    }

    private LocalDate today(Practice practice) {
        return LocalDate.ofInstant(clock.instant(), practice.zone());
    }
}
