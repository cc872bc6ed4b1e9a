package org.needlepoint.scheduling;

import org.jspecify.annotations.Nullable;
import org.needlepoint.patients.Patients;
import org.needlepoint.scheduling.Claims.Claim;
import org.needlepoint.scheduling.FormerVisits.Former;
import org.needlepoint.shared.PracticeId;
import org.springframework.stereotype.Component;

/// The time that a visit once had, looked for again: its own does not stand in its way.
@Component
class FormerTime {
    private final Catalogues catalogues;
    private final Services services;
    private final Patients patients;
    private final Claims claims;

    FormerTime(Catalogues catalogues, Services services, Patients patients, Claims claims) {
        this.catalogues = catalogues;
        this.services = services;
        this.patients = patients;
        this.claims = claims;
    }

    /// With the room that it had, or not at all.
    Claim inItsRoom(PracticeId practice, Former former) {
        return claim(practice, former, former.visit().room(), null);
    }

    /// With the room that it had, or where that is taken, another.
    Claim inAnyRoom(PracticeId practice, Former former) {
        return claim(practice, former, null, former.visit().room());
    }

    private Claim claim(PracticeId practice, Former former, @Nullable RoomId room, @Nullable RoomId usual) {
        var was = former.visit();
        return claims.of(
                practice,
                catalogues.of(practice),
                new Claims.Wanted(
                        services.find(practice, was.service()).orElseThrow(),
                        was.practitioner(),
                        was.location(),
                        was.localStart().toLocalDate(),
                        was.startsAt(),
                        was.endsAt(),
                        patients.chartOf(practice, was.patient()),
                        room,
                        usual,
                        former.overlap() != null,
                        was.id()));
    }
}
