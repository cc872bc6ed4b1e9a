package org.needlepoint.scheduling;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.needlepoint.credentials.PractitionerId;
import org.needlepoint.credentials.Practitioners;
import org.needlepoint.practice.Practice;
import org.needlepoint.practice.Practices;
import org.needlepoint.shared.NotFound;
import org.needlepoint.shared.PracticeId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Gathers what the rule of openings needs, each kind in one read.
@Component
class Agenda {
    private static final int ALTERNATIVES = 3;
    private static final int NEAR_DAYS = 7;

    private final Services services;
    private final WeeklyHours weeklyHours;
    private final Closures closures;
    private final Rooms rooms;
    private final Occupancies occupancies;
    private final Practitioners practitioners;
    private final Practices practices;
    private final JdbcClient jdbc;
    private final Clock clock;

    Agenda(
            Services services,
            WeeklyHours weeklyHours,
            Closures closures,
            Rooms rooms,
            Occupancies occupancies,
            Practitioners practitioners,
            Practices practices,
            JdbcClient jdbc,
            Clock clock) {
        this.services = services;
        this.weeklyHours = weeklyHours;
        this.closures = closures;
        this.rooms = rooms;
        this.occupancies = occupancies;
        this.practitioners = practitioners;
        this.practices = practices;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// A service, with who offers it where; offers of practitioners who have left are not among them.
    record Offered(Service service, List<Offer> offers, Map<UUID, ZoneId> zones, List<PractitionerId> everybody) {
        /// Only the offers of one practitioner, or at one location, or both.
        Offered only(@Nullable PractitionerId practitioner, @Nullable UUID location) {
            return new Offered(
                    service,
                    offers.stream()
                            .filter(offer ->
                                    practitioner == null || offer.practitioner().equals(practitioner))
                            .filter(offer ->
                                    location == null || offer.location().equals(location))
                            .toList(),
                    zones,
                    everybody);
        }
    }

    /// The service as offered now; empty when there is none of that id, or it is no longer offered.
    Optional<Offered> offered(PracticeId practice, ServiceId id) {
        return services.find(practice, id).filter(Service::active).map(service -> offered(practice, service));
    }

    private Offered offered(PracticeId practice, Service service) {
        var zones = practices.find(practice).orElseThrow(NotFound::new).locations().stream()
                .collect(Collectors.toMap(Practice.Location::id, Practice.Location::zone));
        var everybody = practitioners.activeIds(practice);
        var place = new HashMap<PractitionerId, Integer>();
        everybody.forEach(practitioner -> place.put(practitioner, place.size()));
        var offers = jdbc
                .sql("""
                select service_id, practitioner_id, location_id
                  from scheduling.service_practitioner
                 where practice_id = :practice
                   and service_id = :service
                """)
                .param("practice", practice.value())
                .param("service", service.id().value())
                .query((rs, _) -> Services.offer(rs))
                .list()
                .stream()
                .filter(offer -> place.containsKey(offer.practitioner()))
                .sorted(Comparator.comparingInt((Offer offer) -> place.getOrDefault(offer.practitioner(), 0))
                        .thenComparing(Offer::location))
                .toList();
        return new Offered(service, offers, zones, everybody);
    }

    /// Who asks: what is kept free of for them.
    ///
    /// @param noticeMinutes how long before the start they may still book
    /// @param patient       for whom; null: somebody not yet known
    /// @param except        the visit that is being moved; null: none
    record Asker(
            int noticeMinutes,
            @Nullable UUID patient,
            @Nullable AppointmentId except) {
        static Asker guest(Service service) {
            return new Asker(service.minimumNoticeMinutes(), null, null);
        }
    }

    /// All openings for guests in the days from first to last, both included.
    List<Opening> openings(PracticeId practice, Offered offered, LocalDate from, LocalDate to) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var first = today.minusDays(1);
        var last = today.plusDays(offered.service().horizonDays() + 1L);
        if (from.isAfter(last) || to.isBefore(first)) {
            return List.of();
        }
        var question = question(
                practice,
                offered,
                from.isBefore(first) ? first : from,
                to.isAfter(last) ? last : to,
                Asker.guest(offered.service()));
        return Openings.of(question).stream()
                .map(slot -> opening(offered, slot))
                .toList();
    }

    /// What became of choosing a time.
    sealed interface Choice {
        /// It is free, in this room.
        record Free(Offered offered, Openings.Slot slot, ZoneId zone) implements Choice {}

        /// Somebody else has it, or it is nearer than the notice allows.
        record Taken(List<Opening> alternatives) implements Choice {}

        /// It is free, but the patient is not.
        record PatientBusy() implements Choice {}

        /// No such service, practitioner or location, or never a time of this service.
        record NotOffered(String field) implements Choice {}
    }

    /// Looks whether a time can be booked now. Others who want the practitioner that day wait until this transaction
    /// ends.
    ///
    /// @param staff whether staff book: they may book inside the minimum notice
    Choice choose(
            PracticeId practice,
            BookAppointment.Wish wish,
            @Nullable UUID patient,
            @Nullable AppointmentId except,
            boolean staff) {
        var found = offered(practice, wish.service());
        if (found.isEmpty()) {
            return new Choice.NotOffered("service");
        }
        var offered = found.get();
        var only = offered.only(wish.practitioner(), wish.location());
        if (only.offers().isEmpty()) {
            boolean somewhere =
                    !offered.only(wish.practitioner(), null).offers().isEmpty();
            return new Choice.NotOffered(somewhere ? "location" : "practitioner");
        }
        var zone = zone(offered, wish.location());
        var now = clock.instant();
        if (wish.start().isBefore(now)
                || wish.start()
                        .isAfter(now.plus(Duration.ofDays(offered.service().horizonDays() + 2L)))) {
            return new Choice.NotOffered("start");
        }
        var day = LocalDate.ofInstant(wish.start(), zone);
        occupancies.queue(wish.practitioner().value(), day);
        var asker = new Asker(staff ? 0 : offered.service().minimumNoticeMinutes(), patient, except);
        var question = question(practice, only, day, day, asker);
        var slot = at(wish.start(), question);
        if (slot.isPresent()) {
            var room = slot.get().room();
            if (room != null) {
                occupancies.queue(room.value(), day);
            }
            return new Choice.Free(offered, slot.get(), zone);
        }
        if (at(wish.start(), question.asIfFree()).isEmpty()) {
            return new Choice.NotOffered("start");
        }
        if (patient != null && at(wish.start(), question.forAnybody()).isPresent()) {
            return new Choice.PatientBusy();
        }
        return new Choice.Taken(alternatives(practice, offered, wish.start(), wish.practitioner(), asker));
    }

    private static Optional<Openings.Slot> at(Instant start, Openings.Question question) {
        return Openings.of(question).stream()
                .filter(slot -> Instant.ofEpochSecond(slot.start()).equals(start))
                .findFirst();
    }

    /// The question to the rule, for the offers given and the days from first to last.
    Openings.Question question(PracticeId practice, Offered offered, LocalDate from, LocalDate to, Asker asker) {
        var now = clock.instant();
        var inUse = rooms.active(practice).stream()
                .collect(Collectors.groupingBy(
                        Room::location, Collectors.mapping(Room::id, Collectors.toUnmodifiableList())));
        var resources = new HashSet<UUID>();
        for (var offer : offered.offers()) {
            resources.add(offer.practitioner().value());
            if (offered.service().modality() == Modality.IN_PERSON) {
                inUse.getOrDefault(offer.location(), List.of()).forEach(room -> resources.add(room.value()));
            }
        }
        if (asker.patient() != null) {
            resources.add(asker.patient());
        }
        return new Openings.Question(
                offered.service(),
                offered.offers(),
                weeklyHours.from(practice, from),
                services.windows(practice, offered.service().id()),
                closures.between(practice, from, to),
                offered.zones(),
                inUse,
                occupancies.busy(
                        practice,
                        resources,
                        from.atStartOfDay(ZoneOffset.UTC).toInstant().minus(Duration.ofDays(1)),
                        to.atStartOfDay(ZoneOffset.UTC).toInstant().plus(Duration.ofDays(2)),
                        now,
                        asker.except()),
                asker.patient(),
                from,
                to,
                now,
                asker.noticeMinutes());
    }

    /// The nearest openings that are free, at most three: by distance in time, the wanted practitioner's first.
    List<Opening> alternatives(
            PracticeId practice, Offered offered, Instant wanted, PractitionerId practitioner, Asker asker) {
        var day = LocalDate.ofInstant(wanted, ZoneOffset.UTC);
        var near = nearest(
                practice,
                offered,
                wanted,
                practitioner,
                asker,
                day.minusDays(NEAR_DAYS + 1),
                day.plusDays(NEAR_DAYS + 1));
        var edge = Duration.ofDays(NEAR_DAYS).toSeconds();
        boolean surely =
                near.size() == ALTERNATIVES && near.stream().allMatch(opening -> distance(opening, wanted) <= edge);
        if (surely) {
            return near;
        }
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return nearest(
                practice,
                offered,
                wanted,
                practitioner,
                asker,
                today.minusDays(1),
                today.plusDays(offered.service().horizonDays() + 1L));
    }

    private List<Opening> nearest(
            PracticeId practice,
            Offered offered,
            Instant wanted,
            PractitionerId practitioner,
            Asker asker,
            LocalDate from,
            LocalDate to) {
        return Openings.of(question(practice, offered, from, to, asker)).stream()
                .map(slot -> opening(offered, slot))
                .sorted(Comparator.comparingLong((Opening opening) -> distance(opening, wanted))
                        .thenComparing(opening -> !opening.practitioner().equals(practitioner))
                        .thenComparing(Opening::start))
                .limit(ALTERNATIVES)
                .toList();
    }

    private static long distance(Opening opening, Instant wanted) {
        return Math.abs(opening.start().toEpochSecond() - wanted.getEpochSecond());
    }

    static Opening opening(Offered offered, Openings.Slot slot) {
        return slot.in(zone(offered, slot.offer().location()));
    }

    static ZoneId zone(Offered offered, UUID location) {
        return Optional.ofNullable(offered.zones().get(location)).orElseThrow(NotFound::new);
    }
}
