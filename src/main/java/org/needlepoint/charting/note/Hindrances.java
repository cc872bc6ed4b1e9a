package org.needlepoint.charting.note;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.needlepoint.charting.SessionId;
import org.needlepoint.charting.needling.Flag;
import org.needlepoint.charting.needling.Flags;
import org.needlepoint.charting.needling.SessionView;
import org.needlepoint.charting.needling.Sessions;
import org.needlepoint.identity.SignedIn;
import org.needlepoint.practice.Practice;
import org.needlepoint.scheduling.Appointment;
import org.needlepoint.scheduling.Appointment.Status;
import org.needlepoint.scheduling.MoveVisitOn;
import org.springframework.stereotype.Component;

/// What keeps a visit's note from being signed.
@Component
class Hindrances {
    private final Signers signers;
    private final Sessions sessions;
    private final Flags flags;
    private final Clock clock;

    Hindrances(Signers signers, Sessions sessions, Flags flags, Clock clock) {
        this.signers = signers;
        this.sessions = sessions;
        this.flags = flags;
        this.clock = clock;
    }

    /// The first of them, gravest first; empty when the note can be signed, and by this person.
    Optional<Signing> of(Practice practice, Appointment visit, SignedIn who) {
        if (!signers.maySign(who, visit)) {
            return Optional.of(new Signing.NotThePractitioner());
        }
        return held(visit) ? inTheSession(practice, visit) : Optional.of(new Signing.VisitNotHeld(visit.status()));
    }

    private Optional<Signing> inTheSession(Practice practice, Appointment visit) {
        return sessions.ofVisit(practice.id(), visit.id()).flatMap(session -> {
            if (!session.state().isClosed()) {
                return Optional.of(new Signing.SessionOpen(session.id()));
            }
            int open = flagged(practice, session);
            return open == 0 ? Optional.empty() : Optional.of(new Signing.FlagsUnresolved(session.id(), open));
        });
    }

    /// The session of a visit when it is open, or opened again, or an entry waits for a word.
    Optional<SessionId> unsettled(Practice practice, Appointment visit) {
        return sessions.ofVisit(practice.id(), visit.id())
                .filter(session -> !session.state().isClosed() || flagged(practice, session) > 0)
                .map(SessionView::id);
    }

    private int flagged(Practice practice, SessionView session) {
        return (int) flags.of(practice.id(), session.id()).stream()
                .filter(Flag::stands)
                .count();
    }

    /// Its day has come, and the patient was there.
    private boolean held(Appointment visit) {
        var today = LocalDate.ofInstant(clock.instant(), visit.zone());
        return !visit.localStart().toLocalDate().isAfter(today)
                && (visit.status() == Status.COMPLETED
                        || MoveVisitOn.after(visit.status()).contains(Status.COMPLETED));
    }
}
