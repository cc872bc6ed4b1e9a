package org.needlepoint.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.needlepoint.intake.ScreeningWords.JUST_NOW;
import static org.needlepoint.intake.ScreeningWords.LAST_VISIT;
import static org.needlepoint.intake.ScreeningWords.LAST_WEEK;
import static org.needlepoint.intake.ScreeningWords.THIS_VISIT;
import static org.needlepoint.intake.ScreeningWords.muscle;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.needlepoint.shared.Laterality;

/// A fact that is new since the patient agreed stops needling until a practitioner has looked at it.
class NewFactsSuspendNeedlingTest {
    private static final java.time.Instant SOON = JUST_NOW.plus(Duration.ofMinutes(1));

    /// Treated last week with nothing reported, and asked again today.
    private static ScreeningWords treated() {
        return new ScreeningWords()
                .noToAll(LAST_VISIT, LAST_WEEK)
                .agreed(LAST_VISIT, LAST_WEEK.plusSeconds(60))
                .noToAll(THIS_VISIT, JUST_NOW);
    }

    private static ScreeningStanding standing(ScreeningWords words) {
        return words.screened(Technique.DRY_NEEDLING).standing();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "anticoagulant",
                "pregnant-later",
                "pacemaker-or-defibrillator",
                "body-implants",
                "skin-trouble-here",
                "lymphoedema",
                "recent-surgery",
                "trouble-since-last-visit"
            })
    void when_a_no_becomes_a_yes(String question) {
        var words = treated().says(question, Said.YES);
        assertThat(standing(words))
                .isInstanceOfSatisfying(
                        ScreeningStanding.Suspended.class,
                        suspended -> assertThat(suspended.reasons())
                                .extracting(Reason::question)
                                .containsExactly(question));
    }

    @Test
    void when_somebody_is_not_sure_any_more() {
        assertThat(standing(treated().says("anticoagulant", Said.UNSURE)))
                .isInstanceOf(ScreeningStanding.Suspended.class);
    }

    @Test
    void when_the_same_thing_is_reported_in_another_place() {
        var neck = Said.yesAt(ReportedPlace.of("neck:L"));
        var words = new ScreeningWords()
                .noToAll(LAST_VISIT, LAST_WEEK)
                .said("lymphoedema", neck, LAST_VISIT, LAST_WEEK)
                .agreed(LAST_VISIT, LAST_WEEK.plusSeconds(60))
                .noToAll(THIS_VISIT, JUST_NOW);
        assertThat(standing(words.says("lymphoedema", neck)))
                .as("a no in between makes it new")
                .isInstanceOf(ScreeningStanding.Suspended.class);
        var again = new ScreeningWords()
                .noToAll(THIS_VISIT, JUST_NOW.minusSeconds(60))
                .said("lymphoedema", neck, LAST_VISIT, LAST_WEEK)
                .agreed(LAST_VISIT, LAST_WEEK.plusSeconds(60));
        assertThat(standing(again.says("lymphoedema", neck))).isInstanceOf(ScreeningStanding.Complete.class);
        assertThat(standing(again.says("lymphoedema", Said.yesAt(ReportedPlace.of("shoulder:L")))))
                .isInstanceOf(ScreeningStanding.Suspended.class);
    }

    @Test
    void until_it_was_reviewed_and_then_no_more() {
        var words = treated().says("anticoagulant", Said.YES).reviewed(SOON);
        assertThat(standing(words)).isInstanceOf(ScreeningStanding.Complete.class);
    }

    @Test
    void again_when_one_more_comes_after_the_review() {
        var words = treated()
                .says("anticoagulant", Said.YES)
                .reviewed(SOON)
                .said("lymphoedema", Said.YES, THIS_VISIT, SOON.plusSeconds(60));
        assertThat(standing(words))
                .isInstanceOfSatisfying(
                        ScreeningStanding.Suspended.class,
                        suspended -> assertThat(suspended.facts()).containsExactly("lymphoedema=yes@"));
    }

    @Test
    void not_for_what_was_known_before_the_patient_agreed() {
        var words = new ScreeningWords()
                .noToAll(LAST_VISIT, LAST_WEEK)
                .said("anticoagulant", Said.YES, LAST_VISIT, LAST_WEEK)
                .agreed(LAST_VISIT, LAST_WEEK.plusSeconds(60))
                .changed(ChangeReport.Told.NOTHING);
        ScreeningWords.KNOWLEDGE.screeningQuestions().stream()
                .filter(question -> words.questionnaire().missing().contains(question))
                .forEach(question -> words.says(question.id(), Said.NO));
        assertThat(standing(words)).isInstanceOf(ScreeningStanding.Complete.class);
    }

    @Test
    void not_for_the_first_answers_of_somebody_who_signed_before_answering() {
        var words = new ScreeningWords()
                .agreed(THIS_VISIT, LAST_WEEK)
                .noToAll(ScreeningWords.LAST_VISIT, LAST_WEEK.minusSeconds(60));
        assertThat(standing(new ScreeningWords()
                        .agreed(THIS_VISIT, LAST_WEEK)
                        .said("diabetes", Said.YES, THIS_VISIT, JUST_NOW)))
                .isInstanceOf(ScreeningStanding.Incomplete.class);
        assertThat(words.screened(Technique.DRY_NEEDLING).newFacts()).isEmpty();
        assertThat(new ScreeningWords()
                        .agreed(THIS_VISIT, LAST_WEEK)
                        .says("diabetes", Said.YES)
                        .screened(Technique.DRY_NEEDLING)
                        .newFacts())
                .isEmpty();
    }

    @Test
    void not_for_a_meal_or_a_drive() {
        assertThat(standing(treated().says("hungry-or-worn-out", Said.YES)))
                .isInstanceOf(ScreeningStanding.Complete.class);
    }

    @Test
    void and_a_stop_stays_a_stop() {
        assertThat(standing(treated().says("ill-or-fever-today", Said.YES)))
                .isInstanceOfSatisfying(
                        ScreeningStanding.Complete.class,
                        complete -> assertThat(complete.overall()).isInstanceOf(Screening.Stop.class));
    }

    @Test
    void and_a_current_is_stopped_in_every_muscle_by_a_device() {
        var words = treated().says("pacemaker-or-defibrillator", Said.yesAt(ReportedPlace.of("chest:L")));
        assertThat(words.screened(Technique.ELECTRICAL_STIMULATION).at(muscle("soleus"), Laterality.R))
                .isInstanceOf(Screening.Stop.class);
    }
}
