package org.needlepoint.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.needlepoint.intake.ScreeningWords.JUST_NOW;
import static org.needlepoint.intake.ScreeningWords.THIS_VISIT;
import static org.needlepoint.intake.ScreeningWords.muscle;

import org.junit.jupiter.api.Test;
import org.needlepoint.anatomy.ScreeningQuestion.Effect;
import org.needlepoint.shared.Laterality;

class ScreeningResultTest {
    private static ScreeningWords healthy() {
        return new ScreeningWords().noToAll(THIS_VISIT, JUST_NOW);
    }

    private static ScreeningStanding.Complete complete(ScreeningWords words) {
        assertThat(words.screened(Technique.DRY_NEEDLING).standing()).isInstanceOf(ScreeningStanding.Complete.class);
        return (ScreeningStanding.Complete)
                words.screened(Technique.DRY_NEEDLING).standing();
    }

    @Test
    void is_not_asked_before_the_first_answer() {
        assertThat(new ScreeningWords().screened(Technique.DRY_NEEDLING).standing())
                .isEqualTo(new ScreeningStanding.NotAsked());
    }

    @Test
    void is_incomplete_while_a_question_is_open_and_names_it() {
        var words = new ScreeningWords().says("diabetes", Said.NO);
        assertThat(words.screened(Technique.DRY_NEEDLING).standing())
                .isInstanceOfSatisfying(
                        ScreeningStanding.Incomplete.class,
                        incomplete -> assertThat(incomplete.missing())
                                .contains("epilepsy-or-fits")
                                .doesNotContain("diabetes", "steroid-allergy"));
    }

    @Test
    void is_nothing_reported_when_all_was_answered_with_no() {
        assertThat(complete(healthy()).overall()).isEqualTo(new Screening.NothingReported());
    }

    @Test
    void is_the_worst_of_all_answers_with_every_reason() {
        var words = healthy().says("diabetes", Said.YES).says("ill-or-fever-today", Said.YES);
        assertThat(complete(words).overall().because())
                .extracting(Reason::question)
                .containsExactly("ill-or-fever-today", "diabetes");
        assertThat(complete(words).overall()).isInstanceOf(Screening.Stop.class);
    }

    @Test
    void stops_in_the_region_and_nowhere_else() {
        var words = healthy().says("skin-trouble-here", Said.yesAt(ReportedPlace.of("upper-back:L")));
        var screened = words.screened(Technique.DRY_NEEDLING);
        assertThat(screened.at(muscle("rhomboid-major"), Laterality.L)).isInstanceOf(Screening.StopInRegion.class);
        assertThat(screened.at(muscle("rhomboid-major"), Laterality.R)).isEqualTo(new Screening.NothingReported());
        assertThat(complete(words).overall().because())
                .extracting(Reason::where)
                .containsExactly("upper-back:L");
    }

    @Test
    void of_not_sure_is_something_to_weigh_and_never_a_no() {
        var words = healthy().says("pregnant-first-trimester", Said.UNSURE);
        assertThat(complete(words).overall())
                .isInstanceOfSatisfying(
                        Screening.Weigh.class,
                        weigh -> assertThat(weigh.reasons()).singleElement().satisfies(reason -> {
                            assertThat(reason.unsure()).isTrue();
                            assertThat(reason.effect()).isEqualTo(Effect.WEIGH);
                        }));
    }

    @Test
    void stops_a_current_everywhere_with_a_device_in_the_body() {
        var words = healthy().says("pacemaker-or-defibrillator", Said.yesAt(ReportedPlace.of("chest:L")));
        assertThat(words.screened(Technique.ELECTRICAL_STIMULATION).overall()).isInstanceOf(Screening.Stop.class);
        assertThat(words.screened(Technique.DRY_NEEDLING).at(muscle("soleus"), Laterality.L))
                .isEqualTo(new Screening.NothingReported());
        var unsure = healthy().says("pacemaker-or-defibrillator", Said.UNSURE);
        assertThat(unsure.screened(Technique.ELECTRICAL_STIMULATION).overall()).isInstanceOf(Screening.Stop.class);
    }

    @Test
    void asks_about_allergies_to_injected_drugs_before_an_injection_only() {
        var words = healthy().says("local-anaesthetic-allergy", Said.YES);
        assertThat(words.screened(Technique.DRY_NEEDLING).overall()).isEqualTo(new Screening.NothingReported());
        assertThat(words.screened(Technique.INJECTION).overall()).isInstanceOf(Screening.Stop.class);
    }

    @Test
    void keeps_its_facts_until_a_fact_changes() {
        var before = complete(healthy().says("diabetes", Said.YES)).factsHash();
        assertThat(complete(healthy().says("diabetes", Said.YES).says("drive-soon", Said.YES))
                        .factsHash())
                .as("a drive today is no fact about needles")
                .isEqualTo(before);
        assertThat(complete(healthy().says("diabetes", Said.YES).says("frail", Said.YES))
                        .factsHash())
                .isNotEqualTo(before);
        assertThat(complete(healthy().says("diabetes", Said.UNSURE)).factsHash())
                .isNotEqualTo(before);
    }
}
