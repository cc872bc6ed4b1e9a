package org.needlepoint.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.needlepoint.intake.ScreeningWords.JUST_NOW;
import static org.needlepoint.intake.ScreeningWords.LAST_VISIT;
import static org.needlepoint.intake.ScreeningWords.LAST_WEEK;
import static org.needlepoint.intake.ScreeningWords.THIS_VISIT;
import static org.needlepoint.intake.ScreeningWords.question;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HowLongAnAnswerHoldsTest {
    @ParameterizedTest(name = "{0}, answered {1} for this visit: {2}")
    @CsvSource({
        "drive-soon,2026-12-03T14:00:00Z,true",
        "drive-soon,2026-12-03T10:59:00Z,false",
        "ill-or-fever-today,2026-12-02T14:00:00Z,true",
        "ill-or-fever-today,2026-12-01T14:00:00Z,false",
        "diabetes-steroid,2026-11-30T14:00:00Z,true",
        "diabetes-steroid,2026-11-29T14:00:00Z,false",
        "diabetes,2026-01-05T14:00:00Z,true",
        "diabetes,2025-12-01T14:00:00Z,false",
    })
    void is_said_by_the_question(String question, Instant at, boolean holds) {
        var screened = new ScreeningWords()
                .said(question, Said.NO, THIS_VISIT, at)
                .screened(question.endsWith("steroid") ? Technique.INJECTION : Technique.DRY_NEEDLING);
        assertThat(screened.missing().contains(question(question))).isEqualTo(!holds);
    }

    @ParameterizedTest(name = "answered at {0}, needled at {1}: {2}")
    @CsvSource({
        "2026-12-03T09:00:00Z,2026-12-03T09:05:00Z,true",
        "2026-12-03T09:00:00Z,2026-12-03T13:00:00Z,true",
        "2026-12-03T09:00:00Z,2026-12-03T13:01:00Z,false",
        "2026-12-03T11:00:00Z,2026-12-03T17:00:00Z,true",
    })
    void is_hours_from_the_answer_for_who_is_treated_before_their_time(Instant at, Instant now, boolean holds) {
        var screened =
                new ScreeningWords().said("drive-soon", Said.NO, THIS_VISIT, at).screened(Technique.DRY_NEEDLING, now);
        assertThat(screened.missing().contains(question("drive-soon"))).isEqualTo(!holds);
    }

    @Test
    void is_not_over_for_a_session_that_began_while_it_held() {
        var nine = Instant.parse("2026-12-03T09:00:00Z");
        var evening = Instant.parse("2026-12-03T20:00:00Z");
        var words = new ScreeningWords().said("drive-soon", Said.NO, THIS_VISIT, nine);
        assertThat(words.screened(Technique.DRY_NEEDLING, evening).missing()).contains(question("drive-soon"));
        words.begun(nine.plusSeconds(300));
        assertThat(words.screened(Technique.DRY_NEEDLING, evening).missing()).doesNotContain(question("drive-soon"));
    }

    @Test
    void is_one_visit_for_what_is_true_of_a_visit() {
        var screened = new ScreeningWords()
                .said("anticoagulant", Said.NO, LAST_VISIT, JUST_NOW)
                .said("diabetes", Said.NO, LAST_VISIT, LAST_WEEK)
                .screened(Technique.DRY_NEEDLING);
        assertThat(screened.missing()).contains(question("anticoagulant")).doesNotContain(question("diabetes"));
    }

    @Test
    void ends_with_a_reported_change_but_not_for_what_is_asked_once() {
        var screened = new ScreeningWords()
                .noToAll(LAST_VISIT, LAST_WEEK)
                .says("health-change", Said.YES)
                .screened(Technique.DRY_NEEDLING);
        assertThat(screened.missing()).contains(question("diabetes")).doesNotContain(question("latex-allergy"));
    }

    @Test
    void ends_with_a_change_that_somebody_is_not_sure_of() {
        var screened = new ScreeningWords()
                .noToAll(LAST_VISIT, LAST_WEEK)
                .says("medicine-change", Said.UNSURE)
                .screened(Technique.DRY_NEEDLING);
        assertThat(screened.missing()).contains(question("diabetes"));
    }

    @Test
    void never_takes_away_a_yes_by_time_alone() {
        var early = new ScreeningWords().said("ill-or-fever-today", Said.YES, THIS_VISIT, LAST_WEEK);
        assertThat(early.screened(Technique.DRY_NEEDLING).overall()).isInstanceOf(Screening.Stop.class);
        var old = new ScreeningWords().said("diabetes", Said.YES, LAST_VISIT, Instant.parse("2024-12-03T15:00:00Z"));
        assertThat(old.screened(Technique.DRY_NEEDLING).overall()).isInstanceOf(Screening.Weigh.class);
        var otherVisit = new ScreeningWords().said("ill-or-fever-today", Said.YES, LAST_VISIT, LAST_WEEK);
        assertThat(otherVisit.screened(Technique.DRY_NEEDLING).overall()).isEqualTo(new Screening.NothingReported());
    }
}
