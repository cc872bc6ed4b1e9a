package org.needlepoint.frontdoor.series.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.needlepoint.credentials.PractitionerId;
import org.needlepoint.frontdoor.web.BookForm;
import org.needlepoint.frontdoor.web.TypedFields;
import org.needlepoint.frontdoor.web.TypedFields.Flaw;
import org.needlepoint.patients.PatientId;
import org.needlepoint.scheduling.ServiceId;
import org.needlepoint.scheduling.series.ProposeSeries.Wish;
import org.needlepoint.scheduling.series.Rhythm;
import org.needlepoint.scheduling.series.SeriesBooking.Wanted;
import org.springframework.util.MultiValueMap;

/// What was chosen and typed for a series, exactly as typed.
///
/// @param visits the times chosen from a proposal; null before there was one
record SeriesForm(
        String service,
        String practitioner,
        String location,
        String first,
        String weeks,
        String everyWeeks,
        Set<String> weekdays,
        String earliest,
        String latest,
        String daysApart,
        @Nullable List<String> visits) {
    private static final int YEARS_AHEAD = 2;

    /// What the form says.
    sealed interface Reading {
        /// It says this.
        record Valid(Wish wish) implements Reading {}

        /// It cannot be read, or contradicts itself.
        record Invalid(List<Flaw> flaws) implements Reading {}
    }

    /// An empty form: three weeks from tomorrow on, at least two days apart.
    static SeriesForm from(LocalDate tomorrow) {
        return new SeriesForm("", "", "", tomorrow.toString(), "3", "1", Set.of(), "08:00", "18:00", "2", null);
    }

    static SeriesForm of(MultiValueMap<String, String> form) {
        var visits = form.get("visit");
        return new SeriesForm(
                TypedFields.text(form, "service"),
                TypedFields.text(form, "practitioner"),
                TypedFields.text(form, "location"),
                TypedFields.text(form, "first"),
                TypedFields.text(form, "weeks"),
                TypedFields.text(form, "everyWeeks"),
                new LinkedHashSet<>(Optional.ofNullable(form.get("weekday")).orElse(List.of())),
                TypedFields.text(form, "earliest"),
                TypedFields.text(form, "latest"),
                TypedFields.text(form, "daysApart"),
                visits == null
                        ? null
                        : visits.stream().filter(each -> !each.isBlank()).toList());
    }

    /// Reads the form.
    ///
    /// @param today where the practice is
    Reading read(PatientId patient, LocalDate today) {
        var fields = new TypedFields();
        var serviceId = fields.read("service", service, UUID::fromString, "series.error.service");
        var firstDay = fields.read("first", first, LocalDate::parse, "series.error.first");
        if (firstDay != null && (firstDay.isBefore(today) || firstDay.isAfter(today.plusYears(YEARS_AHEAD)))) {
            fields.flaw("first", "series.error.range", YEARS_AHEAD);
        }
        int lasts = fields.number("weeks", weeks, 1, Rhythm.MOST_WEEKS, "series.error.weeks");
        int every = fields.number("everyWeeks", everyWeeks, 1, Rhythm.MOST_WEEKS_BETWEEN, "series.error.everyWeeks");
        var days = fields.weekdays("weekday", weekdays, "series.error.weekday");
        var from = fields.read("earliest", earliest, LocalTime::parse, "series.error.time");
        var to = fields.read("latest", latest, LocalTime::parse, "series.error.time");
        if (from != null && to != null && to.isBefore(from)) {
            fields.flaw("latest", "series.error.latest");
        }
        int apart = fields.number("daysApart", daysApart, 1, Rhythm.MOST_DAYS_APART, "series.error.daysApart");
        if (!fields.flaws().isEmpty() || serviceId == null || firstDay == null || from == null || to == null) {
            return new Reading.Invalid(fields.flaws());
        }
        var rhythm = new Rhythm(firstDay, lasts, every, days, from, to, apart);
        if (rhythm.days().size() > Rhythm.MOST_VISITS) {
            return new Reading.Invalid(List.of(Flaw.of("weeks", "series.error.many", Rhythm.MOST_VISITS)));
        }
        if (!rhythm.keepsApart()) {
            var closest = rhythm.closest().orElse(apart);
            return new Reading.Invalid(List.of(Flaw.of("daysApart", "series.error.closer", closest, apart)));
        }
        return new Reading.Valid(new Wish(
                patient,
                new ServiceId(serviceId),
                TypedFields.optional(practitioner, PractitionerId::new),
                TypedFields.optional(location, Function.identity()),
                rhythm));
    }

    /// The times chosen; what cannot be read is not among them.
    List<Wanted> wanted() {
        return Optional.ofNullable(visits).orElse(List.of()).stream()
                .flatMap(written -> wanted(written).stream())
                .toList();
    }

    private static Optional<Wanted> wanted(String written) {
        try {
            var opening = BookForm.wanted(written);
            return Optional.of(new Wanted(opening.practitioner(), opening.location(), opening.start()));
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }
}
