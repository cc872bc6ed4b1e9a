package org.needlepoint.scheduling.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.needlepoint.credentials.PractitionerId;
import org.needlepoint.patients.PatientId;
import org.needlepoint.scheduling.Opening;
import org.needlepoint.scheduling.ServiceId;
import org.needlepoint.scheduling.waiting.Matching.Candidate;
import org.needlepoint.scheduling.waiting.Matching.Match;

/// Whoever waits longest among those who could come is asked first.
class WhoIsOfferedATimeTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final UUID MAIN_STREET = new UUID(0, 1);
    private static final PractitionerId ROBIN = new PractitionerId(new UUID(0, 2));
    private static final PractitionerId KIM = new PractitionerId(new UUID(0, 3));
    private static final ServiceId VISIT = new ServiceId(new UUID(0, 4));
    private static final Set<DayOfWeek> ANY_DAY = EnumSet.allOf(DayOfWeek.class);
    private static final Opening TUESDAY_TEN = opening("2026-12-08T10:00", ROBIN);
    private static final Opening TUESDAY_FOUR = opening("2026-12-08T16:00", ROBIN);
    private static final Opening FRIDAY_FOUR = opening("2026-12-11T16:00", KIM);

    private static Opening opening(String start, PractitionerId who) {
        var begin = LocalDateTime.parse(start).atZone(NEW_YORK);
        return new Opening(who, MAIN_STREET, begin, begin.plusMinutes(30));
    }

    private static Wanted wanted(
            @Nullable PractitionerId practitioner, Set<DayOfWeek> days, int earliest, int latest, String until) {
        return new Wanted(
                VISIT,
                practitioner,
                null,
                days,
                LocalTime.of(earliest, 0),
                LocalTime.of(latest, 0),
                LocalDate.parse(until),
                24);
    }

    private static Wanted anyTime() {
        return wanted(null, ANY_DAY, 0, 23, "2026-12-31");
    }

    private static Wish wish(int patient, Wanted wanted) {
        return new Wish(
                new WishId(new UUID(1, patient)),
                new PatientId(new UUID(2, patient)),
                wanted,
                Instant.EPOCH.plusSeconds(patient),
                Wish.State.WAITING,
                0);
    }

    private static Candidate waiting(Wish wish) {
        return new Candidate(wish, Set.of(), List.of());
    }

    private static List<Match> offered(List<Candidate> waiting, Opening... free) {
        return Matching.of(waiting, _ -> List.of(free), (_, _) -> true);
    }

    @Test
    void is_whoever_waits_longest() {
        var ana = wish(1, anyTime());
        var ben = wish(2, anyTime());
        assertThat(offered(List.of(waiting(ana), waiting(ben)), TUESDAY_TEN))
                .containsExactly(new Match(ana, TUESDAY_TEN));
    }

    @Test
    void is_not_somebody_who_could_not_come() {
        var withKim = wish(1, wanted(KIM, ANY_DAY, 0, 23, "2026-12-31"));
        var onFridays = wish(2, wanted(null, Set.of(DayOfWeek.FRIDAY), 0, 23, "2026-12-31"));
        var afterFour = wish(3, wanted(null, ANY_DAY, 16, 23, "2026-12-31"));
        var tooSoon = wish(4, wanted(null, ANY_DAY, 0, 23, "2026-12-07"));
        var ben = wish(5, anyTime());
        assertThat(offered(
                        List.of(
                                waiting(withKim),
                                waiting(onFridays),
                                waiting(afterFour),
                                waiting(tooSoon),
                                waiting(ben)),
                        TUESDAY_TEN))
                .containsExactly(new Match(ben, TUESDAY_TEN));
    }

    @Test
    void is_not_somebody_who_was_asked_about_that_time_before() {
        var ana = wish(1, anyTime());
        var ben = wish(2, anyTime());
        var asked = new Candidate(ana, Set.of(Matching.Slot.of(TUESDAY_TEN)), List.of());
        assertThat(offered(List.of(asked, waiting(ben)), TUESDAY_TEN)).containsExactly(new Match(ben, TUESDAY_TEN));
    }

    @Test
    void is_not_somebody_who_has_another_visit_then() {
        var ana = wish(1, anyTime());
        var elsewhere = new Matching.Span(
                TUESDAY_TEN.start().minusMinutes(15).toInstant(),
                TUESDAY_TEN.start().plusMinutes(15).toInstant());
        assertThat(offered(List.of(new Candidate(ana, Set.of(), List.of(elsewhere))), TUESDAY_TEN))
                .isEmpty();
    }

    @Test
    void is_not_somebody_who_would_know_too_late() {
        var ana = wish(1, anyTime());
        var ben = wish(2, anyTime());
        assertThat(Matching.of(
                        List.of(waiting(ana), waiting(ben)), _ -> List.of(TUESDAY_TEN), (wish, _) -> wish.equals(ben)))
                .containsExactly(new Match(ben, TUESDAY_TEN));
    }

    @Test
    void may_come_at_the_first_and_the_last_minute_they_named() {
        var ana = wish(1, wanted(ROBIN, Set.of(DayOfWeek.TUESDAY), 16, 16, "2026-12-08"));
        assertThat(offered(List.of(waiting(ana)), TUESDAY_TEN, TUESDAY_FOUR))
                .containsExactly(new Match(ana, TUESDAY_FOUR));
    }

    @Test
    void gets_the_earliest_and_the_next_person_the_next() {
        var ana = wish(1, anyTime());
        var ben = wish(2, anyTime());
        var eve = wish(3, anyTime());
        assertThat(offered(List.of(waiting(ana), waiting(ben), waiting(eve)), TUESDAY_TEN, FRIDAY_FOUR))
                .containsExactly(new Match(ana, TUESDAY_TEN), new Match(ben, FRIDAY_FOUR));
    }

    @Test
    void never_shares_a_practitioner_with_another_who_is_asked() {
        var ana = wish(1, anyTime());
        var ben = wish(2, anyTime());
        assertThat(offered(List.of(waiting(ana), waiting(ben)), TUESDAY_TEN, opening("2026-12-08T10:15", ROBIN)))
                .containsExactly(new Match(ana, TUESDAY_TEN));
    }

    @Test
    void is_not_asked_to_be_in_two_places() {
        var one = wish(1, anyTime());
        var other =
                new Wish(new WishId(new UUID(1, 9)), one.patient(), anyTime(), one.joinedAt(), Wish.State.WAITING, 0);
        assertThat(offered(List.of(waiting(one), waiting(other)), TUESDAY_TEN, opening("2026-12-08T10:00", KIM)))
                .containsExactly(new Match(one, TUESDAY_TEN));
    }
}
