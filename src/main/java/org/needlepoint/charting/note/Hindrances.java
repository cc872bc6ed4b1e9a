package org.needlepoint.charting.note;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.needlepoint.charting.Flag;
import org.needlepoint.charting.Flags;
import org.needlepoint.charting.Sessions;
import org.needlepoint.practice.Practice;
import org.needlepoint.scheduling.Appointment;
import org.needlepoint.scheduling.Appointment.Status;
import org.needlepoint.scheduling.MoveVisitOn;
import org.springframework.stereotype.Component;

/// What keeps a visit's note from being signed, whoever signs.
@Component
class Hindrances {
    private final Sessions sessions;
    private final Flags flags;
    private final Clock clock;

    Hindrances(Sessions sessions, Flags flags, Clock clock) {
        this.sessions = sessions;
        this.flags = flags;
        this.clock = clock;
    }

    /// The first of them, gravest first; empty when the note can be signed.
    Optional<Signing> of(Practice practice, Appointment visit) {
        if (!held(visit)) {
            return Optional.of(new Signing.VisitNotHeld(visit.status()));
        }
        return sessions.ofVisit(practice.id(), visit.id()).flatMap(session -> {
            if (!session.state().isClosed()) {
                return Optional.of(new Signing.SessionOpen(session.id()));
            }
            int open = (int) flags.of(practice.id(), session.id()).stream()
                    .filter(Flag::stands)
                    .count();
            return open == 0 ? Optional.empty() : Optional.of(new Signing.FlagsUnresolved(session.id(), open));
        });
    }

    /// Its day has come, and the patient was there.
    private boolean held(Appointment visit) {
        var today = LocalDate.ofInstant(clock.instant(), visit.zone());
        return !visit.localStart().toLocalDate().isAfter(today)
                && (visit.status() == Status.COMPLETED
                        || MoveVisitOn.after(visit.status()).contains(Status.COMPLETED));
    }
}
