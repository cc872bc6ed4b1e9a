package org.needlepoint.frontdoor.series.web;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.needlepoint.credentials.PractitionerId;
import org.needlepoint.frontdoor.web.BookForm;
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
    private static final int LONGEST_KEPT = 200;
    private static final int YEARS_AHEAD = 2;

    /// What is wrong with one field.
    ///
    /// @param key     of the message that says what to do
    /// @param numbers that the message names
    record Flaw(String field, String key, List<Integer> numbers) {
        static Flaw of(String field, String key, Integer... numbers) {
            return new Flaw(field, key, List.of(numbers));
        }
    }

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
                text(form, "service"),
                text(form, "practitioner"),
                text(form, "location"),
                text(form, "first"),
                text(form, "weeks"),
                text(form, "everyWeeks"),
                new LinkedHashSet<>(Optional.ofNullable(form.get("weekday")).orElse(List.of())),
                text(form, "earliest"),
                text(form, "latest"),
                text(form, "daysApart"),
                visits == null
                        ? null
                        : visits.stream().filter(each -> !each.isBlank()).toList());
    }

    private static String text(MultiValueMap<String, String> form, String name) {
        var value = form.getFirst(name);
        return value == null
                ? ""
                : value.strip().substring(0, Math.min(value.strip().length(), LONGEST_KEPT));
    }

    /// Reads the form.
    ///
    /// @param today where the practice is
    Reading read(PatientId patient, LocalDate today) {
        var flaws = new ArrayList<Flaw>();
        var serviceId = read("service", service, UUID::fromString, "series.error.service", flaws);
        var firstDay = read("first", first, LocalDate::parse, "series.error.first", flaws);
        if (firstDay != null && (firstDay.isBefore(today) || firstDay.isAfter(today.plusYears(YEARS_AHEAD)))) {
            flaws.add(Flaw.of("first", "series.error.range", YEARS_AHEAD));
        }
        int lasts = number("weeks", weeks, Rhythm.MOST_WEEKS, "series.error.weeks", flaws);
        int every = number("everyWeeks", everyWeeks, Rhythm.MOST_WEEKS_BETWEEN, "series.error.everyWeeks", flaws);
        var days = weekdays(flaws);
        var from = read("earliest", earliest, LocalTime::parse, "series.error.time", flaws);
        var to = read("latest", latest, LocalTime::parse, "series.error.time", flaws);
        if (from != null && to != null && to.isBefore(from)) {
            flaws.add(Flaw.of("latest", "series.error.latest"));
        }
        int apart = number("daysApart", daysApart, Rhythm.MOST_DAYS_APART, "series.error.daysApart", flaws);
        if (!flaws.isEmpty() || serviceId == null || firstDay == null || from == null || to == null) {
            return new Reading.Invalid(flaws);
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
                optional(practitioner, PractitionerId::new),
                optional(location, Function.identity()),
                rhythm));
    }

    private Set<DayOfWeek> weekdays(List<Flaw> flaws) {
        try {
            var days = weekdays.stream().map(DayOfWeek::valueOf).collect(Collectors.toSet());
            if (!days.isEmpty()) {
                return days;
            }
        } catch (IllegalArgumentException e) {
            // a weekday of no calendar counts as none
        }
        flaws.add(Flaw.of("weekday", "series.error.weekday"));
        return Set.of();
    }

    private static <T> @Nullable T read(
            String field, String written, Function<String, T> reader, String key, List<Flaw> flaws) {
        try {
            return reader.apply(written);
        } catch (IllegalArgumentException | DateTimeException e) {
            flaws.add(Flaw.of(field, key));
            return null;
        }
    }

    private static int number(String field, String written, int most, String key, List<Flaw> flaws) {
        try {
            int number = Integer.parseInt(written);
            if (number >= 1 && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below, as for a number out of range
        }
        flaws.add(Flaw.of(field, key, most));
        return 1;
    }

    /// What cannot be read counts as not chosen.
    private static <T> @Nullable T optional(String written, Function<UUID, T> make) {
        try {
            return written.isEmpty() ? null : make.apply(UUID.fromString(written));
        } catch (IllegalArgumentException e) {
            return null;
        }
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
