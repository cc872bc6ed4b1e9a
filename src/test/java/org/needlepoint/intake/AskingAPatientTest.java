package org.needlepoint.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.needlepoint.intake.ScreeningWords.JUST_NOW;
import static org.needlepoint.intake.ScreeningWords.LAST_VISIT;
import static org.needlepoint.intake.ScreeningWords.LAST_WEEK;
import static org.needlepoint.intake.ScreeningWords.THIS_VISIT;
import static org.needlepoint.intake.ScreeningWords.question;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.needlepoint.anatomy.ScreeningQuestion.AskAgain;
import org.needlepoint.anatomy.ScreeningQuestion.ValidFor;
import org.needlepoint.intake.Questionnaire.Page;

class AskingAPatientTest {
    @Test
    void goes_topic_by_topic_at_the_first_visit_and_not_about_a_last_time() {
        var questionnaire = new ScreeningWords().questionnaire();
        assertThat(questionnaire.pages()).hasSize(Topic.values().length).allMatch(Page.About.class::isInstance);
        assertThat(questionnaire.missing()).doesNotContain(question("health-change"));
    }

    @Test
    void goes_on_where_it_was_left() {
        var words = new ScreeningWords();
        words.questionnaire().pages().getFirst().questions().forEach(question -> words.says(question.id(), Said.NO));
        assertThat(words.questionnaire().next().map(Page::code)).contains("needles");
    }

    @Test
    void asks_somebody_who_was_here_what_has_changed_and_one_short_list() {
        var questionnaire = new ScreeningWords().noToAll(LAST_VISIT, LAST_WEEK).questionnaire();
        assertThat(questionnaire.pages()).extracting(Page::code).containsExactly("changed", "each-visit");
        assertThat(questionnaire.pages().getLast().questions())
                .allMatch(question ->
                        question.askAgain() == AskAgain.EACH_VISIT && question.validFor() != ValidFor.COURSE);
    }

    @Test
    void is_two_taps_for_somebody_who_was_here_and_is_well() {
        var words = new ScreeningWords().noToAll(LAST_VISIT, LAST_WEEK);
        var taps = 0;
        for (var page = words.questionnaire().next();
                page.isPresent();
                page = words.questionnaire().next()) {
            page.get().questions().forEach(question -> words.says(question.id(), Said.NO));
            taps++;
        }
        assertThat(taps).isEqualTo(2);
        assertThat(words.screened(Technique.DRY_NEEDLING).standing()).isInstanceOf(ScreeningStanding.Complete.class);
    }

    @Test
    void asks_again_what_a_change_can_touch_and_only_that() {
        var words = new ScreeningWords().noToAll(LAST_VISIT, LAST_WEEK);
        for (var question : List.of("health-change", "medicine-change", "trouble-since-last-visit")) {
            words.says(question, Said.YES);
        }
        assertThat(words.questionnaire().pages()).hasSizeGreaterThan(4);
        assertThat(words.questionnaire().missing())
                .contains(question("diabetes"), question("anticoagulant"))
                .doesNotContain(question("latex-allergy"), question("fainted-with-needles"));
    }

    @Test
    void shows_what_was_answered_when_a_page_is_opened_again() {
        var words = new ScreeningWords().noToAll(THIS_VISIT, JUST_NOW).says("diabetes", Said.YES);
        assertThat(words.questionnaire().said(question("diabetes"))).contains(Said.YES);
        assertThat(words.questionnaire().next()).isEmpty();
    }
}
