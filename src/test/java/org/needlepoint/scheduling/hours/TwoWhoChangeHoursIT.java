package org.needlepoint.scheduling.hours;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.needlepoint.audit.Actor;
import org.needlepoint.scheduling.Clinic;
import org.needlepoint.scheduling.Closure;
import org.needlepoint.scheduling.Timetables;
import org.needlepoint.shared.Texts;
import org.needlepoint.shared.Uuid7;
import org.needlepoint.testing.IntegrationTest;
import org.needlepoint.testing.MovableClock;
import org.springframework.beans.factory.annotation.Autowired;

/// Two owners who save at the same moment: one is first, and the other is told how it stands then.
@IntegrationTest
class TwoWhoChangeHoursIT {
    private static final LocalDate DAY = LocalDate.of(2026, 12, 14);
    private static final int OWNERS = 4;

    @Autowired
    Clinic clinics;

    @Autowired
    ReviseHours reviseHours;

    @Autowired
    Timetables timetables;

    @Autowired
    MovableClock clock;

    private Clinic.Opened clinic;

    @BeforeEach
    void openAClinic() {
        clock.set(MovableClock.START);
        clinic = clinics.byPhone("America/New_York");
    }

    private interface Act {
        Revision by(ReviseHours.By by, int owner);
    }

    /// All of them at once.
    private List<Revision> together(@Nullable Seen seen, Act act) throws Exception {
        var start = new CyclicBarrier(OWNERS);
        try (var threads = Executors.newFixedThreadPool(OWNERS)) {
            var acts = IntStream.range(0, OWNERS)
                    .<Callable<Revision>>mapToObj(owner -> () -> {
                        start.await();
                        var by = new ReviseHours.By(Actor.account(new UUID(7, owner)), seen, Map.of(), null);
                        return clinic.in(() -> act.by(by, owner));
                    })
                    .toList();
            return threads.invokeAll(acts).stream()
                    .map(done -> done.resultNow())
                    .toList();
        }
    }

    private Revision mondays(ReviseHours.By by, int owner) {
        var week = List.of(new WeekdayHours(DayOfWeek.MONDAY, LocalTime.of(8 + owner, 0), LocalTime.of(17, 0)));
        return reviseHours.saveWeek(
                clinic.id(), clinic.practitioner(), clinic.location(), new Period(DAY, null), week, by);
    }

    @Test
    void are_told_of_the_first_ones_week() throws Exception {
        var seen = clinic.in(() -> reviseHours.seen(clinic.id(), clinic.practitioner(), clinic.location()));
        var revisions = together(seen, this::mondays);
        assertThat(revisions).filteredOn(Revision.Saved.class::isInstance).hasSize(1);
        assertThat(revisions)
                .filteredOn(Revision.ChangedMeanwhile.class::isInstance)
                .hasSize(OWNERS - 1);
    }

    @Test
    void replace_one_anothers_week_when_they_say_so() throws Exception {
        assertThat(together(null, this::mondays)).allMatch(Revision.Saved.class::isInstance);
        assertThat(clinic.in(() -> timetables.from(clinic.id(), DAY)).weekly()).hasSize(1);
    }

    @Test
    void enter_the_same_days_once() throws Exception {
        var revisions = together(
                null,
                (by, _) -> reviseHours.add(
                        clinic.id(),
                        new Closure(
                                Uuid7.next(),
                                Closure.Kind.CLOSED,
                                null,
                                null,
                                DAY,
                                DAY,
                                null,
                                null,
                                new Texts("Staff day", "Día interno")),
                        by));
        assertThat(revisions).filteredOn(Revision.Saved.class::isInstance).hasSize(1);
        assertThat(revisions).filteredOn(Revision.SaidAlready.class::isInstance).hasSize(OWNERS - 1);
    }
}
