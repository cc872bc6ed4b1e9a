package org.needlepoint.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.needlepoint.anatomy.Muscle;
import org.needlepoint.audit.Actor;
import org.needlepoint.intake.Circumstance.Recorded;
import org.needlepoint.intake.ConsentEvent.Kind;
import org.needlepoint.shared.Uuid7;

/// Consent can be refused, partly refused, extended and taken back, and for a minor needs what a minor needs.
class RuleW6ConsentTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final Instant SIGNED = Instant.parse("2026-12-03T15:00:00Z");
    private static final Asked ASKED = Asked.byLink(Actor.GUEST);
    private static final Recorded IDENTIFIED = new Recorded(
            new Circumstance.Identified(Circumstance.Means.PASSPORT),
            SIGNED,
            Asked.byStaff(Actor.account(UUID.randomUUID())));

    private static ConsentEvent event(
            Kind kind, @Nullable ConsentId consent, Set<String> regions, Set<Technique> how, int at) {
        var given = kind == Kind.GIVEN;
        return new ConsentEvent(
                Uuid7.next(),
                kind,
                consent,
                UUID.randomUUID(),
                given ? "1" : null,
                given ? Uuid7.next() : null,
                regions,
                how,
                SIGNED.plusSeconds(at),
                ASKED);
    }

    private static Consent given(boolean byGuardian) {
        var consent = ConsentId.next();
        var event = new ConsentEvent(
                consent.value(),
                Kind.GIVEN,
                consent,
                null,
                "1",
                Uuid7.next(),
                BodyArea.NECK.regions(),
                Set.of(Technique.DRY_NEEDLING),
                SIGNED,
                ASKED,
                BodyArea.CHEST.regions(),
                byGuardian);
        return ((ConsentStanding.Given) ConsentEvent.standing(List.of(event))).consent();
    }

    @ParameterizedTest(
            name = "born {0}, signed 3 December 2026 by guardian {1}, identified {2}, minor says {3}, on {4}: {5}")
    @CsvSource({
        "1980-02-03, false, false, , 2026-12-03, enough",
        "1980-02-03, false, false, , 2040-12-03, enough",
        "2008-12-03, false, false, , 2026-12-03, enough",
        "2008-12-04, false, false, , 2026-12-03, NO_GUARDIAN",
        "2008-12-04, false, false, , 2026-12-04, OF_AGE_SINCE",
        "2012-05-01, false, false, , 2026-12-10, NO_GUARDIAN",
        "2012-05-01, true, true, YES, 2026-12-10, enough",
        "2012-05-01, true, true, TOO_YOUNG, 2026-12-10, enough",
        "2012-05-01, true, true, , 2026-12-10, enough",
        "2012-05-01, true, true, NO, 2026-12-10, NO_ASSENT",
        "2008-12-20, true, true, YES, 2026-12-19, enough",
        "2008-12-20, true, true, YES, 2026-12-20, OF_AGE_SINCE",
        "2008-12-20, true, true, NO, 2026-12-20, OF_AGE_SINCE",
        "2008-02-29, true, true, YES, 2026-12-20, enough",
        "2012-05-01, true, false, YES, 2026-12-10, GUARDIAN_NOT_IDENTIFIED",
        "2012-05-01, true, false, NO, 2026-12-10, NO_ASSENT",
        "2008-12-20, true, false, YES, 2026-12-20, OF_AGE_SINCE",
    })
    void of_a_minor_needs_a_guardian_and_the_minors_yes_and_ends_on_the_eighteenth_birthday(
            LocalDate born,
            boolean byGuardian,
            boolean identified,
            Circumstance.@Nullable Answer assent,
            LocalDate on,
            String expected) {
        var told = new ArrayList<Recorded>();
        if (identified) {
            told.add(IDENTIFIED);
        }
        if (assent != null) {
            told.add(new Recorded(new Circumstance.Assent(assent), SIGNED, ASKED));
        }
        var now = on.atTime(10, 0).atZone(NEW_YORK).toInstant();
        assertThat(ForMinors.notEnough(given(byGuardian), born, told, now, NEW_YORK)
                        .map(Enum::name)
                        .orElse("enough"))
                .isEqualTo(expected);
    }

    @Test
    void of_a_minor_stands_again_when_the_minor_has_changed_their_mind() {
        var told = List.of(
                IDENTIFIED,
                new Recorded(new Circumstance.Assent(Circumstance.Answer.NO), SIGNED, ASKED),
                new Recorded(new Circumstance.Assent(Circumstance.Answer.YES), SIGNED.plusSeconds(60), ASKED));
        assertThat(ForMinors.notEnough(given(true), LocalDate.of(2012, 5, 1), told, SIGNED, NEW_YORK))
                .isEmpty();
    }

    @Test
    void of_a_minor_is_not_enough_where_the_guardian_says_alone_who_they_are() {
        var alone = new Recorded(new Circumstance.Identified(Circumstance.Means.PASSPORT), SIGNED, ASKED);
        assertThat(ForMinors.notEnough(given(true), LocalDate.of(2012, 5, 1), List.of(alone), SIGNED, NEW_YORK))
                .contains(ConsentStanding.NotEnough.Why.GUARDIAN_NOT_IDENTIFIED);
    }

    @Test
    void lists_what_was_left_out_and_says_it_in_the_record() {
        var consent = given(false);
        assertThat(consent.refuses("chest")).isTrue();
        assertThat(consent.refuses("neck-anterior")).isFalse();
        assertThat(ConsentScope.record(
                        consent.signed().regions(),
                        consent.signed().techniques(),
                        consent.signed().refused()))
                .isEqualTo("dry-needling: neck-anterior neck-posterior; not chest");
    }

    @Test
    void is_taken_back_for_an_area_and_the_rest_stands() {
        var id = ConsentId.next();
        var both = new HashSet<>(BodyArea.NECK.regions());
        both.addAll(BodyArea.CHEST.regions());
        var dry = Set.of(Technique.DRY_NEEDLING);
        var standing = ConsentEvent.standing(List.of(
                event(Kind.GIVEN, id, both, dry, 0), event(Kind.NARROWED, id, BodyArea.CHEST.regions(), dry, 1)));
        var consent = ((ConsentStanding.Given) standing).consent();
        assertThat(consent.covers("chest", Technique.DRY_NEEDLING)).isFalse();
        assertThat(consent.refuses("chest")).isTrue();
        assertThat(consent.covers("neck-anterior", Technique.DRY_NEEDLING)).isTrue();
    }

    /// An oracle that is nothing but sets: what was said last about a region and a technique is what holds.
    @Test
    void covers_a_muscle_only_when_the_last_word_about_its_region_and_technique_was_a_yes() {
        var seed = Long.getLong("needlepoint.seed", 20261203L);
        var cases = Integer.getInteger("needlepoint.cases", 200);
        System.out.println("seed " + seed + ", " + cases + " cases");
        var random = new Random(seed);
        for (int i = 0; i < cases; i++) {
            var id = ConsentId.next();
            var events = new ArrayList<ConsentEvent>();
            var said = new HashSet<String>();
            for (int at = 0; at < 8; at++) {
                var kind = at == 0 ? Kind.GIVEN : any(random, List.of(Kind.EXTENDED, Kind.NARROWED, Kind.CONFIRMED));
                var area = any(random, List.of(BodyArea.values()));
                var technique = any(random, List.of(Technique.values()));
                events.add(event(kind, id, area.regions(), Set.of(technique), at));
                for (var region : area.regions()) {
                    switch (kind) {
                        case GIVEN, EXTENDED -> said.add(region + technique);
                        case NARROWED -> said.remove(region + technique);
                        case REFUSED, WITHDRAWN, CONFIRMED -> {}
                    }
                }
            }
            var consent = ((ConsentStanding.Given) ConsentEvent.standing(events)).consent();
            for (Muscle muscle : ScreeningWords.KNOWLEDGE.muscles()) {
                for (var technique : Technique.values()) {
                    assertThat(consent.covers(muscle.region(), technique))
                            .as("case %s, %s, %s", i, muscle.id(), technique)
                            .isEqualTo(said.contains(muscle.region() + technique));
                }
            }
        }
    }

    private static <T> T any(Random random, List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
