package org.needlepoint.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.needlepoint.audit.Actor;
import org.needlepoint.database.DatabaseRole;
import org.needlepoint.database.DatabaseServer;
import org.needlepoint.patients.Demographics;
import org.needlepoint.patients.Patients;
import org.needlepoint.practice.PerEdition;
import org.needlepoint.scheduling.BookAppointment.Who;
import org.needlepoint.shared.PracticeId;
import org.needlepoint.testing.IntegrationTest;
import org.needlepoint.testing.PracticeFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What is read for openings and lists, as the application role sees it, among years of visits.
@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchingTheCalendarIT {
    private static final int PAST_VISITS = 4_000;
    private static final int PATIENTS = 50;

    @Autowired
    Clinic clinics;

    @Autowired
    PracticeFixture practices;

    @Autowired
    BookAppointment bookAppointment;

    @Autowired
    Patients patients;

    @Autowired
    DatabaseServer server;

    @Autowired
    JdbcClient jdbc;

    private Clinic.Opened clinic;

    @BeforeAll
    void treatForYears() throws SQLException {
        clinic = clinics.inPerson("America/New_York", Segment.handsOn(30));
        practices.in(clinic.id(), () -> {
            var patient = new Demographics("Ana", LocalDate.of(1984, 2, 29), "+14105550123", null, Locale.ENGLISH);
            var others = Stream.generate(() -> patients.makeProvisional(clinic.id(), patient, Actor.SYSTEM)
                            .value())
                    .limit(PATIENTS)
                    .toArray(UUID[]::new);
            var visit = (Booking.Booked) bookAppointment.now(
                    clinic.id(),
                    clinic.at(Instant.parse("2026-12-03T15:00:00Z")),
                    new Who.Guest(patient),
                    PainReport.NONE,
                    Actor.SYSTEM);
            repeat(visit.appointment().id(), others);
            return null;
        });
        try (var owner = server.connect(DatabaseRole.OWNER);
                var statement = owner.createStatement()) {
            statement.execute(
                    "analyze scheduling.appointment, scheduling.occupancy, scheduling.taken_day, patients.patient");
        }
    }

    private void repeat(AppointmentId visit, UUID[] people) {
        jdbc.sql("""
            insert into scheduling.appointment
              (practice_id, id, status, service_id, service_name, modality, price_cents, currency, practitioner_id, location_id,
               patient_id, local_start, zone, starts_at, ends_at, booked_at, version, changed_at)
            select practice_id, gen_random_uuid(), 'completed', service_id, service_name, modality, price_cents, currency,
                   practitioner_id, location_id, (cast(:patients as uuid[]))[1 + n % :people], local_start - ago, zone, starts_at - ago, ends_at - ago,
                   booked_at - ago, 0, changed_at - ago
              from scheduling.appointment
             cross join lateral (select n, n * interval '6 hours' as ago from generate_series(1, :visits) as n) past
             where practice_id = :practice
               and id = :id
            """)
                .param("practice", clinic.id().value())
                .param("id", visit.value())
                .param("visits", PAST_VISITS)
                .param("patients", people)
                .param("people", people.length)
                .update();
        jdbc.sql("""
            insert into scheduling.occupancy (practice_id, id, resource_kind, resource_id, starts_at, ends_at, appointment_id)
            select practice_id, gen_random_uuid(), 'practitioner', practitioner_id, starts_at, ends_at, id
              from scheduling.appointment
             where practice_id = :practice
               and id <> :id
            """)
                .param("practice", clinic.id().value())
                .param("id", visit.value())
                .update();
    }

    @ParameterizedTest
    @CsvSource({
        "busy,             occupancy_of_resource,       starts_at",
        "standing,         occupancy_of_resource,       starts_at",
        "taken days,       taken_day_pkey,              day",
        "live holds,       occupancy_of_live_hold,      expires_at",
        "holds,            hold_of_client,              expires_at",
        "day,              appointment_,                starts_at",
        "of practitioner,  appointment_of_practitioner, starts_at",
        "of patients,      appointment_of_patient,      patient_id",
        "came before,      appointment_of_patient,      starts_at",
        "visits ahead,     appointment_start,           starts_at",
        "overlaps,         appointment_overlapping,     starts_at",
        "changed visits,   appointment_changed,         changed_at",
        "changed blocks,   block_changed,               changed_at",
        "changed delays,   delay_changed,               changed_at",
        "blocks,           block_start,                 starts_at",
        "collisions,       awaited_place_,              practice_id",
        "edition,          edition_pkey,                practice_id",
    })
    void each_search_is_bounded_by_its_index_also_under_row_level_security(String kind, String index, String bound) {
        var plan = practices.in(clinic.id(), () -> plan(clinic.id(), statement(kind)));
        assertThat(plan).contains(index).doesNotContain("Seq Scan");
        assertThat(plan.substring(plan.indexOf(index)).lines().filter(line -> line.contains("Index Cond")))
                .first(InstanceOfAssertFactories.STRING)
                .contains(bound);
    }

    private static String statement(String kind) {
        return switch (kind) {
            case "busy" -> Occupancies.BUSY;
            case "standing" -> Standings.BETWEEN;
            case "taken days" -> Occupancies.TAKEN_DAYS;
            case "live holds" -> Occupancies.LIVE_HOLDS;
            case "holds" -> Holds.ACTIVE_OF_CLIENT;
            case "day" -> Calendar.DAY;
            case "of practitioner" -> Calendar.OF_PRACTITIONER;
            case "of patients" -> Calendar.OF_PATIENTS;
            case "came before" -> Calendar.CAME_BEFORE;
            case "visits ahead" -> VisitsAhead.FROM;
            case "overlaps" -> Overlaps.DAYS;
            case "changed visits", "changed blocks", "changed delays" -> RecentChanges.CHANGED;
            case "blocks" -> Blocks.DAYS;
            case "collisions" -> AwaitedPlaces.COLLIDING;
            default -> PerEdition.NUMBER;
        };
    }

    private String plan(PracticeId practice, String statement) {
        var time = OffsetDateTime.parse("2026-12-03T00:00:00Z");
        jdbc.sql("set local enable_seqscan = off").update();
        return String.join(
                "\n",
                jdbc.sql("explain " + statement)
                        .param("practice", practice.value())
                        .param("resources", new UUID[] {new UUID(1, 1)})
                        .param("practitioner", new UUID(1, 1))
                        .param("patients", new UUID[] {new UUID(1, 1)})
                        .param("client", "x")
                        .param("skip", 0)
                        .param("limit", 100)
                        .param("first", time.toLocalDate())
                        .param("last", time.toLocalDate().plusDays(30))
                        .param("before", time)
                        .param("except", new UUID(0, 0))
                        .param("from", time)
                        .param("dayBefore", time.minusDays(1))
                        .param("to", time.plusDays(1))
                        .param("now", time)
                        .param("since", time)
                        .param("midnight", LocalDateTime.parse("2026-12-03T00:00"))
                        .param("nextMidnight", LocalDateTime.parse("2026-12-04T00:00"))
                        .query(String.class)
                        .list());
    }
}
