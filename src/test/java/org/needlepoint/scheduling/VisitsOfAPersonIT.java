package org.needlepoint.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.needlepoint.audit.Actor;
import org.needlepoint.patients.Demographics;
import org.needlepoint.patients.PatientId;
import org.needlepoint.patients.Patients;
import org.needlepoint.scheduling.Appointment.Status;
import org.needlepoint.testing.IntegrationTest;
import org.springframework.beans.factory.annotation.Autowired;

/// A person's visits, where one person may be several patients: a chart and the guests that are linked to it.
@IntegrationTest
class VisitsOfAPersonIT {
    private static final Instant NINE = Instant.parse("2026-12-03T14:00:00Z");

    @Autowired
    Clinic clinics;

    @Autowired
    BookAppointment bookAppointment;

    @Autowired
    MoveVisitOn moveVisitOn;

    @Autowired
    Calendar calendar;

    @Autowired
    Patients patients;

    @Autowired
    LinkGuest linkGuest;

    @Autowired
    Rooms rooms;

    private Clinic.Opened clinic;

    @BeforeEach
    void openClinic() {
        clinic = clinics.inPerson("America/New_York", Segment.handsOn(30));
    }

    private PatientId patient() {
        var who = new Demographics("Ana Ruiz", LocalDate.of(1988, 3, 4), null, "ana@example.org", Locale.ENGLISH);
        return clinic.in(() -> patients.register(clinic.id(), who, Actor.SYSTEM));
    }

    private Appointment booked(PatientId patient, int hoursAfterNine) {
        var start = NINE.plus(Duration.ofHours(hoursAfterNine));
        var booking = clinic.in(() -> bookAppointment.now(
                clinic.id(), clinic.at(start), new BookAppointment.Who.Known(patient), PainReport.NONE, Actor.SYSTEM));
        return ((Booking.Booked) booking).appointment();
    }

    private boolean cameBefore(Instant before, PatientId... people) {
        return clinic.in(() -> calendar.cameBefore(clinic.id(), List.of(people), before));
    }

    @Test
    void come_newest_first_whoever_they_were_booked_for_and_no_more_than_asked() {
        var chart = patient();
        var guest = patient();
        var first = booked(chart, 0);
        var last = booked(chart, 3);
        var second = booked(guest, 1);
        booked(patient(), 2);
        assertThat(clinic.in(() -> calendar.ofPatients(clinic.id(), List.of(chart, guest, chart), 100)))
                .extracting(Appointment::id)
                .containsExactly(last.id(), second.id(), first.id());
        assertThat(clinic.in(() -> calendar.ofPatients(clinic.id(), List.of(chart, guest), 2)))
                .extracting(Appointment::id)
                .containsExactly(last.id(), second.id());
    }

    @Test
    void make_it_a_return_only_once_one_of_them_was_completed_and_only_for_later_ones() {
        var chart = patient();
        var guest = patient();
        var visit = booked(guest, 0);
        var later = NINE.plus(Duration.ofDays(7));
        assertThat(cameBefore(later, chart, guest)).isFalse();
        Stream.of(Status.IN_SESSION, Status.COMPLETED)
                .forEach(status -> clinic.in(() -> moveVisitOn.to(clinic.id(), visit.id(), status, Actor.SYSTEM)));
        assertThat(cameBefore(later, chart, guest)).isTrue();
        assertThat(cameBefore(later, chart)).isFalse();
        assertThat(cameBefore(visit.startsAt(), chart, guest)).isFalse();
    }

    private PatientId guest(int hoursAfterNine) {
        var who = new Demographics("Ana Ruiz", LocalDate.of(1988, 3, 4), null, "ana@example.org", Locale.ENGLISH);
        var wish = clinic.at(NINE.plus(Duration.ofHours(hoursAfterNine)));
        var booking = clinic.in(() -> bookAppointment.now(
                clinic.id(), wish, new BookAppointment.Who.Guest(who), PainReport.NONE, Actor.SYSTEM));
        return ((Booking.Booked) booking).appointment().patient();
    }

    private Booking bookedElsewhere(PatientId patient, int hoursAfterNine) {
        var other = clinic.in(() -> clinics.practitioner(clinic.id(), clinic.location()));
        clinic.in(() -> {
            clinics.offerAlso(clinic, other);
            return rooms.add(clinic.id(), clinic.location(), "Room of " + other, 9);
        });
        var start = NINE.plus(Duration.ofHours(hoursAfterNine));
        return clinic.in(() -> bookAppointment.now(
                clinic.id(),
                new BookAppointment.Wish(clinic.service(), other, clinic.location(), start),
                new BookAppointment.Who.Known(patient),
                PainReport.NONE,
                Actor.SYSTEM));
    }

    @Test
    void take_the_charts_time_once_a_guest_is_linked_and_the_guests_again_once_that_is_undone() {
        var chart = patient();
        var guest = guest(0);
        assertThat(clinic.in(() -> linkGuest.link(clinic.id(), guest, chart, Actor.SYSTEM)))
                .isEqualTo(new LinkGuest.Result.Linked());
        assertThat(bookedElsewhere(chart, 0)).isEqualTo(new Booking.PatientBusy());
        assertThat(bookedElsewhere(guest, 0)).isEqualTo(new Booking.PatientBusy());
        clinic.in(() -> linkGuest.unlink(clinic.id(), guest, Actor.SYSTEM));
        assertThat(bookedElsewhere(chart, 0)).isInstanceOf(Booking.Booked.class);
    }

    @Test
    void keep_a_guest_from_being_linked_to_a_chart_that_has_a_visit_at_the_same_time() {
        var chart = patient();
        var guest = guest(0);
        assertThat(bookedElsewhere(chart, 0)).isInstanceOf(Booking.Booked.class);
        assertThat(clinic.in(() -> linkGuest.link(clinic.id(), guest, chart, Actor.SYSTEM)))
                .isInstanceOfSatisfying(
                        LinkGuest.Result.BothAtOnce.class,
                        both -> assertThat(both.visit().patient()).isEqualTo(guest));
        assertThat(clinic.in(() -> patients.chartOf(clinic.id(), guest))).isEqualTo(guest);
    }
}
