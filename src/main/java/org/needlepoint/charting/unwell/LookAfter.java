package org.needlepoint.charting.unwell;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.needlepoint.audit.Actor;
import org.needlepoint.audit.AuditEntry;
import org.needlepoint.audit.AuditTrail;
import org.needlepoint.charting.SessionId;
import org.needlepoint.charting.ledger.EventId;
import org.needlepoint.charting.ledger.LedgerEntry;
import org.needlepoint.charting.ledger.LedgerEvent.Emergency;
import org.needlepoint.charting.ledger.LedgerEvent.FeltFaint;
import org.needlepoint.charting.needling.SessionView;
import org.needlepoint.charting.needling.Sessions;
import org.needlepoint.patients.PatientId;
import org.needlepoint.patients.Patients;
import org.needlepoint.scheduling.Appointment;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.scheduling.Calendar;
import org.needlepoint.shared.NotFound;
import org.needlepoint.shared.PracticeId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Keeps what is measured and said when a patient feels faint or comes unwell.
@Service
public class LookAfter {
    private final UnwellRows rows;
    private final Sessions sessions;
    private final Calendar calendar;
    private final Patients patients;
    private final AuditTrail audit;
    private final Clock clock;

    LookAfter(UnwellRows rows, Sessions sessions, Calendar calendar, Patients patients, AuditTrail audit, Clock clock) {
        this.rows = rows;
        this.sessions = sessions;
        this.calendar = calendar;
        this.patients = patients;
        this.audit = audit;
        this.clock = clock;
    }

    /// Keeps that the patient of a session has the bell; said again it changes nothing.
    ///
    /// @throws NotFound when the practice has no such session
    @Transactional
    public void giveBell(PracticeId practice, SessionId id, Actor by) {
        var session = session(practice, id);
        if (rows.giveBell(practice, id, now(), account(by))) {
            append(practice, session, "gave-bell", by);
        }
    }

    /// When the patient of a session was given the bell; empty: not yet.
    @Transactional(readOnly = true)
    public Optional<Instant> bell(PracticeId practice, SessionId session) {
        return rows.bell(practice, session);
    }

    /// Keeps what was measured after the latest faint or emergency of a session.
    ///
    /// @return false when there was none, and nothing is kept
    /// @throws NotFound when the practice has no such session
    @Transactional
    public boolean measure(PracticeId practice, SessionId id, Measured measured, Actor by) {
        var session = session(practice, id);
        var of = latest(session);
        of.ifPresent(event -> {
            rows.add(practice, id, new VitalSigns(event, measured, now()), account(by));
            append(practice, session, "measured", by);
        });
        return of.isPresent();
    }

    /// The latest faint or emergency of a session.
    static Optional<EventId> latest(SessionView session) {
        return session.entries().stream()
                .filter(it -> it.event() instanceof FeltFaint || it.event() instanceof Emergency)
                .map(LedgerEntry::id)
                .reduce((_, later) -> later);
    }

    /// What was measured in a session, in order of time.
    @Transactional(readOnly = true)
    public List<VitalSigns> measured(PracticeId practice, SessionId session) {
        return rows.signs(practice, session);
    }

    /// Keeps that somebody came unwell, and how the visit goes on.
    ///
    /// @param reported 1..1000 characters
    /// @param told     which practitioner was called; at most 200 characters
    /// @throws NotFound when the practice has no such visit
    @Transactional
    public void arrived(
            PracticeId practice, AppointmentId id, String reported, String told, Arrival.Outcome outcome, Actor by) {
        var visit = calendar.find(practice, id).orElseThrow(NotFound::new);
        var chart = chart(practice, visit);
        rows.add(practice, id, chart, new Arrival(reported, told, outcome, now(), account(by)));
        audit.append(
                practice,
                AuditEntry.of(by, "arrived-unwell", "appointment", id.value())
                        .about(chart.value())
                        .during(id.value()));
    }

    /// How somebody arrived; empty: not unwell, as far as anybody said.
    @Transactional(readOnly = true)
    public Optional<Arrival> arrival(PracticeId practice, AppointmentId visit) {
        return rows.arrival(practice, visit);
    }

    /// The same for somebody to look at; the trail says who looked.
    @Transactional
    public Optional<Arrival> open(PracticeId practice, Appointment visit, Actor by) {
        audit.append(
                practice,
                AuditEntry.of(by, "viewed", "appointment", visit.id().value())
                        .about(chart(practice, visit).value())
                        .during(visit.id().value()));
        return rows.arrival(practice, visit.id());
    }

    /// The same for a letter; the trail says who read it.
    @Transactional
    public Optional<Arrival> letter(PracticeId practice, Appointment visit, Actor by) {
        var arrival = rows.arrival(practice, visit.id());
        arrival.ifPresent(_ -> audit.append(
                practice,
                AuditEntry.of(by, "printed", "unwell-letter", visit.id().value())
                        .about(chart(practice, visit).value())
                        .during(visit.id().value())));
        return arrival;
    }

    private PatientId chart(PracticeId practice, Appointment visit) {
        return patients.find(practice, visit.patient())
                .orElseThrow(NotFound::new)
                .chart();
    }

    private SessionView session(PracticeId practice, SessionId id) {
        return sessions.find(practice, id).orElseThrow(NotFound::new);
    }

    private void append(PracticeId practice, SessionView session, String action, Actor by) {
        audit.append(
                practice,
                AuditEntry.of(by, action, "session", session.id().value())
                        .about(session.patient().value())
                        .during(session.visit().value()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static UUID account(Actor by) {
        return Objects.requireNonNull(by.id(), "who says it has an account");
    }
}
