package org.needlepoint.scheduling.series;

import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.needlepoint.credentials.PractitionerId;
import org.needlepoint.scheduling.Opening;
import org.needlepoint.scheduling.series.Occurrence.Collides;
import org.needlepoint.scheduling.series.Occurrence.Fits;
import org.needlepoint.scheduling.series.Occurrence.Shifted;
import org.needlepoint.scheduling.series.Occurrence.Why;
import org.needlepoint.shared.Texts;

/// A series is proposed visit by visit; what stands in the way of one is named, with what is free instead.
class ProposingASeriesTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final UUID MAIN_STREET = new UUID(0, 1);
    private static final PractitionerId ROBIN = new PractitionerId(new UUID(0, 2));
    private static final PractitionerId KIM = new PractitionerId(new UUID(0, 3));
    private static final LocalDate MONDAY = LocalDate.of(2026, 12, 7);
    private static final LocalTime FOUR = LocalTime.of(16, 0);
    private static final LocalTime HALF_PAST_FOUR = LocalTime.of(16, 30);
    private static final LocalDate FAR = LocalDate.of(2030, 1, 1);

    private final List<Opening> openings = new ArrayList<>();
    private final List<Proposal.Visit> visits = new ArrayList<>();
    private final Map<LocalDate, Texts> closed = new HashMap<>();

    private static Rhythm twiceAWeek(int weeks) {
        return new Rhythm(MONDAY, weeks, 1, Set.of(TUESDAY, THURSDAY), FOUR, LocalTime.of(18, 0), 2);
    }

    private static Rhythm weekly(int weeks) {
        return new Rhythm(MONDAY, weeks, 1, Set.of(TUESDAY), FOUR, FOUR, 5);
    }

    private static LocalDate tuesday(int week) {
        return MONDAY.plusDays(1).plusWeeks(week);
    }

    private static LocalDate thursday(int week) {
        return tuesday(week).plusDays(2);
    }

    private static Opening opening(LocalDate day, LocalTime time, PractitionerId who) {
        var start = day.atTime(time).atZone(NEW_YORK);
        return new Opening(who, MAIN_STREET, start, start.plusMinutes(30));
    }

    private void free(PractitionerId who, LocalDate from, int days, LocalTime... times) {
        for (var day = from; day.isBefore(from.plusDays(days)); day = day.plusDays(1)) {
            if (day.getDayOfWeek().getValue() <= DayOfWeek.FRIDAY.getValue()) {
                for (var time : times) {
                    openings.add(opening(day, time, who));
                }
            }
        }
    }

    private void taken(LocalDate day, LocalTime... times) {
        openings.removeIf(opening -> opening.start().toLocalDate().equals(day)
                && List.of(times).contains(opening.start().toLocalTime()));
    }

    private void visit(LocalDateTime start, boolean sameService) {
        var begin = start.atZone(NEW_YORK).toInstant();
        visits.add(new Proposal.Visit(begin, begin.plusSeconds(1800), start, sameService));
    }

    private Proposal propose(Rhythm rhythm) {
        return propose(rhythm, FAR);
    }

    private Proposal propose(Rhythm rhythm, LocalDate horizon) {
        openings.sort(Comparator.comparing(Opening::start));
        return Proposal.of(rhythm, new Proposal.Calendar(openings, visits, closed, horizon));
    }

    private static Fits fits(LocalDate day, LocalTime time) {
        return new Fits(day, opening(day, time, ROBIN));
    }

    @Test
    void asks_for_each_weekday_of_each_week_counted_from_its_first_day() {
        var fromWednesday =
                new Rhythm(LocalDate.of(2026, 12, 9), 3, 1, Set.of(TUESDAY, THURSDAY), FOUR, LocalTime.of(18, 0), 2);
        assertThat(fromWednesday.days())
                .containsExactly(thursday(0), tuesday(1), thursday(1), tuesday(2), thursday(2), tuesday(3));
    }

    @Test
    void asks_for_every_other_week_when_told_so() {
        var everyOther = new Rhythm(MONDAY, 6, 2, Set.of(TUESDAY), FOUR, FOUR, 7);
        assertThat(everyOther.days()).containsExactly(tuesday(0), tuesday(2), tuesday(4));
    }

    @Test
    void knows_when_its_own_weekdays_lie_closer_than_the_protocol_allows() {
        var rhythm = new Rhythm(MONDAY, 3, 1, Set.of(TUESDAY, THURSDAY), FOUR, FOUR, 3);
        assertThat(rhythm.closest()).hasValue(2);
        assertThat(rhythm.keepsApart()).isFalse();
        assertThat(twiceAWeek(3).keepsApart()).isTrue();
    }

    @Test
    void proposes_every_visit_at_the_same_time_where_that_is_free() {
        free(ROBIN, MONDAY, 28, FOUR, HALF_PAST_FOUR);
        assertThat(propose(twiceAWeek(2)))
                .isEqualTo(new Proposal(List.of(
                        fits(tuesday(0), FOUR),
                        fits(thursday(0), FOUR),
                        fits(tuesday(1), FOUR),
                        fits(thursday(1), FOUR))));
    }

    @Test
    void of_fifty_two_weeks_with_one_conflict_names_that_one() {
        free(ROBIN, MONDAY, 53 * 7, LocalTime.of(10, 0), FOUR);
        taken(tuesday(30), FOUR);
        var proposal = propose(weekly(52));
        assertThat(proposal.occurrences()).hasSize(52);
        assertThat(proposal.collisions())
                .containsExactly(new Collides(
                        tuesday(30),
                        new Why.NothingFree(),
                        List.of(
                                opening(tuesday(30), LocalTime.of(10, 0), ROBIN),
                                opening(tuesday(30).minusDays(1), FOUR, ROBIN),
                                opening(tuesday(30).plusDays(1), FOUR, ROBIN))));
        assertThat(proposal.occurrences().stream().filter(Fits.class::isInstance))
                .hasSize(51);
    }

    @Test
    void keeps_the_clock_time_across_the_change_to_summer_time() {
        free(ROBIN, MONDAY, 26 * 7, FOUR);
        assertThat(propose(weekly(26)).occurrences())
                .allSatisfy(each -> assertThat(((Fits) each).opening().start().toLocalTime())
                        .isEqualTo(FOUR));
    }

    @Test
    void prefers_a_time_that_is_free_throughout_to_an_earlier_one_that_is_not() {
        free(ROBIN, MONDAY, 28, FOUR, HALF_PAST_FOUR);
        taken(thursday(1), FOUR);
        assertThat(propose(twiceAWeek(2)))
                .isEqualTo(new Proposal(List.of(
                        fits(tuesday(0), FOUR),
                        fits(thursday(0), HALF_PAST_FOUR),
                        fits(tuesday(1), FOUR),
                        fits(thursday(1), HALF_PAST_FOUR))));
    }

    @Test
    void takes_another_time_within_the_hours_and_says_so() {
        free(ROBIN, MONDAY, 28, FOUR, HALF_PAST_FOUR);
        taken(thursday(0), HALF_PAST_FOUR);
        taken(thursday(1), FOUR);
        assertThat(propose(twiceAWeek(3)).occurrences().get(3)).isInstanceOfSatisfying(Shifted.class, shifted -> {
            assertThat(shifted.opening()).isEqualTo(opening(thursday(1), HALF_PAST_FOUR, ROBIN));
            assertThat(shifted.alternatives()).doesNotContain(shifted.opening());
        });
    }

    @Test
    void stays_with_the_practitioner_who_is_free_most_often() {
        free(KIM, MONDAY, 7, FOUR);
        free(ROBIN, MONDAY, 28, FOUR);
        assertThat(propose(twiceAWeek(3)).occurrences())
                .allSatisfy(each ->
                        assertThat(((Fits) each).opening().practitioner()).isEqualTo(ROBIN));
    }

    @Test
    void turns_to_somebody_else_only_where_the_usual_practitioner_has_nothing() {
        free(KIM, MONDAY, 28, FOUR);
        taken(tuesday(1), FOUR);
        free(ROBIN, tuesday(1), 1, FOUR);
        assertThat(propose(twiceAWeek(2)).occurrences().get(2))
                .isInstanceOfSatisfying(
                        Shifted.class,
                        shifted -> assertThat(shifted.opening()).isEqualTo(opening(tuesday(1), FOUR, ROBIN)));
    }

    @Test
    void offers_alternatives_only_where_the_days_between_visits_are_kept() {
        free(ROBIN, MONDAY.minusDays(7), 35, FOUR);
        taken(thursday(0), FOUR);
        assertThat(propose(twiceAWeek(2)).collisions())
                .containsExactly(new Collides(
                        thursday(0),
                        new Why.NothingFree(),
                        List.of(opening(thursday(0).plusDays(1), FOUR, ROBIN))));
    }

    @Test
    void never_offers_a_day_before_the_first() {
        free(ROBIN, MONDAY.minusDays(7), 35, FOUR);
        taken(tuesday(0), FOUR);
        var wanted = new Rhythm(tuesday(0), 2, 1, Set.of(TUESDAY), FOUR, FOUR, 5);
        assertThat(propose(wanted).collisions().getFirst().alternatives())
                .extracting(opening -> opening.start().toLocalDate())
                .containsExactly(tuesday(0).plusDays(1), tuesday(0).plusDays(2));
    }

    @Test
    void names_a_visit_that_the_patient_has_at_that_time() {
        free(ROBIN, MONDAY, 21, FOUR);
        visit(tuesday(1).atTime(15, 45), false);
        assertThat(propose(weekly(2)).collisions())
                .extracting(Collides::why)
                .containsExactly(new Why.PatientBusy(tuesday(1).atTime(15, 45)));
    }

    @Test
    void names_a_visit_of_the_same_service_that_lies_too_near() {
        free(ROBIN, MONDAY, 21, FOUR);
        visit(tuesday(1).plusDays(1).atTime(9, 0), true);
        assertThat(propose(twiceAWeek(2)).collisions())
                .extracting(Collides::day, Collides::why)
                .containsExactly(
                        tuple(tuesday(1), new Why.TooClose(tuesday(1).plusDays(1))),
                        tuple(thursday(1), new Why.TooClose(tuesday(1).plusDays(1))));
    }

    @Test
    void names_the_holiday() {
        free(ROBIN, MONDAY, 21, FOUR);
        taken(tuesday(1), FOUR);
        closed.put(tuesday(1), new Texts("Stocktaking", "Inventario"));
        assertThat(propose(weekly(2)).collisions())
                .extracting(Collides::why)
                .containsExactly(new Why.Closed(new Texts("Stocktaking", "Inventario")));
    }

    @Test
    void says_from_when_on_the_service_is_not_yet_booked() {
        free(ROBIN, MONDAY, 14, FOUR);
        assertThat(propose(weekly(3), tuesday(1)).collisions())
                .extracting(Collides::why)
                .containsExactly(new Why.BeyondHorizon(tuesday(1)));
    }

    @Test
    void collides_everywhere_when_nobody_works_in_those_hours() {
        free(ROBIN, MONDAY, 21, LocalTime.of(9, 0));
        var proposal = propose(weekly(2));
        assertThat(proposal.collisions()).hasSize(2);
        assertThat(proposal.collisions().getFirst().alternatives().getFirst())
                .isEqualTo(opening(tuesday(0), LocalTime.of(9, 0), ROBIN));
    }
}
