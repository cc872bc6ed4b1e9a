package org.needlepoint.charting.examination;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.needlepoint.audit.Actor;
import org.needlepoint.audit.AuditEntry;
import org.needlepoint.audit.AuditTrail;
import org.needlepoint.charting.measures.Instrument;
import org.needlepoint.charting.measures.Measure;
import org.needlepoint.charting.measures.MeasureId;
import org.needlepoint.charting.measures.Measured;
import org.needlepoint.charting.measures.Measures;
import org.needlepoint.charting.measures.Moment;
import org.needlepoint.charting.measures.Value;
import org.needlepoint.charting.measures.VisitMeasures;
import org.needlepoint.patients.PatientId;
import org.needlepoint.scheduling.Appointment;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.scheduling.Calendar;
import org.needlepoint.shared.NotFound;
import org.needlepoint.shared.PracticeId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Keeps what is measured at a visit. Every measure stays; of one thing the latest stands, and what was entered
/// in error counts for nothing.
@Service
public class TakeMeasures {
    private final Calendar calendar;
    private final ChartOfVisit charts;
    private final Measures measures;
    private final AuditTrail audit;
    private final Clock clock;

    TakeMeasures(Calendar calendar, ChartOfVisit charts, Measures measures, AuditTrail audit, Clock clock) {
        this.calendar = calendar;
        this.charts = charts;
        this.measures = measures;
        this.audit = audit;
        this.clock = clock;
    }

    /// A value that somebody measured now.
    ///
    /// @param instrument of a range; null elsewhere
    public record Taken(
            Measured what, Value value, @Nullable Instrument instrument, boolean painful) {}

    /// All that was measured at a visit, to be read.
    @Transactional(readOnly = true)
    public VisitMeasures of(PracticeId practice, AppointmentId visit) {
        return measures.of(practice, visit);
    }

    /// The last of each thing that was measured of a chart before a visit: shown, never copied.
    @Transactional(readOnly = true)
    public Map<Measured, Measure> last(PracticeId practice, PatientId chart, Appointment visit) {
        return measures.last(practice, chart, day(visit), visit.id());
    }

    /// Keeps what was measured. What stands already and is said again adds nothing.
    ///
    /// @return how many measures were added
    /// @throws NotFound when the practice has no such visit
    @Transactional
    public int take(PracticeId practice, AppointmentId id, Moment moment, List<Taken> taken, Actor by) {
        var visit = calendar.find(practice, id).orElseThrow(NotFound::new);
        var standing = measures.of(practice, id);
        var news = taken.stream()
                .filter(each -> standing.standing(each.what(), moment)
                        .filter(there -> there.says(each.value(), each.instrument(), each.painful()))
                        .isEmpty())
                .toList();
        for (var each : news) {
            add(practice, visit, moment, each, null, by);
        }
        if (!news.isEmpty()) {
            append(practice, visit, "measured", by);
        }
        return news.size();
    }

    /// Says that an earlier measure of this patient holds today as well: a measure of today, which names the earlier
    /// one.
    ///
    /// @throws NotFound when the practice has no such visit, or that is not the last measure of the thing
    @Transactional
    public void sameAsLast(PracticeId practice, AppointmentId id, Moment moment, MeasureId earlier, Actor by) {
        var visit = calendar.find(practice, id).orElseThrow(NotFound::new);
        var chart = charts.of(practice, visit).id();
        var last = last(practice, chart, visit).values().stream()
                .filter(measure -> measure.id().equals(earlier))
                .findFirst()
                .orElseThrow(NotFound::new);
        var same = new Taken(last.what(), last.value(), last.instrument(), last.painful());
        var stands =
                measures.of(practice, id).standing(last.what(), moment).filter(there -> earlier.equals(there.sameAs()));
        if (stands.isEmpty()) {
            add(practice, visit, moment, same, earlier, by);
            append(practice, visit, "measured", by);
        }
    }

    /// Says that a measure of a visit was entered in error; it stays in the record.
    ///
    /// @throws NotFound when the visit has no such measure
    @Transactional
    public void enteredInError(PracticeId practice, AppointmentId id, MeasureId measure, Actor by) {
        var visit = calendar.find(practice, id).orElseThrow(NotFound::new);
        if (measures.of(practice, id).history().stream()
                .noneMatch(each -> each.id().equals(measure))) {
            throw new NotFound();
        }
        if (measures.enteredInError(practice, id, measure, clock.instant(), account(by))) {
            append(practice, visit, "entered-in-error", by);
        }
    }

    private void add(
            PracticeId practice, Appointment visit, Moment moment, Taken taken, @Nullable MeasureId sameAs, Actor by) {
        measures.add(
                practice,
                visit.id(),
                charts.of(practice, visit).id(),
                new Measure(
                        MeasureId.next(),
                        taken.what(),
                        taken.value(),
                        moment,
                        taken.instrument(),
                        taken.painful(),
                        sameAs,
                        day(visit),
                        clock.instant(),
                        account(by),
                        false));
    }

    /// The day of the visit; a visit that is still ahead is measured today.
    private LocalDate day(Appointment visit) {
        var today = LocalDate.ofInstant(clock.instant(), visit.zone());
        var day = visit.localStart().toLocalDate();
        return day.isBefore(today) ? day : today;
    }

    private static UUID account(Actor by) {
        return Objects.requireNonNull(by.id(), "who measures has an account");
    }

    private void append(PracticeId practice, Appointment visit, String action, Actor by) {
        audit.append(
                practice,
                AuditEntry.of(by, action, "measures", visit.id().value())
                        .about(charts.of(practice, visit).id().value())
                        .during(visit.id().value()));
    }
}
