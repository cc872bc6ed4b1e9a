package org.needlepoint.scheduling;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.needlepoint.credentials.PractitionerId;
import org.needlepoint.shared.PracticeId;
import org.springframework.transaction.annotation.Transactional;

/// The hours that practitioners work on given days, after all exceptions and before what is booked.
@org.springframework.stereotype.Service
public class WorkedHours {
    private final Catalogues catalogues;

    WorkedHours(Catalogues catalogues) {
        this.catalogues = catalogues;
    }

    /// A stretch of hours, in the location's local time.
    public record Worked(
            PractitionerId practitioner, UUID location, LocalDate day, LocalTime opens, LocalTime closes) {}

    private record Bench(PractitionerId practitioner, UUID location) {}

    /// All that is worked from the first day to the last, both included, by practitioner, location and time. Hours for
    /// phone and video visits alone are among them.
    @Transactional(readOnly = true)
    public List<Worked> between(PracticeId practice, LocalDate first, LocalDate last) {
        var catalogue = catalogues.of(practice);
        var hours = catalogue.hours();
        var exceptions = catalogue.closures(first, last);
        var benches = new ArrayList<Bench>();
        hours.forEach(each -> benches.add(new Bench(each.practitioner(), each.location())));
        for (var exception : exceptions) {
            var who = exception.practitioner();
            var where = exception.location();
            if (who != null && where != null) {
                benches.add(new Bench(who, where));
            }
        }
        var worked = new ArrayList<Worked>();
        for (var bench : benches.stream().distinct().toList()) {
            var daily = new DayHours(
                    bench.practitioner(), bench.location(), false, hours, catalogue.openHours(), exceptions);
            first.datesUntil(last.plusDays(1)).forEach(day -> {
                var spans = daily.worked(day).minus(daily.closed(day));
                for (int i = 0; i < spans.size(); i++) {
                    worked.add(new Worked(
                            bench.practitioner(),
                            bench.location(),
                            day,
                            LocalTime.ofSecondOfDay(spans.start(i)),
                            LocalTime.ofSecondOfDay(spans.end(i))));
                }
            });
        }
        return List.copyOf(worked);
    }

    /// The seconds of one day in which a practitioner sees such visits at a location.
    static Spans on(Catalogue catalogue, PractitionerId practitioner, UUID location, LocalDate day, Modality modality) {
        var daily = new DayHours(
                practitioner,
                location,
                modality == Modality.IN_PERSON,
                catalogue.hours(),
                catalogue.openHours(),
                catalogue.closures(day, day));
        return daily.worked(day).minus(daily.closed(day));
    }
}
