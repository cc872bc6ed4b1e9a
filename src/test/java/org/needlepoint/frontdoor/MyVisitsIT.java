package org.needlepoint.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.needlepoint.audit.Actor;
import org.needlepoint.identity.SignIns;
import org.needlepoint.patients.DemographicsForm;
import org.needlepoint.patients.PatientId;
import org.needlepoint.scheduling.BookAppointment;
import org.needlepoint.scheduling.BookAppointment.Who;
import org.needlepoint.scheduling.Booking;
import org.needlepoint.scheduling.Clinic;
import org.needlepoint.scheduling.PainReport;
import org.needlepoint.testing.IntegrationTest;
import org.needlepoint.testing.MovableClock;
import org.needlepoint.testing.PracticeFixture;
import org.needlepoint.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The page where a patient lands after signing in.
@IntegrationTest
class MyVisitsIT {
    private static final Instant THURSDAY_AT_TEN = Instant.parse("2026-12-03T15:00:00Z");
    private static final Instant FRIDAY_AT_TEN = Instant.parse("2026-12-04T15:00:00Z");

    @Autowired
    Clinic clinics;

    @Autowired
    BookAppointment bookAppointment;

    @Autowired
    SignIns signIns;

    @Autowired
    PracticeFixture practices;

    @Autowired
    MovableClock clock;

    @LocalServerPort
    int port;

    @AfterEach
    void resetClock() {
        clock.set(MovableClock.START);
    }

    private PatientId book(Clinic.Opened clinic, Instant start, String name) {
        var read = new DemographicsForm(name, "1980-02-03", null, "somebody@example.org")
                .read(LocalDate.of(2026, 12, 2), "US", Locale.ENGLISH);
        assertThat(read).isInstanceOf(DemographicsForm.Reading.Valid.class);
        var who = new Who.Guest(((DemographicsForm.Reading.Valid) read).demographics());
        var wish = new BookAppointment.Wish(clinic.service(), clinic.practitioner(), clinic.location(), start);
        var booking = clinic.in(() -> bookAppointment.now(clinic.id(), wish, who, PainReport.NONE, Actor.GUEST));
        assertThat(booking).isInstanceOf(Booking.Booked.class);
        return ((Booking.Booked) booking).appointment().patient();
    }

    private Visitor.Answer openAs(Clinic.Opened clinic, PatientId patient) {
        var token = practices.in(clinic.id(), () -> signIns.startPatient(clinic.id(), patient.value()));
        return new Visitor(port).with("np", token).get("/p/" + clinic.slug() + "/my");
    }

    @Test
    void shows_the_visits_of_the_person_who_signed_in_and_of_nobody_else() {
        var clinic = clinics.byPhone("America/New_York");
        var ada = book(clinic, THURSDAY_AT_TEN, "Ada Example");
        book(clinic, FRIDAY_AT_TEN, "Somebody Else");
        var page = openAs(clinic, ada);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains("Thursday, December 3, 2026", "10:00 AM", "/p/" + clinic.slug() + "/manage/")
                .doesNotContain("Friday, December 4", "Somebody Else");
    }

    @Test
    void says_what_to_do_where_nothing_lies_ahead_and_keeps_what_was() {
        var clinic = clinics.byPhone("America/New_York");
        var ada = book(clinic, THURSDAY_AT_TEN, "Ada Example");
        clock.set(FRIDAY_AT_TEN);
        assertThat(openAs(clinic, ada).body())
                .contains("No visit is booked", "/p/" + clinic.slug() + "/book", "Thursday, December 3, 2026")
                .doesNotContain("/manage/");
    }
}
