package org.needlepoint.scheduling;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.needlepoint.credentials.HeldCredential;
import org.needlepoint.credentials.PractitionerId;
import org.needlepoint.practice.Practice;

/// What a practice has set up for bookings: all that an opening depends on but the bookings themselves.
///
/// @param services  that can be booked, in the order of lists
/// @param offers    of those services, by practitioners who take bookings and may perform them; in the order of
/// answers
/// @param everybody practitioners who take bookings, in the order of lists
record Catalogue(
        Practice practice,
        List<Service> services,
        List<Offer> offers,
        List<PractitionerId> everybody,
        Map<ServiceId, List<ServiceWindow>> windows,
        List<WorkingHours> hours,
        List<OpenHours> openHours,
        List<Closure> closures,
        Map<UUID, ZoneId> zones,
        Map<UUID, List<RoomId>> rooms,
        Map<UUID, List<Equipment>> equipment,
        List<HeldCredential> held) {
    /// A service that can be booked; empty when there is none of that id.
    Optional<Service> service(ServiceId id) {
        return services.stream().filter(service -> service.id().equals(id)).findFirst();
    }

    /// Who offers a service where.
    ///
    /// @param practitioner only theirs; null: anybody's
    /// @param location     only there; null: anywhere
    List<Offer> offers(ServiceId service, @Nullable PractitionerId practitioner, @Nullable UUID location) {
        return offers.stream()
                .filter(offer -> offer.service().equals(service)
                        && (practitioner == null || offer.practitioner().equals(practitioner))
                        && (location == null || offer.location().equals(location)))
                .toList();
    }

    /// What else offers of a service may take of their places: practitioners, rooms, equipment.
    Set<UUID> resources(Service service, List<Offer> offers) {
        var resources =
                offers.stream().map(offer -> offer.practitioner().value()).collect(Collectors.toSet());
        if (service.modality() == Modality.IN_PERSON) {
            for (var location : offers.stream().map(Offer::location).collect(Collectors.toSet())) {
                rooms.getOrDefault(location, List.of()).forEach(room -> resources.add(room.value()));
                equipment.getOrDefault(location, List.of()).stream()
                        .filter(piece -> service.demands().equipment().contains(piece.kind()))
                        .forEach(piece -> resources.add(piece.id().value()));
            }
        }
        return resources;
    }

    /// For whose turn a booking waits: the practitioner's, and the place's where it gives out rooms or equipment.
    List<UUID> turns(Service service, PractitionerId practitioner, UUID location) {
        boolean givesOut = service.modality() == Modality.IN_PERSON
                && (rooms.containsKey(location)
                        || !service.demands().equipment().isEmpty());
        return givesOut ? List.of(practitioner.value(), location) : List.of(practitioner.value());
    }

    /// The closures that concern some days, both included.
    List<Closure> closures(LocalDate first, LocalDate last) {
        return closures.stream()
                .filter(closure -> !closure.lastDay().isBefore(first)
                        && !closure.firstDay().isAfter(last))
                .toList();
    }

    /// The hours of some practitioners.
    List<WorkingHours> hoursOf(Set<UUID> practitioners) {
        return hours.stream()
                .filter(stretch -> practitioners.contains(stretch.practitioner().value()))
                .toList();
    }

    /// The zone of a location.
    ///
    /// @throws java.util.NoSuchElementException when the practice has no such location
    ZoneId zone(UUID location) {
        return Optional.ofNullable(zones.get(location)).orElseThrow();
    }
}
