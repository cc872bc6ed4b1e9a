package org.needlepoint.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.needlepoint.intake.ScreeningWords.JUST_NOW;
import static org.needlepoint.intake.ScreeningWords.LAST_VISIT;
import static org.needlepoint.intake.ScreeningWords.LAST_WEEK;
import static org.needlepoint.intake.ScreeningWords.THIS_VISIT;
import static org.needlepoint.intake.ScreeningWords.question;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.needlepoint.anatomy.ScreeningQuestion;
import org.needlepoint.anatomy.ScreeningQuestion.AskAgain;
import org.needlepoint.intake.ChangeReport.Told;

/// "Anything changed since Tuesday: medicines, illness, pregnancy, implant, surgery, a reaction?" is one question.
class RuleW4AnythingChangedTest {
    private static final UUID OTHER_VISIT = UUID.fromString("0193c000-0000-7000-8000-000000000003");

    private static ScreeningWords returning() {
        return new ScreeningWords().noToAll(LAST_VISIT, LAST_WEEK);
    }

    private static List<String> missing(ScreeningWords words) {
        return words.questionnaire().missing().stream()
                .map(ScreeningQuestion::id)
                .toList();
    }

    @Test
    void carries_the_earlier_answers_on_with_a_no_and_asks_what_is_true_of_the_day_only() {
        var words = returning().changed(Told.NOTHING);
        assertThat(missing(words))
                .isNotEmpty()
                .contains("ill-or-fever-today", "skin-trouble-here")
                .doesNotContain(
                        "anticoagulant", "pregnant-first-trimester", "pregnant-later", "diabetes", "lymphoedema");
        assertThat(words.questionnaire().pages())
                .extracting(Questionnaire.Page::code)
                .contains("each-visit");
    }

    @Test
    void says_of_a_carried_answer_when_it_was_first_given_and_when_it_was_carried_on() {
        var carried =
                returning().changed(Told.NOTHING).history().to("anticoagulant").getLast();
        assertThat(carried.at()).isEqualTo(JUST_NOW);
        assertThat(carried.first()).isEqualTo(LAST_WEEK);
        assertThat(carried.visit()).isEqualTo(THIS_VISIT);
    }

    @ParameterizedTest(name = "{0} opens {1} and not {2}")
    @CsvSource({
        "MEDICINES,anticoagulant antiplatelet weak-immune-system,diabetes pacemaker-or-defibrillator pregnant-later",
        "ILLNESS,diabetes lymphoedema heart-valve,anticoagulant body-implants pregnant-later",
        "PREGNANCY,pregnant-first-trimester pregnant-later,anticoagulant diabetes false-joint",
        "IMPLANT,pacemaker-or-defibrillator body-implants false-joint,anticoagulant diabetes pregnant-later",
        "SURGERY,recent-surgery spine-surgery lymph-nodes-removed,anticoagulant diabetes pregnant-later",
        "REACTION,bad-reaction-before past-lung-collapse,anticoagulant diabetes pregnant-later"
    })
    void opens_with_a_yes_just_the_questions_concerned(Change change, String opens, String leaves) {
        var words = returning().changed(Told.yes(Set.of(change)));
        assertThat(missing(words)).contains(opens.split(" ")).doesNotContain(leaves.split(" "));
    }

    @Test
    void opens_everything_that_a_change_can_touch_when_somebody_is_not_sure() {
        assertThat(missing(returning().changed(Told.UNSURE)))
                .contains(
                        "anticoagulant", "diabetes", "pacemaker-or-defibrillator", "pregnant-later", "recent-surgery");
    }

    @Test
    void never_carries_on_an_answer_that_somebody_was_not_sure_of() {
        var words = returning()
                .said("anticoagulant", Said.UNSURE, LAST_VISIT, LAST_WEEK)
                .changed(Told.NOTHING);
        assertThat(missing(words)).contains("anticoagulant");
    }

    @Test
    void carries_a_yes_on_as_well_and_asks_a_blood_thinner_for_its_last_check() {
        var words = returning()
                .said("anticoagulant", Said.YES, LAST_VISIT, LAST_WEEK)
                .changed(Told.NOTHING);
        assertThat(words.screened(Technique.DRY_NEEDLING).overall().because())
                .extracting(Reason::question)
                .contains("anticoagulant");
        assertThat(missing(words)).contains("warfarin-check-odd").doesNotContain("anticoagulant");
    }

    @Test
    void does_not_carry_on_the_first_three_months_of_a_pregnancy() {
        var words = returning()
                .said("pregnant-first-trimester", Said.YES, LAST_VISIT, LAST_WEEK)
                .changed(Told.NOTHING);
        assertThat(missing(words)).contains("pregnant-first-trimester");
    }

    @Test
    void carries_nothing_from_a_visit_before_the_last_one() {
        var words = returning()
                .said("diabetes", Said.NO, OTHER_VISIT, JUST_NOW.minusSeconds(60))
                .changed(Told.NOTHING);
        assertThat(missing(words)).contains("anticoagulant");
    }

    @Test
    void answers_what_it_stands_for() {
        assertThat(Told.NOTHING.to("medicine-change")).isEqualTo(Said.NO);
        assertThat(Told.yes(Set.of(Change.MEDICINES)).to("medicine-change")).isEqualTo(Said.YES);
        assertThat(Told.yes(Set.of(Change.MEDICINES)).to("health-change")).isEqualTo(Said.NO);
        assertThat(Told.yes(Set.of(Change.SURGERY)).to("health-change")).isEqualTo(Said.YES);
        assertThat(Told.yes(Set.of(Change.REACTION)).to("trouble-since-last-visit"))
                .isEqualTo(Said.YES);
        assertThat(Told.UNSURE.to("medicine-change")).isEqualTo(Said.UNSURE);
    }

    @ParameterizedTest
    @EnumSource(Change.class)
    void names_questions_that_exist(Change change) {
        assertThat(change.questions())
                .allSatisfy(id -> assertThat(question(id).replacedBy()).isNull());
    }

    @Test
    void leaves_no_question_out_that_is_asked_again_on_a_change() {
        var opened = Arrays.stream(Change.values())
                .map(change -> Set.copyOf(missing(returning().changed(Told.yes(Set.of(change))))))
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
        assertThat(ScreeningWords.KNOWLEDGE.screeningQuestions())
                .filteredOn(question -> question.askAgain() == AskAgain.ON_CHANGE)
                .filteredOn(question -> question.appliesTo() != ScreeningQuestion.AppliesTo.INJECTION)
                .extracting(ScreeningQuestion::id)
                .isSubsetOf(opened);
    }
}
