package org.needlepoint.frontdoor.settings.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.needlepoint.credentials.Practitioner;
import org.needlepoint.credentials.Practitioners;
import org.needlepoint.frontdoor.web.Choice;
import org.needlepoint.identity.Role;
import org.needlepoint.identity.SignedIn;
import org.needlepoint.practice.Practice;
import org.needlepoint.scheduling.Closure;
import org.needlepoint.scheduling.Closures;
import org.needlepoint.scheduling.hours.Conflicts;
import org.needlepoint.scheduling.hours.ReviseHours;
import org.needlepoint.scheduling.hours.Revision;
import org.needlepoint.scheduling.hours.Seen;
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

/// Holidays and other days that differ from the week, entered once for all places where hours are shown or booked.
@Controller
@RequestMapping("/p/{slug}/settings/exceptions")
class ExceptionPages {
    private static final int YEARS_SHOWN = 3;

    private final Closures closures;
    private final ReviseHours reviseHours;
    private final Conflicts conflicts;
    private final Practitioners practitioners;
    private final ExceptionWords words;
    private final FormPage form;
    private final Review review;
    private final Clock clock;

    ExceptionPages(
            Closures closures,
            ReviseHours reviseHours,
            Conflicts conflicts,
            Practitioners practitioners,
            ExceptionWords words,
            FormPage form,
            Review review,
            Clock clock) {
        this.closures = closures;
        this.reviseHours = reviseHours;
        this.conflicts = conflicts;
        this.practitioners = practitioners;
        this.words = words;
        this.form = form;
        this.review = review;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView list(Practice practice, SignedIn who, Locale locale) {
        return list(practice, who, Map.of("whose", "practice", "kind", "closed"), List.of(), locale);
    }

    @PostMapping
    ModelAndView add(Practice practice, @RequestParam Map<String, String> typed, SignedIn who, Locale locale) {
        return save(practice, null, typed, who, locale);
    }

    @GetMapping("/{id}")
    ModelAndView show(Practice practice, @PathVariable UUID id, Locale locale) {
        var closure = closures.find(practice.id(), id).orElseThrow(NotFound::new);
        var typed = new HashMap<>(ExceptionForm.typed(closure));
        typed.put(Review.SEEN, Seen.of(List.of(closure)).mark());
        return change(practice, id, typed, List.of(), locale);
    }

    @PostMapping("/{id}")
    ModelAndView change(
            Practice practice,
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            SignedIn who,
            Locale locale) {
        return save(practice, id, typed, who, locale);
    }

    @PostMapping("/{id}/removal")
    ModelAndView remove(
            Practice practice,
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            SignedIn who,
            Locale locale) {
        return switch (reviseHours.remove(practice.id(), id, Review.by(who, typed))) {
            case Revision.Saved saved -> saved(practice, saved);
            case Revision.Undecided(var visits) -> {
                var closure = closures.find(practice.id(), id).orElseThrow(NotFound::new);
                yield review.page(
                        practice,
                        visits,
                        new Review.Change(
                                "/settings/exceptions/" + id + "/removal",
                                "/settings/exceptions",
                                form.say("hours.exception.removing", locale, words.line(practice, closure, locale))),
                        typed,
                        locale);
            }
            case Revision.GrantedAsTimeOff _ -> refused(practice, "hours.exception.granted", who, locale);
            case Revision.Gone _, Revision.SaidAlready _, Revision.Elsewhere _, Revision.ChangedMeanwhile _ ->
                refused(practice, "hours.exception.gone", who, locale);
        };
    }

    private ModelAndView save(
            Practice practice, @Nullable UUID instead, Map<String, String> typed, SignedIn who, Locale locale) {
        var fields = new Fields(typed);
        var read = formOf(practice, instead).read(fields);
        if (read.isEmpty()) {
            return again(practice, instead, typed, fields.problems(), who, locale);
        }
        var closure = read.get();
        var by = Review.by(who, typed);
        var revision = instead == null
                ? reviseHours.add(practice.id(), closure, by)
                : reviseHours.change(practice.id(), closure, by);
        return switch (revision) {
            case Revision.Saved saved -> saved(practice, saved);
            case Revision.Undecided(var visits) ->
                review.page(
                        practice,
                        visits,
                        new Review.Change(
                                "/settings/exceptions" + (instead == null ? "" : "/" + instead),
                                "/settings/exceptions",
                                words.line(practice, closure, locale)),
                        typed,
                        locale);
            case Revision.SaidAlready(var other) -> {
                fields.wrong("first", "hours.exception.twice", words.line(practice, other, locale));
                yield again(practice, instead, typed, fields.problems(), who, locale);
            }
            case Revision.ChangedMeanwhile(var now) -> changedMeanwhile(practice, closure.id(), typed, now, locale);
            case Revision.GrantedAsTimeOff _ -> {
                fields.wrong(closure.kind() == Closure.Kind.CLOSED ? "whose" : "kind", "hours.exception.granted.other");
                yield again(practice, instead, typed, fields.problems(), who, locale);
            }
            case Revision.Gone _, Revision.Elsewhere _ -> refused(practice, "hours.exception.gone", who, locale);
        };
    }

    private static ModelAndView saved(Practice practice, Revision.Saved saved) {
        return FormPage.to(
                "/p/" + practice.slug() + (saved.listed() > 0 ? "/settings/conflicts" : "/settings/exceptions"));
    }

    /// What was typed is kept, and saved over what somebody else saved if it is sent again.
    private ModelAndView changedMeanwhile(
            Practice practice, UUID id, Map<String, String> typed, Seen now, Locale locale) {
        var closure = closures.find(practice.id(), id).orElseThrow(NotFound::new);
        var again = new HashMap<>(typed);
        again.put(Review.SEEN, now.mark());
        var page = change(practice, id, again, List.of(), locale);
        page.addObject("notice", form.say("hours.exception.changed", locale, words.line(practice, closure, locale)));
        page.setStatus(HttpStatus.CONFLICT);
        return page;
    }

    private ModelAndView refused(Practice practice, String why, SignedIn who, Locale locale) {
        var page = list(practice, who, Map.of("whose", "practice", "kind", "closed"), List.of(), locale);
        page.addObject("notice", form.say(why, locale));
        page.setStatus(HttpStatus.CONFLICT);
        return page;
    }

    private ModelAndView again(
            Practice practice,
            @Nullable UUID instead,
            Map<String, String> typed,
            List<Fields.Problem> problems,
            SignedIn who,
            Locale locale) {
        return instead == null
                ? list(practice, who, typed, problems, locale)
                : change(practice, instead, typed, problems, locale);
    }

    private ModelAndView change(
            Practice practice, UUID id, Map<String, String> typed, List<Fields.Problem> problems, Locale locale) {
        var page = form.of("settings/exception", typed, problems, locale);
        page.addObject("id", id);
        addChoices(page, practice, locale);
        return page;
    }

    private ModelAndView list(
            Practice practice, SignedIn who, Map<String, String> typed, List<Fields.Problem> problems, Locale locale) {
        var today = today(practice);
        var page = form.of("settings/exceptions", typed, problems, locale);
        page.addObject("entries", entries(practice, today, locale));
        page.addObject("mayChange", who.isAny(Role.OWNER));
        page.addObject(
                "conflicts",
                conflicts.standing(practice.id()).stream()
                        .filter(Conflicts.Standing::open)
                        .count());
        addChoices(page, practice, locale);
        return page;
    }

    private List<ExceptionWords.Entry> entries(Practice practice, LocalDate today, Locale locale) {
        return closures.between(practice.id(), today, today.plusYears(YEARS_SHOWN)).stream()
                .map(closure -> words.entry(practice, closure, locale))
                .toList();
    }

    private void addChoices(ModelAndView page, Practice practice, Locale locale) {
        var whose = new ArrayList<Choice>();
        whose.add(new Choice("practice", form.say("hours.exception.whose.practice", locale), null));
        if (practice.locations().size() > 1) {
            practice.locations()
                    .forEach(place -> whose.add(new Choice(ExceptionForm.value(place.id()), place.name(), null)));
        }
        practitioners
                .active(practice.id())
                .forEach(person -> whose.add(new Choice(ExceptionForm.value(person.id()), person.titledName(), null)));
        page.addObject("whose", whose);
        page.addObject(
                "kinds",
                List.of(Closure.Kind.values()).stream()
                        .map(kind -> new Choice(
                                kind.code(),
                                form.say("hours.exception.kind." + kind.code(), locale),
                                form.say("hours.exception.kind." + kind.code() + ".hint", locale)))
                        .toList());
        page.addObject("places", placeChoices(practice, locale));
    }

    /// Empty where there is one place only.
    private List<Choice> placeChoices(Practice practice, Locale locale) {
        if (practice.locations().size() < 2) {
            return List.of();
        }
        var places = new ArrayList<Choice>();
        places.add(new Choice("", form.say("hours.exception.place.all", locale), null));
        practice.locations().forEach(place -> places.add(new Choice(place.id().toString(), place.name(), null)));
        return places;
    }

    /// An entry that has begun keeps its first day.
    private ExceptionForm formOf(Practice practice, @Nullable UUID instead) {
        var today = today(practice);
        var earliest = Optional.ofNullable(instead)
                .flatMap(id -> closures.find(practice.id(), id))
                .map(Closure::firstDay)
                .filter(day -> day.isBefore(today))
                .orElse(today);
        return new ExceptionForm(
                instead == null ? Uuid7.next() : instead,
                earliest,
                practice.locations().stream().map(Practice.Location::id).toList(),
                practitioners.active(practice.id()).stream()
                        .map(Practitioner::id)
                        .toList());
    }

    private LocalDate today(Practice practice) {
        return LocalDate.ofInstant(clock.instant(), practice.zone());
    }
}
