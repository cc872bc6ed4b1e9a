package org.needlepoint.scheduling.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.needlepoint.audit.Actor;
import org.needlepoint.patients.Demographics;
import org.needlepoint.patients.PatientId;
import org.needlepoint.patients.Patients;
import org.needlepoint.scheduling.Appointment;
import org.needlepoint.scheduling.Appointment.CancelReason;
import org.needlepoint.scheduling.Appointment.Status;
import org.needlepoint.scheduling.Audience;
import org.needlepoint.scheduling.BookAppointment;
import org.needlepoint.scheduling.Booking;
import org.needlepoint.scheduling.Calendar;
import org.needlepoint.scheduling.CancelAppointment;
import org.needlepoint.scheduling.Clinic;
import org.needlepoint.scheduling.Modality;
import org.needlepoint.scheduling.PainReport;
import org.needlepoint.scheduling.Segment;
import org.needlepoint.scheduling.ServicePlan;
import org.needlepoint.scheduling.series.Occurrence.Collides;
import org.needlepoint.scheduling.series.Occurrence.Fits;
import org.needlepoint.scheduling.series.Occurrence.Shifted;
import org.needlepoint.scheduling.series.SeriesBooking.Wanted;
import org.needlepoint.shared.Money;
import org.needlepoint.shared.Texts;
import org.needlepoint.testing.IntegrationTest;
import org.needlepoint.testing.MovableClock;
import org.needlepoint.testing.PracticeFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Visits of a series are booked together, or none is.
@IntegrationTest
class BookingASeriesIT {
    private static final Actor STAFF = Actor.account(new UUID(7, 7));
    private static final LocalTime TEN = LocalTime.of(10, 0);
    private static final LocalDate FIRST_TUESDAY = LocalDate.of(2026, 12, 8);
    private static final Rhythm A_YEAR =
            new Rhythm(LocalDate.of(2026, 12, 7), 52, 1, Set.of(DayOfWeek.TUESDAY), TEN, TEN, 5);

    @Autowired
    Clinic clinics;

    @Autowired
    ProposeSeries proposeSeries;

    @Autowired
    BookSeries bookSeries;

    @Autowired
    BookedSeries bookedSeries;

    @Autowired
    CancelSeries cancelSeries;

    @Autowired
    BookAppointment bookAppointment;

    @Autowired
    CancelAppointment cancelAppointment;

    @Autowired
    Calendar calendar;

    @Autowired
    Patients patients;

    @Autowired
    PracticeFixture practices;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    private Clinic.Opened clinic;
    private PatientId ana;

    @BeforeEach
    void openAClinicThatBooksAYearAhead() {
        clock.set(MovableClock.START);
        clinic = clinics.open("America/New_York", yearAhead(), true);
        ana = patient("Ana Ruiz");
    }

    @AfterEach
    void putTheClockBack() {
        clock.set(MovableClock.START);
    }

    private static ServicePlan yearAhead() {
        return new ServicePlan(
                new Texts("Visit", "Visita"),
                new Texts("A visit.", "Una visita."),
                List.of(Segment.handsOn(10), Segment.needlesIn(15), Segment.handsOn(5)),
                Modality.IN_PERSON,
                Audience.BOTH,
                true,
                new Money(9500, Currency.getInstance("USD")),
                30,
                60,
                400,
                24,
                1);
    }

    private PatientId patient(String name) {
        var who = new Demographics(name, LocalDate.of(1984, 2, 29), "+14105550123", null, Locale.ENGLISH);
        return clinic.in(() -> patients.register(clinic.id(), who, Actor.SYSTEM));
    }

    private static Instant tuesday(int week) {
        return FIRST_TUESDAY
                .plusWeeks(week)
                .atTime(TEN)
                .atZone(ZoneId.of("America/New_York"))
                .toInstant();
    }

    private Appointment bookOne(PatientId patient, Instant start) {
        var wish = new BookAppointment.Wish(clinic.service(), clinic.practitioner(), clinic.location(), start);
        var who = new BookAppointment.Who.Known(patient);
        return ((Booking.Booked) clinic.in(() -> bookAppointment.now(clinic.id(), wish, who, PainReport.NONE, STAFF)))
                .appointment();
    }

    private Proposal propose(Rhythm rhythm) {
        var wish = new ProposeSeries.Wish(ana, clinic.service(), null, null, rhythm);
        var search = clinic.in(() -> proposeSeries.propose(clinic.id(), wish));
        return ((ProposeSeries.Search.Proposed) search).proposal();
    }

    private SeriesBooking book(List<Wanted> visits) {
        var request = new BookSeries.Request(ana, clinic.service(), A_YEAR, visits);
        return clinic.in(() -> bookSeries.book(clinic.id(), request, STAFF));
    }

    private Wanted wanted(Instant start) {
        return new Wanted(clinic.practitioner(), clinic.location(), start);
    }

    private List<Wanted> weeks(int first, int last) {
        var visits = new ArrayList<Wanted>();
        for (int week = first; week <= last; week++) {
            visits.add(wanted(tuesday(week)));
        }
        return visits;
    }

    private static List<Wanted> free(Proposal proposal) {
        return proposal.occurrences().stream()
                .flatMap(each -> switch (each) {
                    case Fits(var _, var opening) -> Stream.of(opening);
                    case Shifted(var _, var opening, var _) -> Stream.of(opening);
                    case Collides _ -> Stream.empty();
                })
                .map(opening -> new Wanted(
                        opening.practitioner(),
                        opening.location(),
                        opening.start().toInstant()))
                .toList();
    }

    private long count(String table) {
        return practices.in(
                clinic.id(),
                () -> jdbc.sql("select count(*) from " + table + " where practice_id = :practice")
                        .param("practice", clinic.id().value())
                        .query(Long.class)
                        .single());
    }

    @Test
    void names_the_one_conflict_of_fifty_two_weeks_and_books_the_other_fifty_one() {
        bookOne(patient("Ben Ortiz"), tuesday(30));
        var proposal = propose(A_YEAR);
        assertThat(proposal.occurrences()).hasSize(52);
        assertThat(proposal.collisions()).extracting(Collides::day).containsExactly(FIRST_TUESDAY.plusWeeks(30));
        assertThat(proposal.collisions().getFirst().alternatives())
                .hasSize(3)
                .first()
                .satisfies(opening -> assertThat(opening.start().toLocalDateTime())
                        .isEqualTo(FIRST_TUESDAY.plusWeeks(30).atTime(9, 30)));
        assertThat(book(free(proposal)))
                .isInstanceOfSatisfying(
                        SeriesBooking.Booked.class,
                        booked -> assertThat(booked.visits()).hasSize(51));
        assertThat(count("scheduling.appointment")).isEqualTo(52);
    }

    @Test
    void keeps_the_clock_time_over_the_whole_year() {
        var booked = (SeriesBooking.Booked) book(free(propose(A_YEAR)));
        assertThat(booked.visits())
                .hasSize(52)
                .allSatisfy(
                        visit -> assertThat(visit.localStart().toLocalTime()).isEqualTo(TEN));
    }

    @Test
    void books_none_when_one_was_taken_meanwhile_and_says_which() {
        var chosen = free(propose(A_YEAR));
        bookOne(patient("Ben Ortiz"), tuesday(17));
        var answer = book(chosen);
        assertThat(answer).isInstanceOfSatisfying(SeriesBooking.Refused.class, refused -> {
            assertThat(refused.visit()).isEqualTo(wanted(tuesday(17)));
            assertThat(refused.why()).isInstanceOf(Booking.Taken.class);
        });
        assertThat(count("scheduling.appointment")).isEqualTo(1);
        assertThat(count("scheduling.series")).isZero();
        assertThat(book(chosen.stream()
                        .filter(visit -> !visit.start().equals(tuesday(17)))
                        .toList()))
                .isInstanceOf(SeriesBooking.Booked.class);
    }

    @Test
    void says_that_the_patient_is_elsewhere() {
        var kim = clinic.in(() -> clinics.practitioner(clinic.id(), clinic.location()));
        clinic.in(() -> {
            clinics.offerAlso(clinic, kim);
            return kim;
        });
        bookOne(ana, tuesday(2));
        assertThat(book(List.of(wanted(tuesday(1)), new Wanted(kim, clinic.location(), tuesday(2)))))
                .isInstanceOfSatisfying(
                        SeriesBooking.Refused.class,
                        refused -> assertThat(refused.visit().start()).isEqualTo(tuesday(2)));
    }

    @Test
    void books_none_when_two_of_the_chosen_lie_closer_than_the_protocol_asks() {
        assertThat(book(List.of(wanted(tuesday(1)), wanted(tuesday(1).plus(Duration.ofDays(2))))))
                .isEqualTo(new SeriesBooking.TooClose(
                        FIRST_TUESDAY.plusWeeks(1), FIRST_TUESDAY.plusWeeks(1).plusDays(2)));
        assertThat(count("scheduling.appointment")).isZero();
    }

    @Test
    void books_none_when_one_lies_too_close_to_a_visit_that_the_patient_has_anyway() {
        var other = bookOne(ana, tuesday(3).plus(Duration.ofDays(1)));
        assertThat(book(weeks(2, 5)))
                .isEqualTo(new SeriesBooking.TooClose(
                        FIRST_TUESDAY.plusWeeks(3), FIRST_TUESDAY.plusWeeks(3).plusDays(1)));
        assertThat(count("scheduling.appointment")).isEqualTo(1);

        clinic.in(() -> cancelAppointment.cancel(clinic.id(), other.id(), 0, CancelReason.OTHER, STAFF));
        bookOne(ana, tuesday(6));
        assertThat(book(weeks(2, 5))).isInstanceOf(SeriesBooking.Booked.class);
    }

    @Test
    void books_nothing_when_nothing_is_chosen() {
        assertThat(book(List.of())).isEqualTo(new SeriesBooking.NoneChosen());
    }

    @Test
    void keeps_apart_from_the_visits_that_the_patient_has_anyway() {
        bookOne(ana, tuesday(3).plus(Duration.ofDays(1)));
        assertThat(propose(A_YEAR).collisions())
                .extracting(Collides::day, Collides::why)
                .containsExactly(tuple(
                        FIRST_TUESDAY.plusWeeks(3),
                        new Occurrence.Why.TooClose(FIRST_TUESDAY.plusWeeks(3).plusDays(1))));
    }

    @Test
    void remembers_what_was_asked_for_and_which_visits_belong_to_it() {
        var booked = (SeriesBooking.Booked) book(weeks(0, 4));
        var series = clinic.in(() -> bookedSeries.of(clinic.id(), List.of(ana)));
        assertThat(series).hasSize(1);
        assertThat(series.getFirst().rhythm()).isEqualTo(A_YEAR);
        assertThat(series.getFirst().visits())
                .extracting(Series.Visit::id)
                .isEqualTo(booked.visits().stream().map(Appointment::id).toList());
    }

    @Test
    void cancels_what_lies_ahead_and_leaves_what_was() {
        var booked = (SeriesBooking.Booked) book(weeks(0, 4));
        clock.set(tuesday(1).plusSeconds(60));
        var cancelled = clinic.in(() -> cancelSeries.cancelRest(clinic.id(), booked.id(), CancelReason.OTHER, STAFF));
        assertThat(cancelled).isEqualTo(3);
        var series =
                clinic.in(() -> bookedSeries.find(clinic.id(), booked.id())).orElseThrow();
        assertThat(series.visits())
                .extracting(Series.Visit::status)
                .containsExactly(Status.BOOKED, Status.BOOKED, Status.CANCELLED, Status.CANCELLED, Status.CANCELLED);
        assertThat(clinic.in(() -> cancelSeries.cancelRest(clinic.id(), booked.id(), CancelReason.OTHER, STAFF)))
                .isZero();
    }

    @Test
    void lets_the_patient_hear_once_of_each_act() {
        var booked = (SeriesBooking.Booked) book(weeks(0, 2));
        clinic.in(() -> cancelSeries.cancelRest(clinic.id(), booked.id(), CancelReason.OTHER, STAFF));
        assertThat(booked.visits().stream()
                        .flatMap(visit -> Stream.of(0, 1)
                                .map(version -> clinic.in(
                                        () -> bookedSeries.isToldWithAnother(clinic.id(), visit.id(), version)))))
                .containsExactly(false, false, true, true, true, true);
    }
}
