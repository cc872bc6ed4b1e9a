package org.needlepoint.scheduling;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.needlepoint.credentials.PractitionerId;
import org.needlepoint.patients.PatientId;
import org.needlepoint.shared.PracticeId;
import org.springframework.stereotype.Component;

/// Finds what a visit that staff place would take: its practitioner on some lane, a room, equipment and the
/// patient.
@Component
class Claims {
    /// Longer than any buffer.
    private static final Duration AROUND = Duration.ofHours(3);

    private final Standings standings;
    private final Occupancies occupancies;
    private final Clock clock;

    Claims(Standings standings, Occupancies occupancies, Clock clock) {
        this.standings = standings;
        this.occupancies = occupancies;
        this.clock = clock;
    }

    /// @param person whose time it takes: the chart of a linked guest; null: somebody new, who has no other visit
    /// @param room    the one it must be; null: any
    /// @param usual   the one to keep if it is free; null: none
    /// @param except  the visit that is placed anew; null: a new one
    record Wanted(
            Service service,
            PractitionerId practitioner,
            UUID location,
            LocalDate day,
            Instant start,
            Instant end,
            @Nullable PatientId person,
            @Nullable RoomId room,
            @Nullable RoomId usual,
            boolean mayOverlap,
            @Nullable AppointmentId except) {
        private Offer offer() {
            return new Offer(service.id(), practitioner, location);
        }
    }

    /// What came of it.
    sealed interface Claim {
        /// Nothing stands in the way of these.
        record Free(
                List<Occupancies.Stretch> stretches,
                @Nullable RoomId room,
                int lane) implements Claim {
            /// The same for somebody who became a patient just now.
            Free with(Occupancies.Stretch patient) {
                return new Free(
                        Stream.concat(stretches.stream(), Stream.of(patient)).toList(), room, lane);
            }
        }

        /// These do.
        record Blocked(List<Obstacle> obstacles) implements Claim {}

        /// The location has no such room or equipment.
        record Missing(String field) implements Claim {}
    }

    /// Looks what is free. Others who book with the same practitioner or at the same place that day wait until this
    /// transaction ends.
    Claim of(PracticeId practice, Catalogue catalogue, Wanted wanted) {
        occupancies.queue(wanted.day(), catalogue.turns(wanted.service(), wanted.practitioner(), wanted.location()));
        var resources = catalogue.resources(wanted.service(), List.of(wanted.offer()));
        var person = wanted.person();
        if (person != null) {
            resources.add(person.value());
        }
        return in(catalogue, wanted, standing(practice, resources, wanted.start(), wanted.end(), wanted.except()));
    }

    /// What stands between two instants, and so near them that a buffer may reach it.
    List<Standing> standing(
            PracticeId practice, Set<UUID> resources, Instant from, Instant to, @Nullable AppointmentId except) {
        return standings.between(practice, resources, from.minus(AROUND), to.plus(AROUND), clock.instant(), except);
    }

    /// Looks what is free among what stands; nobody waits for it.
    static Claim in(Catalogue catalogue, Wanted wanted, List<Standing> standing) {
        boolean inPerson = wanted.service().modality() == Modality.IN_PERSON;
        var rooms = inPerson ? rooms(catalogue, wanted) : List.<UUID>of();
        if (inPerson && wanted.room() != null && rooms.isEmpty()) {
            return new Claim.Missing("room");
        }
        var pieces = inPerson ? pieces(catalogue, wanted) : List.<List<UUID>>of();
        if (pieces.stream().anyMatch(List::isEmpty)) {
            return new Claim.Missing("equipment");
        }
        return Choosing.of(wanted, rooms, pieces, standing);
    }

    private static List<UUID> rooms(Catalogue catalogue, Wanted wanted) {
        var usual = wanted.usual();
        return catalogue.rooms().getOrDefault(wanted.location(), List.of()).stream()
                .filter(room -> wanted.room() == null || room.equals(wanted.room()))
                .sorted(Comparator.comparing(room -> !room.equals(usual)))
                .map(RoomId::value)
                .toList();
    }

    /// For each kind that the service needs, the pieces there are.
    private static List<List<UUID>> pieces(Catalogue catalogue, Wanted wanted) {
        var here = catalogue.equipment().getOrDefault(wanted.location(), List.of());
        return wanted.service().demands().equipment().stream()
                .map(kind -> here.stream()
                        .filter(piece -> piece.kind() == kind)
                        .map(piece -> piece.id().value())
                        .toList())
                .toList();
    }
}
