package org.needlepoint.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.needlepoint.audit.Actor;
import org.needlepoint.patients.Demographics;
import org.needlepoint.scheduling.BookAppointment.Who;
import org.needlepoint.scheduling.PainReport.Mark;
import org.needlepoint.scheduling.PainReport.Outline;
import org.needlepoint.scheduling.PainReport.Point;
import org.needlepoint.scheduling.PainReport.RedFlagAnswer;
import org.needlepoint.shared.Laterality;
import org.needlepoint.testing.IntegrationTest;
import org.needlepoint.testing.MovableClock;
import org.needlepoint.testing.PracticeFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What was painted before booking is with the visit as it was painted, however old the visit.
@IntegrationTest
class PainKeptWithAVisitIT {
    private static final Instant NINE = Instant.parse("2026-12-03T14:00:00Z");
    private static final Actor STAFF = Actor.account(new UUID(7, 7));

    @Autowired
    Clinic clinics;

    @Autowired
    BookAppointment bookAppointment;

    @Autowired
    Calendar calendar;

    @Autowired
    PracticeFixture practices;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    private Clinic.Opened clinic;

    @BeforeEach
    void openClinic() {
        clock.set(MovableClock.START);
        clinic = clinics.inPerson("America/New_York", Segment.handsOn(10), Segment.needlesIn(15), Segment.handsOn(5));
    }

    private AppointmentId booked(PainReport pain) {
        var ana = new Demographics("Ana Núñez", LocalDate.of(1984, 2, 29), "+14105550123", null, Locale.ENGLISH);
        var booking =
                clinic.in(() -> bookAppointment.now(clinic.id(), clinic.at(NINE), new Who.Guest(ana), pain, STAFF));
        return ((Booking.Booked) booking).appointment().id();
    }

    @Test
    void zones_shapes_and_how_they_feel_come_back_as_they_were() {
        var pain = new PainReport(
                List.of(
                        new Mark("scapula", Laterality.R, 6, "burning", true, false),
                        new Mark("calf", Laterality.L, 2, null, false, true)),
                List.of(new Outline(
                        "back", List.of(new Point(1, 2.5), new Point(30, 2.5), new Point(30, 40)), 8, "numb", true)),
                "bp3d4-1",
                List.of(new RedFlagAnswer("chest-pressure", false)),
                "tell-practitioner");
        var visit = booked(pain);
        assertThat(clinic.in(() -> calendar.painOf(clinic.id(), visit))).isEqualTo(pain);
    }

    @Test
    void what_was_stored_before_anybody_asked_what_it_feels_like_is_read_unchanged() {
        var visit = booked(PainReport.NONE);
        practices.in(
                clinic.id(),
                () -> jdbc.sql("""
                insert into scheduling.appointment_pain (practice_id, appointment_id, marks, red_flags, level)
                values (:practice, :visit, cast(:marks as jsonb), cast(:flags as jsonb), null)
                """)
                        .param("practice", clinic.id().value())
                        .param("visit", visit.value())
                        .param("marks", "[{\"zone\": \"scapula\", \"side\": \"R\", \"intensity\": 6.0}]")
                        .param("flags", "[{\"question\": \"chest-pressure\", \"yes\": false}]")
                        .update());
        assertThat(clinic.in(() -> calendar.painOf(clinic.id(), visit)))
                .isEqualTo(new PainReport(
                        List.of(new Mark("scapula", Laterality.R, 6)),
                        List.of(new RedFlagAnswer("chest-pressure", false)),
                        null));
    }
}
