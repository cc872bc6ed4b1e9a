package org.needlepoint.scheduling;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.needlepoint.credentials.PractitionerId;
import org.needlepoint.scheduling.Agenda.Choice;
import org.needlepoint.shared.PracticeId;
import org.springframework.transaction.annotation.Transactional;

/// Keeps an opening for somebody while they fill in the form.
@org.springframework.stereotype.Service
public class HoldOpening {
    /// How long an opening is kept.
    public static final Duration KEPT = Duration.ofMinutes(15);

    /// Stands where a client's hash stands when the practice itself keeps an opening for somebody.
    private static final String OF_THE_PRACTICE = "practice";

    /// What came of it.
    public sealed interface Holding {
        /// Kept until then.
        record Held(HoldId id, Instant expires, Opening opening) implements Holding {}

        /// Refused: somebody else has it. The nearest openings that are free, at most three.
        record Taken(List<Opening> alternatives) implements Holding {}

        /// Refused: it is free, but nearer than the service's notice allows. The nearest openings, at most three.
        record TooSoon(List<Opening> alternatives) implements Holding {}

        /// Refused: not a time at which this service is offered, or no such service, practitioner or location here.
        ///
        /// @param field `service`, `practitioner`, `location` or `start`
        record NotOffered(String field) implements Holding {}

        /// Refused: this client keeps so many openings already.
        record TooMany(int most) implements Holding {}
    }

    private final Agenda agenda;
    private final Holds holds;
    private final Occupancies occupancies;
    private final Attempts attempts;
    private final BookingLimits limits;
    private final ClientTurns turns;
    private final Clock clock;

    HoldOpening(
            Agenda agenda,
            Holds holds,
            Occupancies occupancies,
            Attempts attempts,
            BookingLimits limits,
            ClientTurns turns,
            Clock clock) {
        this.agenda = agenda;
        this.holds = holds;
        this.occupancies = occupancies;
        this.attempts = attempts;
        this.limits = limits;
        this.turns = turns;
        this.clock = clock;
    }

    /// Keeps an opening. Call it outside a transaction, so that it can be tried again when another booking got in its
    /// way.
    ///
    /// @param client keyed hash of the client's address ([BookingClients])
    public Holding hold(
            PracticeId practice,
            ServiceId service,
            PractitionerId practitioner,
            UUID location,
            Instant start,
            String client) {
        var wish = new BookAppointment.Wish(service, practitioner, location, start);
        return attempts.run(_ -> attempt(practice, wish, client));
    }

    private Holding attempt(PracticeId practice, BookAppointment.Wish wish, String client) {
        var now = clock.instant();
        if (limits.areOn()) {
            turns.take(practice, client);
            if (holds.activeOf(practice, client, now) >= limits.holdsPerClient()) {
                return new Holding.TooMany(limits.holdsPerClient());
            }
        }
        return keep(practice, wish, client, now.plus(KEPT));
    }

    /// Keeps an opening for somebody who is being asked whether they want it. Call it as [#hold].
    ///
    /// @param until when it is free again unless they have taken it
    public Holding keep(PracticeId practice, BookAppointment.Wish wish, Instant until) {
        return attempts.run(_ -> keep(practice, wish, OF_THE_PRACTICE, until));
    }

    /// Gives back what a hold keeps. One that ran out or has become an appointment stays as it is.
    @Transactional
    public void release(PracticeId practice, HoldId id) {
        if (holds.end(practice, id, clock.instant())) {
            occupancies.release(practice, id);
        }
    }

    private Holding keep(PracticeId practice, BookAppointment.Wish wish, String client, Instant until) {
        return switch (agenda.choose(practice, wish, null, null, null, false)) {
            case Choice.NotOffered(var field) -> new Holding.NotOffered(field);
            case Choice.Taken(var alternatives) -> new Holding.Taken(alternatives);
            case Choice.TooSoon(var alternatives) -> new Holding.TooSoon(alternatives);
            case Choice.PatientBusy() -> throw new IllegalStateException("a hold has no patient");
            case Choice.Free(var offered, var slot, var zone) -> {
                var hold = new Hold(HoldId.next(), wish.service(), slot, zone, until, null);
                holds.insert(practice, hold, client);
                occupancies.hold(practice, slot.takes(offered.service(), null), hold.id(), hold.expires());
                yield new Holding.Held(hold.id(), hold.expires(), slot.in(zone));
            }
        };
    }

    /// The opening that a hold keeps and until when; empty when there is no such hold, also none that has become an
    /// appointment.
    @Transactional(readOnly = true)
    public Optional<Holding.Held> find(PracticeId practice, HoldId id) {
        return holds.find(practice, id)
                .filter(hold -> hold.appointment() == null)
                .map(hold -> new Holding.Held(id, hold.expires(), hold.slot().in(hold.zone())));
    }
}
