package org.needlepoint.scheduling;

import java.time.Clock;
import java.util.List;
import org.needlepoint.audit.Actor;
import org.needlepoint.scheduling.Claims.Claim;
import org.needlepoint.scheduling.Occupancies.Stretch;
import org.needlepoint.shared.PracticeId;
import org.springframework.stereotype.Component;

/// Writes what staff placed: the visit on its lane with what it takes.
@Component
class PlacedRows {
    private final Appointments appointments;
    private final Occupancies occupancies;
    private final Clock clock;

    PlacedRows(Appointments appointments, Occupancies occupancies, Clock clock) {
        this.appointments = appointments;
        this.occupancies = occupancies;
        this.clock = clock;
    }

    void insert(PracticeId practice, Appointment visit, Claim.Free claim, Lane lane, Actor actor) {
        appointments.insert(practice, visit, lane, actor);
        take(practice, visit.id(), claim.stretches(), lane);
    }

    Appointment update(PracticeId practice, Appointment visit, Claim.Free claim, Lane lane, Actor actor) {
        occupancies.free(practice, visit.id());
        var placed = appointments.place(practice, visit, lane, clock.instant(), actor);
        take(practice, visit.id(), claim.stretches(), lane);
        return placed;
    }

    private void take(PracticeId practice, AppointmentId visit, List<Stretch> stretches, Lane lane) {
        occupancies.makeRoom(practice, stretches, clock.instant());
        occupancies.book(practice, stretches, visit, lane);
    }
}
