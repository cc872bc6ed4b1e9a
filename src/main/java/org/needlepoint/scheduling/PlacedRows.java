package org.needlepoint.scheduling;

import java.time.Clock;
import org.needlepoint.audit.Actor;
import org.needlepoint.scheduling.Claims.Claim;
import org.needlepoint.shared.PracticeId;
import org.springframework.stereotype.Component;

/// Writes what staff placed: the visit on its lane with what it takes.
@Component
class PlacedRows {
    private final Appointments appointments;
    private final Occupancies occupancies;
    private final Places places;
    private final Clock clock;

    PlacedRows(Appointments appointments, Occupancies occupancies, Places places, Clock clock) {
        this.appointments = appointments;
        this.occupancies = occupancies;
        this.places = places;
        this.clock = clock;
    }

    void insert(PracticeId practice, Appointment visit, Claim.Free claim, Lane lane, Actor actor) {
        appointments.insert(practice, visit, lane, actor);
        occupancies.makeRoom(practice, claim.stretches(), clock.instant());
        occupancies.book(practice, claim.stretches(), visit.id(), lane);
    }

    Appointment update(PracticeId practice, Appointment visit, Claim.Free claim, Lane lane, Actor actor) {
        var placed = appointments.place(practice, visit, lane, clock.instant(), actor);
        occupancies.makeRoom(practice, claim.stretches(), clock.instant());
        places.replace(practice, visit.id(), claim.stretches(), lane);
        return placed;
    }
}
