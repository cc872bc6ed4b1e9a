package org.needlepoint.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.needlepoint.credentials.PractitionerId;
import org.needlepoint.patients.PatientId;
import org.needlepoint.scheduling.Appointment.Status;
import org.needlepoint.shared.Money;
import org.needlepoint.shared.Texts;

/// Whom a delay concerns, and who is told of it (rule F1).
class RunningLateTest {
    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final LocalDate TODAY = LocalDate.of(2026, 12, 3);
    private static final PractitionerId MAYA = new PractitionerId(new UUID(1, 1));
    private static final PractitionerId ROBIN = new PractitionerId(new UUID(1, 2));

    private static Instant at(String time) {
        return TODAY.atTime(LocalTime.parse(time)).atZone(ZONE).toInstant();
    }

    private static Delay late(int minutes) {
        return new Delay(MAYA, TODAY, minutes, at("14:05"), 0);
    }

    private static Appointment visit(PractitionerId with, LocalDateTime start, Status status) {
        var begins = start.atZone(ZONE).toInstant();
        return new Appointment(
                new AppointmentId(new UUID(2, 1)),
                status,
                new ServiceId(new UUID(2, 2)),
                new Texts("Visit", "Visita"),
                Modality.IN_PERSON,
                new Money(9500, Currency.getInstance("USD")),
                with,
                new UUID(2, 3),
                null,
                new PatientId(new UUID(2, 4)),
                start,
                ZONE,
                begins,
                begins.plusSeconds(2700),
                status == Status.CANCELLED ? Appointment.CancelReason.OTHER : null,
                0,
                begins);
    }

    private static Appointment visit(String start) {
        return visit(MAYA, TODAY.atTime(LocalTime.parse(start)), Status.BOOKED);
    }

    @Test
    void concerns_the_visits_that_start_after_it_was_said() {
        assertThat(late(20).concerns(visit("14:10"), at("14:05"))).isTrue();
        assertThat(late(20).concerns(visit("14:05"), at("14:05"))).isFalse();
        assertThat(late(20).concerns(visit("13:30"), at("14:05"))).isFalse();
    }

    @Test
    void goes_on_concerning_somebody_whose_time_has_come_and_who_is_not_here() {
        assertThat(late(20).concerns(visit("14:10"), at("14:25"))).isTrue();
    }

    @Test
    void concerns_no_other_practitioner_and_no_other_day() {
        assertThat(late(20).concerns(visit(ROBIN, TODAY.atTime(15, 0), Status.BOOKED), at("14:05")))
                .isFalse();
        assertThat(late(20).concerns(visit(MAYA, TODAY.plusDays(1).atTime(15, 0), Status.BOOKED), at("14:05")))
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource(value = Status.class, mode = EnumSource.Mode.EXCLUDE, names = "BOOKED")
    void concerns_nobody_who_is_here_or_does_not_come(Status status) {
        assertThat(late(20).concerns(visit(MAYA, TODAY.atTime(15, 0), status), at("14:05")))
                .isFalse();
    }

    @Test
    void ends_with_the_day_on_the_clocks_where_the_visit_takes_place() {
        var last = visit("23:30");
        assertThat(late(120).concerns(last, at("23:59"))).isTrue();
        assertThat(late(120).concerns(last, TODAY.plusDays(1).atStartOfDay(ZONE).toInstant()))
                .isFalse();
    }

    @ParameterizedTest(name = "told {1} before, {0} now: {2}")
    @CsvSource({
        "20,,true", // nothing yet
        "20,20,false",
        "25,20,false", // five minutes more are on the page
        "30,20,true",
        "10,20,true",
        "0,20,true", // on time again
        "0,,false", // was never told of a delay
        "0,0,false",
        "20,0,true", // late again
    })
    void is_told_to_whoever_would_wait_ten_minutes_more_or_less_than_they_know(
            int minutes, @Nullable Integer told, boolean news) {
        assertThat(late(minutes).isNewsTo(told)).isEqualTo(news);
    }

    @ParameterizedTest
    @ValueSource(ints = {-20, 1, 4, 121})
    void is_five_minutes_to_two_hours(int minutes) {
        assertThat(Delay.isPossible(minutes)).isFalse();
        assertThatThrownBy(() -> late(minutes)).isInstanceOf(IllegalArgumentException.class);
    }
}
