package org.needlepoint.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.needlepoint.anatomy.Muscle;
import org.needlepoint.anatomy.ScreeningQuestion.Effect;
import org.needlepoint.shared.Laterality;

class WhatAYesClosesTest {
    @ParameterizedTest(name = "{0} at {1}: {2} {3} closed: {4}, because {5}")
    @CsvFileSource(resources = "/cases/screening-regions.csv", numLinesToSkip = 1)
    void is_decided_by_the_region_rule(
            String question, String places, String muscle, Laterality side, String closes, String reason) {
        var known = ScreeningWords.question(question);
        var closed = RegionClosed.concerns(
                known.regionRule(),
                ScreeningWords.places(places == null ? "" : places),
                ScreeningWords.muscle(muscle),
                side);
        assertThat(closed).as(reason).isEqualTo("yes".equals(closes));
    }

    @Test
    void is_everything_where_a_place_is_asked_for_and_not_known() {
        for (var question : ScreeningWords.KNOWLEDGE.screeningQuestions()) {
            if (question.effect() != Effect.STOP_REGION || !Questionnaire.asksWhere(question)) {
                continue;
            }
            var closed = ScreeningWords.KNOWLEDGE.muscles().stream()
                    .filter(muscle -> RegionClosed.concerns(
                            question.regionRule(), ScreeningWords.places(""), muscle, Laterality.L))
                    .count();
            assertThat(closed).as(question.id()).isPositive();
        }
    }

    @Test
    void is_found_for_each_region_in_exactly_one_area() {
        var regions =
                ScreeningWords.KNOWLEDGE.muscles().stream().map(Muscle::region).collect(Collectors.toSet());
        var held = new HashSet<String>();
        Arrays.stream(BodyArea.values())
                .forEach(area -> area.regions()
                        .forEach(region ->
                                assertThat(held.add(region)).as(region).isTrue()));
        assertThat(held).containsAll(regions);
    }

    @Test
    void is_asked_about_in_exactly_one_topic() {
        for (var question : ScreeningWords.KNOWLEDGE.screeningQuestions()) {
            assertThat(Arrays.stream(Topic.values())
                            .filter(topic -> topic.questions().contains(question.id())))
                    .as(question.id())
                    .hasSize(1);
        }
    }
}
