package org.needlepoint.charting.rebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.needlepoint.charting.rebook.Proposal.Kind;
import org.needlepoint.credentials.PractitionerId;
import org.needlepoint.scheduling.Opening;

/// Which free times are offered for the next visit.
class ProposingTheNextVisitTest {
    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final LocalDateTime VISIT = LocalDateTime.parse("2026-12-03T10:00");
    private static final LocalDate TODAY = VISIT.toLocalDate();
    private static final PractitionerId PRACTITIONER = new PractitionerId(new UUID(1, 1));
    private static final UUID LOCATION = new UUID(2, 2);

    private static List<Proposal> free(String... starts) {
        var openings = Stream.of(starts)
                .map(LocalDateTime::parse)
                .map(start -> new Opening(
                        PRACTITIONER,
                        LOCATION,
                        start.atZone(ZONE),
                        start.plusMinutes(30).atZone(ZONE)))
                .toList();
        return Proposal.of(VISIT, TODAY, openings);
    }

    @Test
    void the_same_time_in_a_week_and_in_two() {
        assertThat(free("2026-12-10T09:30", "2026-12-10T10:00", "2026-12-17T10:00"))
                .extracting(
                        Proposal::kind, proposal -> proposal.opening().start().toLocalDateTime(), Proposal::sameTime)
                .containsExactly(
                        tuple(Kind.SOONEST, LocalDateTime.parse("2026-12-10T09:30"), false),
                        tuple(Kind.ONE_WEEK, LocalDateTime.parse("2026-12-10T10:00"), true),
                        tuple(Kind.TWO_WEEKS, LocalDateTime.parse("2026-12-17T10:00"), true));
    }

    @Test
    void the_nearest_on_that_day_when_the_same_time_is_taken() {
        assertThat(free("2026-12-10T08:00", "2026-12-10T10:30", "2026-12-10T14:00"))
                .filteredOn(proposal -> proposal.kind() == Kind.ONE_WEEK)
                .extracting(proposal -> proposal.opening().start().toLocalDateTime(), Proposal::sameTime)
                .containsExactly(tuple(LocalDateTime.parse("2026-12-10T10:30"), false));
    }

    @Test
    void the_soonest_keeps_three_days_from_today() {
        assertThat(free("2026-12-04T10:00", "2026-12-05T10:00", "2026-12-06T11:00"))
                .extracting(
                        Proposal::kind, proposal -> proposal.opening().start().toLocalDateTime())
                .containsExactly(tuple(Kind.SOONEST, LocalDateTime.parse("2026-12-06T11:00")));
    }

    @Test
    void a_time_is_offered_once() {
        assertThat(free("2026-12-10T10:00")).extracting(Proposal::kind).containsExactly(Kind.ONE_WEEK);
    }

    @Test
    void nothing_free_is_nothing_offered() {
        assertThat(free()).isEmpty();
    }
}
