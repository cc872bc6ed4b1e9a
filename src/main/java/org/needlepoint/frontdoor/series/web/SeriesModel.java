package org.needlepoint.frontdoor.series.web;

import java.time.Clock;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.needlepoint.frontdoor.web.Choice;
import org.needlepoint.frontdoor.web.Choices;
import org.needlepoint.frontdoor.web.TypedFields;
import org.needlepoint.frontdoor.web.Words;
import org.needlepoint.identity.Role;
import org.needlepoint.identity.SignedIn;
import org.needlepoint.patients.Patient;
import org.needlepoint.practice.Practice;
import org.needlepoint.scheduling.Appointment.CancelReason;
import org.needlepoint.scheduling.Appointment.Status;
import org.needlepoint.scheduling.Booking;
import org.needlepoint.scheduling.Services;
import org.needlepoint.scheduling.series.BookedSeries;
import org.needlepoint.scheduling.series.Proposal;
import org.needlepoint.scheduling.series.Rhythm;
import org.needlepoint.scheduling.series.Series;
import org.needlepoint.scheduling.series.SeriesBooking;
import org.needlepoint.shared.Uuid7;
import org.needlepoint.web.FieldProblem;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/// The models of the pages of series.
@Component
class SeriesModel {
    static final List<CancelReason> REASONS = List.of(
            CancelReason.PATIENT_ASKED,
            CancelReason.PATIENT_ILL,
            CancelReason.PRACTITIONER_AWAY,
            CancelReason.BOOKED_BY_MISTAKE,
            CancelReason.OTHER);
    private static final Set<String> OUTCOMES = Set.of("booked", "cancelled", "nothing");

    private final Services services;
    private final Choices choices;
    private final BookedSeries bookedSeries;
    private final MessageSource messages;
    private final Clock clock;

    SeriesModel(Services services, Choices choices, BookedSeries bookedSeries, MessageSource messages, Clock clock) {
        this.services = services;
        this.choices = choices;
        this.bookedSeries = bookedSeries;
        this.messages = messages;
        this.clock = clock;
    }

    /// A series in a list.
    record Line(String id, String service, String rhythm, String ahead) {}

    /// A visit of a series that was booked.
    ///
    /// @param ahead whether it would be cancelled with the rest
    record Visit(String id, String when, String with, String state, boolean cancelled, boolean ahead) {}

    ModelAndView form(
            Practice practice, Patient patient, SeriesForm form, List<TypedFields.Flaw> flaws, Locale locale) {
        var words = Words.of(practice, locale);
        var page = new ModelAndView("frontdoor/series/form");
        common(page, patient, locale);
        page.addObject("form", form);
        page.addObject("services", choices.services(practice, locale));
        page.addObject("practitioners", choices.practitioners(practice, locale));
        page.addObject("locations", choices.locations(practice, locale));
        page.addObject("weekdays", Choices.weekdays(words));
        page.addObject("known", known(practice, patient, words, locale));
        var problems = TypedFields.problems(flaws, messages, locale);
        page.addObject("errors", problems);
        page.addObject("errorOf", TypedFields.byField(problems));
        return page;
    }

    private List<Line> known(Practice practice, Patient patient, Words words, Locale locale) {
        var now = clock.instant();
        return bookedSeries.of(practice.id(), List.of(patient.id())).stream()
                .map(series -> new Line(
                        series.id().toString(),
                        serviceName(practice, series, locale),
                        rhythm(series.rhythm(), words, locale),
                        say(
                                "series.ahead",
                                locale,
                                series.ahead(now).size(),
                                series.visits().size())))
                .toList();
    }

    ModelAndView proposal(
            Practice practice,
            Patient patient,
            SeriesForm form,
            Proposal proposal,
            @Nullable String notice,
            Locale locale) {
        var words = Words.of(practice, locale);
        var page = form(practice, patient, form, List.of(), locale);
        var rows = new ProposedRows(words, choices.names(practice), messages, locale).of(proposal, form.visits());
        page.setViewName("frontdoor/series/proposal");
        page.addObject("rows", rows);
        page.addObject(
                "summary",
                say(
                        "series.summary",
                        locale,
                        rows.size(),
                        rows.stream().filter(row -> row.state().equals("fits")).count(),
                        rows.stream()
                                .filter(row -> row.state().equals("shifted"))
                                .count(),
                        proposal.collisions().size()));
        page.addObject("rhythm", say("series.apart", locale, form.daysApart()));
        page.addObject("zone", words.zone(clock.instant().atZone(practice.zone())));
        page.addObject("notice", notice);
        page.addObject("key", Uuid7.next());
        return page;
    }

    /// Why a visit of the series could not be booked, by its name.
    String why(Practice practice, SeriesBooking.Refused refused, Locale locale) {
        var words = Words.of(practice, locale);
        var start = refused.visit().start().atZone(zone(practice, refused.visit()));
        var when = words.dayAndYear(start.toLocalDate()) + ", " + words.time(start.toLocalTime());
        return say(
                switch (refused.why()) {
                    case Booking.PatientBusy _ -> "series.refused.busy";
                    case Booking.Taken _ -> "series.refused.taken";
                    case Booking _ -> "series.refused.notOffered";
                },
                locale,
                when);
    }

    String why(Practice practice, SeriesBooking.TooClose close, String daysApart, Locale locale) {
        var words = Words.of(practice, locale);
        return say(
                "series.refused.close",
                locale,
                words.dayAndYear(close.one()),
                words.dayAndYear(close.other()),
                daysApart);
    }

    private static ZoneId zone(Practice practice, SeriesBooking.Wanted visit) {
        return practice.locations().stream()
                .filter(location -> location.id().equals(visit.location()))
                .findFirst()
                .map(Practice.Location::zone)
                .orElse(practice.zone());
    }

    ModelAndView series(
            Practice practice, Patient patient, Series series, Optional<String> done, SignedIn who, Locale locale) {
        var words = Words.of(practice, locale);
        var names = choices.names(practice);
        var ahead = series.ahead(clock.instant());
        var page = new ModelAndView("frontdoor/series/series");
        common(page, patient, locale);
        page.addObject("series", series.id().toString());
        page.addObject("serviceName", serviceName(practice, series, locale));
        page.addObject("rhythm", rhythm(series.rhythm(), words, locale));
        page.addObject(
                "visits",
                series.visits().stream()
                        .map(visit -> new Visit(
                                visit.id().toString(),
                                words.dayAndYear(visit.localStart().toLocalDate()) + ", "
                                        + words.time(visit.localStart().toLocalTime()),
                                names.apply(visit.practitioner()),
                                say("frontdoor.status." + visit.status().code(), locale),
                                visit.status() == Status.CANCELLED,
                                ahead.contains(visit)))
                        .toList());
        page.addObject("ahead", ahead.size());
        page.addObject("mayCancel", !ahead.isEmpty() && who.isAny(Role.FRONT_DESK, Role.OWNER));
        page.addObject(
                "reasons",
                REASONS.stream()
                        .map(reason -> new Choice(reason.code(), say("series.reason." + reason.code(), locale), null))
                        .toList());
        page.addObject(
                "done",
                done.filter(OUTCOMES::contains)
                        .map(outcome -> say("series.done." + outcome, locale))
                        .orElse(null));
        var problems = done.filter("reason"::equals).stream()
                .map(field -> new FieldProblem(field, say("series.error.reason", locale)))
                .toList();
        page.addObject("errors", problems);
        page.addObject(
                "errorOf",
                problems.isEmpty()
                        ? Map.of()
                        : Map.of("reason", problems.getFirst().message()));
        return page;
    }

    private void common(ModelAndView page, Patient patient, Locale locale) {
        page.addObject("patient", patient);
        page.addObject("title", say("series.for", locale, patient.name()));
    }

    private String serviceName(Practice practice, Series series, Locale locale) {
        return services.find(practice.id(), series.service())
                .map(service -> service.name().in(locale))
                .orElse("");
    }

    /// "Tuesday, Thursday, 3 weeks, 4:00 PM to 6:00 PM".
    private String rhythm(Rhythm rhythm, Words words, Locale locale) {
        return say(
                "series.rhythm",
                locale,
                rhythm.weekdays().stream()
                        .sorted()
                        .map(day -> day.getDisplayName(TextStyle.FULL_STANDALONE, words.locale()))
                        .collect(Collectors.joining(", ")),
                rhythm.everyWeeks(),
                rhythm.weeks(),
                words.time(rhythm.earliest()),
                words.time(rhythm.latest()));
    }

    String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
