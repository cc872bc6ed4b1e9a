package org.needlepoint.scheduling;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.needlepoint.credentials.PractitionerId;
import org.needlepoint.patients.PatientId;
import org.needlepoint.patients.Patients;
import org.needlepoint.shared.PracticeId;
import org.springframework.stereotype.Component;

/// Puts questions to the rule of openings, over many days from the packed days, and at the moment of booking
/// from the occupancy itself.
@Component
class Agenda {
    private static final int ALTERNATIVES = 3;
    private static final int NEAR_DAYS = 7;
    private static final Duration LONGEST_BUFFER = Duration.ofHours(2);

    private final Catalogues catalogues;
    private final Occupancies occupancies;
    private final Patients patients;
    private final Clock clock;

    Agenda(Catalogues catalogues, Occupancies occupancies, Patients patients, Clock clock) {
        this.catalogues = catalogues;
        this.occupancies = occupancies;
        this.patients = patients;
        this.clock = clock;
    }

    /// Whose time a patient's visit takes: a guest who is linked to a chart is that person.
    UUID person(PracticeId practice, PatientId patient) {
        return patients.chartOf(practice, patient).value();
    }

    /// A service, with who offers it where.
    record Offered(Service service, List<Offer> offers, Catalogue catalogue) {
        /// Only the offers of one practitioner, or at one location, or both.
        Offered only(@Nullable PractitionerId practitioner, @Nullable UUID location) {
            return new Offered(service, catalogue.offers(service.id(), practitioner, location), catalogue);
        }

        Opening opening(Openings.Slot slot) {
            return slot.in(catalogue.zone(slot.offer().location()));
        }
    }

    /// The service as offered now; empty when there is none of that id, or it is no longer offered.
    Optional<Offered> offered(PracticeId practice, ServiceId id) {
        var catalogue = catalogues.of(practice);
        return catalogue.service(id).map(service -> new Offered(service, catalogue.offers(id, null, null), catalogue));
    }

    /// The same for visits of another length; null: as long as the service.
    Optional<Offered> offered(PracticeId practice, ServiceId id, @Nullable Integer minutes) {
        return offered(practice, id)
                .map(offered -> minutes == null
                        ? offered
                        : new Offered(offered.service().lasting(minutes), offered.offers(), offered.catalogue()));
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
        return Openings.of(question).stream().map(offered::opening).toList();
    }

    /// What became of choosing a time.
    sealed interface Choice {
        /// It is free, in this room, with this equipment.
        record Free(Offered offered, Openings.Slot slot, ZoneId zone) implements Choice {}

        /// Somebody else has it.
        record Taken(List<Opening> alternatives) implements Choice {}

        /// It is free, but nearer than the notice allows.
        record TooSoon(List<Opening> alternatives) implements Choice {}

        /// It is free, but the patient is not.
        record PatientBusy() implements Choice {}

        /// No such service, practitioner or location, or never a time of this service.
        record NotOffered(String field) implements Choice {}
    }

    /// Looks whether a time can be booked now. Others who want the practitioner that day wait until this
    /// transaction ends.
    ///
    /// @param minutes how long the visit is; null: as long as the service
    /// @param staff   whether staff book: they may book inside the minimum notice
    Choice choose(
            PracticeId practice,
            BookAppointment.Wish wish,
            @Nullable Integer minutes,
            @Nullable UUID patient,
            @Nullable AppointmentId except,
            boolean staff) {
        var found = offered(practice, wish.service(), minutes);
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
        var zone = offered.catalogue().zone(wish.location());
        var now = clock.instant();
        if (wish.start().isBefore(now)
                || wish.start()
                        .isAfter(now.plus(Duration.ofDays(offered.service().horizonDays() + 2L)))) {
            return new Choice.NotOffered("start");
        }
        var day = LocalDate.ofInstant(wish.start(), zone);
        occupancies.queue(day, offered.catalogue().turns(offered.service(), wish.practitioner(), wish.location()));
        var asker = new Asker(staff ? 0 : offered.service().minimumNoticeMinutes(), patient, except);
        var begins = day.atStartOfDay(zone).toInstant().minus(LONGEST_BUFFER);
        var ends = day.plusDays(1).atStartOfDay(zone).toInstant().plus(LONGEST_BUFFER);
        var question = question(only, day, day, asker, exactly(practice, only, begins, ends, asker));
        var slot = at(wish.start(), question);
        if (slot.isPresent()) {
            return new Choice.Free(offered, slot.get(), zone);
        }
        if (at(wish.start(), question.asIfFree()).isEmpty()) {
            return new Choice.NotOffered("start");
        }
        if (patient != null && at(wish.start(), question.forAnybody()).isPresent()) {
            return new Choice.PatientBusy();
        }
        var alternatives = alternatives(practice, offered, wish.start(), wish.practitioner(), asker);
        return at(wish.start(), question.withoutNotice()).isPresent()
                ? new Choice.TooSoon(alternatives)
                : new Choice.Taken(alternatives);
    }

    private static Optional<Openings.Slot> at(Instant start, Openings.Question question) {
        return Openings.of(question).stream()
                .filter(slot -> slot.start() == start.getEpochSecond() && start.getNano() == 0)
                .findFirst();
    }

    /// The question to the rule, for the offers given and the days from first to last.
    private Openings.Question question(
            PracticeId practice, Offered offered, LocalDate from, LocalDate to, Asker asker) {
        var resources = offered.catalogue().resources(offered.service(), offered.offers());
        if (asker.except() != null) {
            return question(offered, from, to, asker, exactly(practice, offered, beginning(from), end(to), asker));
        }
        var taken = occupancies.taken(practice, resources, from.minusDays(1), to.plusDays(1), clock.instant());
        if (asker.patient() == null) {
            return question(offered, from, to, asker, taken);
        }
        var busy = new HashMap<>(taken);
        busy.putAll(
                occupancies.busy(practice, List.of(asker.patient()), beginning(from), end(to), clock.instant(), null));
        return question(offered, from, to, asker, busy);
    }

    /// What is taken, as the occupancy says.
    private Map<UUID, Spans> exactly(PracticeId practice, Offered offered, Instant from, Instant to, Asker asker) {
        var resources = offered.catalogue().resources(offered.service(), offered.offers());
        if (asker.patient() != null) {
            resources.add(asker.patient());
        }
        return occupancies.busy(practice, resources, from, to, clock.instant(), asker.except());
    }

    private static Instant beginning(LocalDate from) {
        return from.atStartOfDay(ZoneOffset.UTC).toInstant().minus(Duration.ofDays(1));
    }

    private static Instant end(LocalDate to) {
        return to.atStartOfDay(ZoneOffset.UTC).toInstant().plus(Duration.ofDays(2));
    }

    private Openings.Question question(
            Offered offered, LocalDate from, LocalDate to, Asker asker, Map<UUID, Spans> busy) {
        var catalogue = offered.catalogue();
        return new Openings.Question(
                offered.service(),
                offered.offers(),
                catalogue.hours(),
                catalogue.openHours(),
                catalogue.windows().getOrDefault(offered.service().id(), List.of()),
                catalogue.closures(from, to),
                catalogue.zones(),
                catalogue.rooms(),
                catalogue.equipment(),
                catalogue.held(),
                busy,
                asker.patient(),
                from,
                to,
                clock.instant(),
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
        return Openings.of(question(practice, offered, from, to, asker))
                .near(wanted.getEpochSecond(), ALTERNATIVES)
                .sorted(Comparator.comparingLong(
                                (Openings.Slot slot) -> Math.abs(slot.start() - wanted.getEpochSecond()))
                        .thenComparing(slot -> !slot.offer().practitioner().equals(practitioner))
                        .thenComparingLong(Openings.Slot::start))
                .limit(ALTERNATIVES)
                .map(offered::opening)
                .toList();
    }

    private static long distance(Opening opening, Instant wanted) {
        return Math.abs(opening.start().toEpochSecond() - wanted.getEpochSecond());
    }
}
