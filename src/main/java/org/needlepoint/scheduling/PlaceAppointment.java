package org.needlepoint.scheduling;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.needlepoint.audit.Actor;
import org.needlepoint.audit.AuditEntry;
import org.needlepoint.audit.AuditTrail;
import org.needlepoint.credentials.PractitionerId;
import org.needlepoint.patients.PatientId;
import org.needlepoint.patients.Patients;
import org.needlepoint.scheduling.Appointment.Status;
import org.needlepoint.scheduling.BookAppointment.Who;
import org.needlepoint.scheduling.Claims.Claim;
import org.needlepoint.shared.NotFound;
import org.needlepoint.shared.PracticeId;
import org.springframework.context.ApplicationEventPublisher;

/// Staff put a visit where they see fit: at any five minutes, of any length, over another one on purpose. The rules
/// about practitioner, room, equipment and patient hold as for everybody; the grid, the notice and windows do not.
@org.springframework.stereotype.Service
public class PlaceAppointment {
    /// How far ahead staff may book.
    static final Duration FURTHEST = Duration.ofDays(731);

    private static final Set<Status> MOVABLE = EnumSet.of(Status.BOOKED, Status.ARRIVED, Status.ROOMED);

    private final Catalogues catalogues;
    private final Services services;
    private final Claims claims;
    private final PlacedRows rows;
    private final Appointments appointments;
    private final Patients patients;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Attempts attempts;
    private final Clock clock;

    PlaceAppointment(
            Catalogues catalogues,
            Services services,
            Claims claims,
            PlacedRows rows,
            Appointments appointments,
            Patients patients,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Attempts attempts,
            Clock clock) {
        this.catalogues = catalogues;
        this.services = services;
        this.claims = claims;
        this.rows = rows;
        this.appointments = appointments;
        this.patients = patients;
        this.audit = audit;
        this.events = events;
        this.attempts = attempts;
        this.clock = clock;
    }

    /// Books a new visit. Call it outside a transaction, or inside [Once].
    public Placement book(PracticeId practice, ServiceId service, Who who, Place place, Actor actor) {
        return attempts.run(_ -> {
            @Nullable PatientId known = null;
            if (who instanceof Who.Known(var patient)) {
                var person = patients.find(practice, patient);
                if (person.isEmpty()) {
                    return new Placement.NotOffered("patient");
                }
                known = person.get().chart();
            }
            return switch (find(looking(practice, service), place, known, null)) {
                case Spot.Refused(var why) -> why;
                case Spot.Found spot -> new Placement.Placed(insert(practice, spot, who, place, actor));
            };
        });
    }

    /// Moves a visit, or changes its length, room or lane. One that has begun stays. Call it outside a
    /// transaction, or inside [Once].
    ///
    /// @param version the version that the form carried
    public Placement move(PracticeId practice, AppointmentId id, int version, Place place, Actor actor) {
        return attempts.run(_ -> {
            var visit = appointments.lock(practice, id).orElseThrow(NotFound::new);
            if (visit.version() != version) {
                return new Placement.ChangedMeanwhile(visit);
            }
            if (!MOVABLE.contains(visit.status())) {
                return new Placement.NotMovable(visit);
            }
            var person = patients.chartOf(practice, visit.patient());
            return switch (find(looking(practice, visit.service()), place, person, visit)) {
                case Spot.Refused(var why) -> why;
                case Spot.Found spot -> new Placement.Placed(update(practice, visit, spot, place, actor));
            };
        });
    }

    /// The soonest place that each practitioner has for somebody new within some time from now, soonest first.
    /// Nothing is kept: whoever wants one books it.
    public List<Place> soonest(PracticeId practice, ServiceId service, Duration within) {
        return attempts.run(_ -> {
            var catalogue = catalogues.of(practice);
            return catalogue
                    .service(service)
                    .map(found -> soonest(practice, catalogue, found, within))
                    .orElse(List.of());
        });
    }

    private List<Place> soonest(PracticeId practice, Catalogue catalogue, Service service, Duration within) {
        var offers = catalogue.offers(service.id(), null, null);
        var now = clock.instant();
        var last = now.plus(within);
        var standing = claims.standing(
                practice,
                catalogue.resources(service, offers),
                now,
                last.plus(Duration.ofMinutes(service.minutes())),
                null);
        var looking = new Looking(practice, catalogue, service.id(), wanted -> Claims.in(catalogue, wanted, standing));
        return offers.stream()
                .flatMap(offer -> soonest(looking, offer, now, last).stream())
                .sorted(Comparator.comparing(Place::start))
                .toList();
    }

    private Optional<Place> soonest(Looking looking, Offer offer, Instant from, Instant last) {
        var step = Duration.ofMinutes(Place.STEP_MINUTES);
        var first = Instant.ofEpochSecond(Math.ceilDiv(from.getEpochSecond(), step.toSeconds()) * step.toSeconds());
        return Stream.iterate(first, start -> start.isBefore(last), start -> start.plus(step))
                .map(start -> Place.at(offer.practitioner(), offer.location(), start))
                .filter(place -> find(looking, place, null, null) instanceof Spot.Found)
                .findFirst();
    }

    /// Where a place is looked for.
    ///
    /// @param claims how it is found out whether what is wanted is free
    private record Looking(
            PracticeId practice, Catalogue catalogue, ServiceId service, Function<Claims.Wanted, Claim> claims) {}

    private Looking looking(PracticeId practice, ServiceId service) {
        var catalogue = catalogues.of(practice);
        return new Looking(practice, catalogue, service, wanted -> claims.of(practice, catalogue, wanted));
    }

    /// What came of looking for the place.
    private sealed interface Spot {
        record Found(Service service, LocalDateTime localStart, ZoneId zone, Instant end, Claim.Free claim)
                implements Spot {}

        record Refused(Placement why) implements Spot {}
    }

    private Spot find(Looking looking, Place place, @Nullable PatientId person, @Nullable Appointment visit) {
        var catalogue = looking.catalogue();
        var id = looking.service();
        var offered = service(looking.practice(), catalogue, id, visit);
        if (offered.isEmpty()) {
            return refused("service");
        }
        var service = offered.get();
        if (!stays(place, visit)) {
            if (catalogue.offers(id, place.practitioner(), null).isEmpty()) {
                return refused("practitioner");
            }
            if (catalogue.offers(id, place.practitioner(), place.location()).isEmpty()) {
                return refused("location");
            }
        }
        var zone = catalogue.zone(place.location());
        var localStart = LocalDateTime.ofInstant(place.start(), zone);
        if (!isPossible(place.start(), localStart, zone)) {
            return refused("start");
        }
        int minutes = place.minutes() == null ? service.minutes() : place.minutes();
        var end = place.start().plus(Duration.ofMinutes(minutes));
        var day = localStart.toLocalDate();
        if (!holds(catalogue, service, place.practitioner(), day)) {
            return refused("practitioner");
        }
        if (!place.beyondHours()) {
            var hours = WorkedHours.on(catalogue, place.practitioner(), place.location(), day, service.modality());
            if (!ZonePieces.of(zone, day, day)
                    .instants(day, hours)
                    .holds(place.start().getEpochSecond(), end.getEpochSecond())) {
                return new Spot.Refused(outside(hours));
            }
        }
        var wanted = new Claims.Wanted(
                service,
                place.practitioner(),
                place.location(),
                day,
                place.start(),
                end,
                person,
                place.room(),
                visit == null ? null : visit.room(),
                place.overlap() != null,
                visit == null ? null : visit.id());
        return switch (looking.claims().apply(wanted)) {
            case Claim.Missing(var field) -> refused(field);
            case Claim.Blocked(var obstacles) -> new Spot.Refused(new Placement.InTheWay(obstacles));
            case Claim.Free free -> new Spot.Found(service, localStart, zone, end, free);
        };
    }

    /// A service that is offered no more is still there for the visits that were booked for it.
    private Optional<Service> service(
            PracticeId practice, Catalogue catalogue, ServiceId id, @Nullable Appointment visit) {
        return catalogue.service(id).or(() -> visit == null ? Optional.empty() : services.find(practice, id));
    }

    private static boolean stays(Place place, @Nullable Appointment visit) {
        return visit != null
                && visit.practitioner().equals(place.practitioner())
                && visit.location().equals(place.location());
    }

    private static boolean holds(Catalogue catalogue, Service service, PractitionerId practitioner, LocalDate day) {
        var credential = service.demands().credential();
        return credential == null
                || catalogue.held().stream()
                        .anyMatch(held -> held.practitioner().equals(practitioner)
                                && held.code().equals(credential)
                                && held.holdsOn(day));
    }

    private static Spot refused(String field) {
        return new Spot.Refused(new Placement.NotOffered(field));
    }

    /// On five minutes, not before today, and not years ahead.
    private boolean isPossible(Instant start, LocalDateTime localStart, ZoneId zone) {
        var now = clock.instant();
        var today = LocalDate.ofInstant(now, zone).atStartOfDay(zone).toInstant();
        return localStart.equals(localStart.truncatedTo(ChronoUnit.MINUTES))
                && localStart.getMinute() % Place.STEP_MINUTES == 0
                && !start.isBefore(today)
                && start.isBefore(now.plus(FURTHEST));
    }

    private static Placement outside(Spans hours) {
        var stretches = new ArrayList<Placement.OutsideHours.Hours>();
        for (int i = 0; i < hours.size(); i++) {
            stretches.add(new Placement.OutsideHours.Hours(
                    LocalTime.ofSecondOfDay(hours.start(i)), LocalTime.ofSecondOfDay(hours.end(i))));
        }
        return new Placement.OutsideHours(stretches);
    }

    private Appointment insert(PracticeId practice, Spot.Found spot, Who who, Place place, Actor actor) {
        var patient = switch (who) {
            case Who.Guest(var demographics) -> patients.makeProvisional(practice, demographics, actor);
            case Who.Known(var known) -> known;
        };
        var service = spot.service();
        var visit = new Appointment(
                AppointmentId.next(),
                Status.BOOKED,
                service.id(),
                service.name(),
                service.modality(),
                service.price(),
                place.practitioner(),
                place.location(),
                spot.claim().room(),
                patient,
                spot.localStart(),
                spot.zone(),
                place.start(),
                spot.end(),
                null,
                0,
                clock.instant());
        var claim = who instanceof Who.Guest
                ? spot.claim()
                        .with(new Occupancies.Stretch("patient", patient.value(), visit.startsAt(), visit.endsAt()))
                : spot.claim();
        rows.insert(practice, visit, claim, Lane.of(claim.lane(), place.overlap()), actor);
        record(practice, visit, "booked", actor);
        events.publishEvent(new AppointmentBooked(practice, visit.id(), 0));
        return visit;
    }

    /// The patient is told when it is another time, practitioner or location, and they are not here yet.
    private Appointment update(PracticeId practice, Appointment visit, Spot.Found spot, Place place, Actor actor) {
        var moved = rows.update(
                practice,
                visit.placedAt(place, spot.claim().room(), spot.localStart(), spot.zone(), spot.end()),
                spot.claim(),
                Lane.of(spot.claim().lane(), place.overlap()),
                actor);
        record(practice, moved, "moved", actor);
        if (moved.status() == Status.BOOKED && !moved.sameForThePatient(visit)) {
            events.publishEvent(new AppointmentMoved(practice, moved.id(), moved.version()));
        }
        return moved;
    }

    private void record(PracticeId practice, Appointment visit, String act, Actor actor) {
        audit.append(
                practice,
                AuditEntry.of(actor, act, "appointment", visit.id().value())
                        .about(visit.patient().value())
                        .during(visit.id().value()));
    }
}
