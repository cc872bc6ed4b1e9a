package org.needlepoint.scheduling;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.needlepoint.credentials.HeldCredentials;
import org.needlepoint.credentials.Practitioner;
import org.needlepoint.credentials.PractitionerId;
import org.needlepoint.credentials.Practitioners;
import org.needlepoint.practice.PerEdition;
import org.needlepoint.practice.Practice;
import org.needlepoint.practice.Practices;
import org.needlepoint.shared.NotFound;
import org.needlepoint.shared.PracticeId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Reads what practices have set up for bookings, once per edition.
@Repository
class Catalogues {
    private static final LocalDate EVER = LocalDate.of(1970, 1, 1);
    private static final LocalDate ALWAYS = LocalDate.of(9999, 12, 31);

    private final Services services;
    private final WeeklyHours weeklyHours;
    private final LocationHours locationHours;
    private final Closures closures;
    private final Rooms rooms;
    private final Equipments equipments;
    private final Practitioners practitioners;
    private final HeldCredentials heldCredentials;
    private final Practices practices;
    private final PerEdition<Catalogue> kept;

    Catalogues(
            Services services,
            WeeklyHours weeklyHours,
            LocationHours locationHours,
            Closures closures,
            Rooms rooms,
            Equipments equipments,
            Practitioners practitioners,
            HeldCredentials heldCredentials,
            Practices practices,
            JdbcClient jdbc) {
        this.services = services;
        this.weeklyHours = weeklyHours;
        this.locationHours = locationHours;
        this.closures = closures;
        this.rooms = rooms;
        this.equipments = equipments;
        this.practitioners = practitioners;
        this.heldCredentials = heldCredentials;
        this.practices = practices;
        this.kept = new PerEdition<>(jdbc, this::read);
    }

    /// What is set up now.
    @Transactional(readOnly = true)
    public Catalogue of(PracticeId practice) {
        return kept.of(practice);
    }

    private Catalogue read(PracticeId id) {
        var practice = practices.find(id).orElseThrow(NotFound::new);
        var active = practitioners.active(id);
        var offered = services.active(id);
        var windows = new HashMap<ServiceId, List<ServiceWindow>>();
        offered.forEach(service -> windows.put(service.id(), services.windows(id, service.id())));
        return new Catalogue(
                practice,
                offered,
                offers(services.offers(id), offered, active),
                active.stream().map(Practitioner::id).toList(),
                Map.copyOf(windows),
                weeklyHours.from(id, EVER),
                locationHours.from(id, EVER),
                closures.between(id, EVER, ALWAYS),
                practice.locations().stream()
                        .collect(Collectors.toUnmodifiableMap(Practice.Location::id, Practice.Location::zone)),
                rooms.active(id).stream()
                        .collect(Collectors.groupingBy(
                                Room::location, Collectors.mapping(Room::id, Collectors.toUnmodifiableList()))),
                equipments.active(id).stream()
                        .collect(Collectors.groupingBy(Equipment::location, Collectors.toUnmodifiableList())),
                heldCredentials.all(id));
    }

    private static List<Offer> offers(List<Offer> all, List<Service> services, List<Practitioner> practitioners) {
        var place = new HashMap<PractitionerId, Integer>();
        var joined = new HashMap<PractitionerId, Practitioner>();
        practitioners.forEach(practitioner -> {
            place.put(practitioner.id(), place.size());
            joined.put(practitioner.id(), practitioner);
        });
        var byId = services.stream().collect(Collectors.toMap(Service::id, service -> service));
        return all.stream()
                .filter(offer -> {
                    var who = joined.get(offer.practitioner());
                    var service = byId.get(offer.service());
                    return who != null && service != null && service.mayBePerformedBy(who.profession());
                })
                .sorted(Comparator.comparingInt((Offer offer) -> place.getOrDefault(offer.practitioner(), 0))
                        .thenComparing(Offer::location))
                .toList();
    }
}
