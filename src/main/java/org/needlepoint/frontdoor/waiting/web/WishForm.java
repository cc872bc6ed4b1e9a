package org.needlepoint.frontdoor.waiting.web;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.needlepoint.credentials.PractitionerId;
import org.needlepoint.frontdoor.web.TypedFields;
import org.needlepoint.frontdoor.web.TypedFields.Flaw;
import org.needlepoint.scheduling.ServiceId;
import org.needlepoint.scheduling.waiting.Wanted;
import org.springframework.util.MultiValueMap;

/// What somebody could come to, exactly as chosen and typed.
record WishForm(
        String service,
        String practitioner,
        String location,
        Set<String> weekdays,
        String earliest,
        String latest,
        String until,
        String notice) {
    private static final int DAYS_AT_FIRST = 30;
    private static final int YEARS_AHEAD = 1;

    /// What the form says.
    sealed interface Reading {
        /// It says this.
        record Valid(Wanted wanted) implements Reading {}

        /// It cannot be read, or contradicts itself.
        record Invalid(List<Flaw> flaws) implements Reading {}
    }

    /// An empty form: any time on weekdays in the next weeks, known a day before.
    static WishForm from(LocalDate today, String service, String practitioner) {
        return new WishForm(
                service,
                practitioner,
                "",
                EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY).stream()
                        .map(DayOfWeek::name)
                        .collect(Collectors.toSet()),
                "07:00",
                "20:00",
                today.plusDays(DAYS_AT_FIRST).toString(),
                "24");
    }

    static WishForm of(MultiValueMap<String, String> form) {
        return new WishForm(
                TypedFields.text(form, "service"),
                TypedFields.text(form, "practitioner"),
                TypedFields.text(form, "location"),
                new LinkedHashSet<>(Optional.ofNullable(form.get("weekday")).orElse(List.of())),
                TypedFields.text(form, "earliest"),
                TypedFields.text(form, "latest"),
                TypedFields.text(form, "until"),
                TypedFields.text(form, "notice"));
    }

    /// Reads the form.
    ///
    /// @param today where the practice is
    Reading read(LocalDate today) {
        var fields = new TypedFields();
        var serviceId = fields.read("service", service, UUID::fromString, "series.error.service");
        var days = fields.weekdays("weekday", weekdays, "series.error.weekday");
        var from = fields.read("earliest", earliest, LocalTime::parse, "series.error.time");
        var to = fields.read("latest", latest, LocalTime::parse, "series.error.time");
        if (from != null && to != null && to.isBefore(from)) {
            fields.flaw("latest", "series.error.latest");
        }
        var last = fields.read("until", until, LocalDate::parse, "waiting.error.until");
        if (last != null && (last.isBefore(today) || last.isAfter(today.plusYears(YEARS_AHEAD)))) {
            fields.flaw("until", "waiting.error.until");
        }
        int hours = fields.number("notice", notice, 0, Wanted.MOST_NOTICE_HOURS, "waiting.error.notice");
        if (!fields.flaws().isEmpty() || serviceId == null || from == null || to == null || last == null) {
            return new Reading.Invalid(fields.flaws());
        }
        return new Reading.Valid(new Wanted(
                new ServiceId(serviceId),
                TypedFields.optional(practitioner, PractitionerId::new),
                TypedFields.optional(location, Function.identity()),
                days,
                from,
                to,
                last,
                hours));
    }
}
