package org.needlepoint.frontdoor.settings.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.needlepoint.credentials.Practitioner;
import org.needlepoint.credentials.PractitionerId;
import org.needlepoint.credentials.Practitioners;
import org.needlepoint.frontdoor.web.Words;
import org.needlepoint.identity.Role;
import org.needlepoint.identity.SignedIn;
import org.needlepoint.practice.Practice;
import org.needlepoint.scheduling.Timetables;
import org.needlepoint.scheduling.WorkingHours;
import org.needlepoint.scheduling.hours.PlannedWeek;
import org.needlepoint.scheduling.hours.ReviseHours;
import org.needlepoint.scheduling.hours.ReviseHours.By;
import org.needlepoint.scheduling.hours.Revision;
import org.needlepoint.scheduling.hours.Seen;
import org.needlepoint.scheduling.hours.WeekdayHours;
import org.needlepoint.shared.NotFound;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Weekly hours of practitioners and of places, now and from a day on.
@Controller
@RequestMapping("/p/{slug}/settings/hours")
class WeekPages {
    private final Timetables timetables;
    private final Practitioners practitioners;
    private final ReviseHours reviseHours;
    private final WeekWords weekWords;
    private final FormPage form;
    private final Review review;
    private final Clock clock;

    WeekPages(
            Timetables timetables,
            Practitioners practitioners,
            ReviseHours reviseHours,
            WeekWords weekWords,
            FormPage form,
            Review review,
            Clock clock) {
        this.timetables = timetables;
        this.practitioners = practitioners;
        this.reviseHours = reviseHours;
        this.weekWords = weekWords;
        this.form = form;
        this.review = review;
        this.clock = clock;
    }

    /// Somebody's or a place's weeks in the list.
    ///
    /// @param path below `/settings/hours`
    record Row(String name, String place, String path, List<WeekWords.Shown> weeks) {}

    /// A day of the form, with the stretches that can be filled in.
    record Day(String name, String label, List<Integer> stretches) {}

    /// Whose week it is: a practitioner's at a place, or (null) the place's own.
    private record Whose(@Nullable Practitioner person, Practice.Location place) {
        String path() {
            return "/settings/hours/" + (person == null ? "" : person.id() + "/") + place.id();
        }

        String name() {
            return person == null ? place.name() : person.titledName();
        }
    }

    private interface Saving {
        Revision save(WeekForm.Week week, By by);
    }

    /// The weeks of somebody or of a place, and the mark of their hours.
    private record Standing(List<PlannedWeek> weeks, Seen seen) {}

    @GetMapping
    ModelAndView list(Practice practice, SignedIn who, Locale locale) {
        var today = today(practice);
        var words = Words.of(practice, locale);
        var timetable = timetables.from(practice.id(), today);
        var people = new ArrayList<Row>();
        for (var person : practitioners.active(practice.id())) {
            for (var place : practice.locations()) {
                var weeks = PlannedWeek.ofPractitioner(timetable, person.id(), place.id(), today);
                people.add(row(new Whose(person, place), weeks, today, words, locale));
            }
        }
        var page = new ModelAndView("settings/hours");
        page.addObject("practice", practice);
        page.addObject("people", people);
        page.addObject(
                "places",
                practice.locations().stream()
                        .map(place -> row(
                                new Whose(null, place),
                                PlannedWeek.ofPlace(timetable, place.id(), today),
                                today,
                                words,
                                locale))
                        .toList());
        page.addObject("several", practice.locations().size() > 1);
        page.addObject("mayChange", who.isAny(Role.OWNER));
        return page;
    }

    private Row row(Whose whose, List<PlannedWeek> weeks, LocalDate today, Words words, Locale locale) {
        return new Row(
                whose.name(),
                whose.place().name(),
                whose.path(),
                weeks.stream()
                        .map(week -> weekWords.of(week, today, words, locale))
                        .toList());
    }

    @GetMapping("/{person}/{place}")
    ModelAndView ofPerson(Practice practice, @PathVariable UUID person, @PathVariable UUID place, Locale locale) {
        var whose = new Whose(person(practice, person), place(practice, place));
        return fresh(practice, whose, locale);
    }

    @GetMapping("/{place}")
    ModelAndView ofPlace(Practice practice, @PathVariable UUID place, Locale locale) {
        return fresh(practice, new Whose(null, place(practice, place)), locale);
    }

    @PostMapping("/{person}/{place}")
    ModelAndView saveOfPerson(
            Practice practice,
            @PathVariable UUID person,
            @PathVariable UUID place,
            @RequestParam Map<String, String> typed,
            SignedIn who,
            Locale locale) {
        var whose = new Whose(person(practice, person), place(practice, place));
        return save(
                practice,
                whose,
                typed,
                who,
                locale,
                (week, by) -> reviseHours.saveWeek(
                        practice.id(), new PractitionerId(person), place, week.period(), week.hours(), by));
    }

    @PostMapping("/{place}")
    ModelAndView saveOfPlace(
            Practice practice,
            @PathVariable UUID place,
            @RequestParam Map<String, String> typed,
            SignedIn who,
            Locale locale) {
        var whose = new Whose(null, place(practice, place));
        return save(
                practice,
                whose,
                typed,
                who,
                locale,
                (week, by) -> reviseHours.savePlaceWeek(practice.id(), place, week.period(), week.hours(), by));
    }

    /// What was pasted is shown as fields first, so that nobody saves what was read wrongly.
    private ModelAndView save(
            Practice practice, Whose whose, Map<String, String> typed, SignedIn who, Locale locale, Saving saving) {
        var fields = new Fields(typed);
        if (fields.given("pasted")) {
            return WeekForm.pasted(fields)
                    .map(week -> page(practice, whose, filledIn(typed, week), List.of(), true, locale))
                    .orElseGet(() -> page(practice, whose, typed, fields.problems(), false, locale));
        }
        var week = WeekForm.read(fields, today(practice));
        if (week.isEmpty()) {
            return page(practice, whose, typed, fields.problems(), false, locale);
        }
        return switch (saving.save(week.get(), Review.by(who, typed))) {
            case Revision.Saved saved ->
                FormPage.to("/p/" + practice.slug() + (saved.listed() > 0 ? "/settings/conflicts" : "/settings/hours"));
            case Revision.Undecided(var visits) ->
                review.page(
                        practice,
                        visits,
                        new Review.Change(whose.path(), "/settings/hours", what(practice, whose, week.get(), locale)),
                        typed,
                        locale);
            case Revision.ChangedMeanwhile _ -> changedMeanwhile(practice, whose, typed, locale);
            case Revision.Elsewhere(var other) -> {
                fields.wrong(
                        fieldMeeting(fields, week.get().hours(), other),
                        "hours.wrong.elsewhere",
                        placeName(practice, other.location()),
                        other.opens().toString(),
                        other.closes().toString());
                yield page(practice, whose, typed, fields.problems(), false, locale);
            }
            case Revision.Gone _, Revision.SaidAlready _, Revision.GrantedAsTimeOff _ ->
                throw new IllegalStateException("a week is no entry among the days that differ");
        };
    }

    private static String fieldMeeting(Fields fields, List<WeekdayHours> week, WorkingHours other) {
        var elsewhere = new WeekdayHours(other.weekday(), other.opens(), other.closes());
        return week.stream()
                .filter(elsewhere::overlaps)
                .findFirst()
                .map(hours -> WeekForm.fieldOf(fields, hours))
                .orElse("from");
    }

    private static Map<String, String> filledIn(Map<String, String> typed, List<WeekdayHours> week) {
        var filled = new HashMap<>(WeekForm.typed(week));
        filled.put("from", typed.getOrDefault("from", ""));
        filled.put("to", typed.getOrDefault("to", ""));
        filled.put(Review.SEEN, typed.getOrDefault(Review.SEEN, ""));
        return filled;
    }

    private String what(Practice practice, Whose whose, WeekForm.Week week, Locale locale) {
        var shown = weekWords.of(
                new PlannedWeek(week.period(), week.hours()), LocalDate.MIN, Words.of(practice, locale), locale);
        return form.say(
                "hours.week.what",
                locale,
                whose.name(),
                shown.since(),
                shown.lines().isEmpty() ? form.say("hours.week.none", locale) : String.join("; ", shown.lines()));
    }

    private ModelAndView fresh(Practice practice, Whose whose, Locale locale) {
        var standing = standing(practice, whose);
        var typed = new HashMap<>(WeekForm.typed(standing.weeks().getFirst().week()));
        typed.put("from", today(practice).toString());
        typed.put(Review.SEEN, standing.seen().mark());
        return page(practice, whose, typed, List.of(), false, locale);
    }

    private Standing standing(Practice practice, Whose whose) {
        var today = today(practice);
        var timetable = timetables.from(practice.id(), today);
        var person = whose.person();
        var place = whose.place().id();
        return person == null
                ? new Standing(PlannedWeek.ofPlace(timetable, place, today), reviseHours.seen(practice.id(), place))
                : new Standing(
                        PlannedWeek.ofPractitioner(timetable, person.id(), place, today),
                        reviseHours.seen(practice.id(), person.id(), place));
    }

    /// What was typed is kept, and saved over what somebody else saved if it is sent again.
    private ModelAndView changedMeanwhile(Practice practice, Whose whose, Map<String, String> typed, Locale locale) {
        var standing = standing(practice, whose);
        var again = new HashMap<>(typed);
        again.put(Review.SEEN, standing.seen().mark());
        var page = page(practice, whose, again, List.of(), false, locale);
        var row = row(whose, standing.weeks(), today(practice), Words.of(practice, locale), locale);
        page.addObject("changed", row.weeks());
        page.setStatus(HttpStatus.CONFLICT);
        return page;
    }

    private ModelAndView page(
            Practice practice,
            Whose whose,
            Map<String, String> typed,
            List<Fields.Problem> problems,
            boolean read,
            Locale locale) {
        var words = Words.of(practice, locale);
        var page = form.of("settings/week", typed, problems, locale);
        page.addObject("practice", practice);
        page.addObject("name", whose.name());
        page.addObject("place", whose.place().name());
        page.addObject("person", whose.person() != null);
        page.addObject("action", "/p/" + practice.slug() + whose.path());
        page.addObject("read", read);
        page.addObject(
                "days",
                Arrays.stream(java.time.DayOfWeek.values())
                        .map(day -> new Day(
                                day.name().toLowerCase(Locale.ROOT),
                                words.weekday(day),
                                IntStream.rangeClosed(1, WeekForm.shown(typed, day))
                                        .boxed()
                                        .toList()))
                        .toList());
        return page;
    }

    private Practitioner person(Practice practice, UUID id) {
        return practitioners
                .find(practice.id(), new PractitionerId(id))
                .filter(Practitioner::active)
                .orElseThrow(NotFound::new);
    }

    private static Practice.Location place(Practice practice, UUID id) {
        return practice.locations().stream()
                .filter(place -> place.id().equals(id))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private static String placeName(Practice practice, UUID id) {
        return place(practice, id).name();
    }

    private LocalDate today(Practice practice) {
        return LocalDate.ofInstant(clock.instant(), practice.zone());
    }
}
