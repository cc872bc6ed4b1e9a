package org.needlepoint.anatomy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.needlepoint.anatomy.compile.KnowledgeFolder;
import org.needlepoint.anatomy.compile.KnowledgeFolder.Compilation.Compiled;
import org.needlepoint.anatomy.compile.KnowledgeFolder.Compilation.Refused;
import org.needlepoint.shared.Texts;

/// Guards the knowledge files: nothing vanishes, nothing is claimed without a source, nothing passes as
/// reviewed.
class KnowledgeTest {
    private static final Path FOLDER = Path.of("knowledge");
    private static final Knowledge KNOWLEDGE = Knowledge.load();
    private static final int MOST_WORDS = 24;

    @Test
    void every_file_keeps_the_rules_and_the_build_compiled_this_very_folder() throws IOException {
        try (var resource = Objects.requireNonNull(Knowledge.class.getResourceAsStream("/knowledge/knowledge.json"))) {
            assertThat(new String(resource.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(compiled());
        }
    }

    @Test
    void compiles_to_the_same_bytes_every_time() throws IOException {
        assertThat(compiled()).isEqualTo(compiled());
    }

    @Test
    void holds_what_the_first_edition_held() {
        assertThat(KNOWLEDGE.muscles()).hasSizeGreaterThanOrEqualTo(150);
        assertThat(KNOWLEDGE.zones()).hasSizeGreaterThanOrEqualTo(106);
        assertThat(patterns()).hasSizeGreaterThanOrEqualTo(504);
        assertThat(KNOWLEDGE.conditions().stream().flatMap(condition -> condition.findings().stream()))
                .hasSizeGreaterThanOrEqualTo(120);
        assertThat(KNOWLEDGE.redFlagQuestions()).hasSizeGreaterThanOrEqualTo(46);
        assertThat(KNOWLEDGE.screeningQuestions()).hasSizeGreaterThanOrEqualTo(60);
        assertThat(KNOWLEDGE.hazards()).hasSizeGreaterThanOrEqualTo(64);
        assertThat(KNOWLEDGE.safetyFacts()).hasSizeGreaterThanOrEqualTo(102);
        assertThat(KNOWLEDGE.aftercare()).hasSizeGreaterThanOrEqualTo(32);
        assertThat(KNOWLEDGE.sources()).hasSizeGreaterThanOrEqualTo(294);
    }

    @Test
    void every_claim_names_sources_that_exist() {
        var claims = Stream.of(
                        KNOWLEDGE.muscles().stream().map(Muscle::sources),
                        patterns().stream().map(Pattern::sources),
                        KNOWLEDGE.zones().stream().map(Zone::sources),
                        KNOWLEDGE.hazards().stream().map(Hazard::sources),
                        KNOWLEDGE.redFlagQuestions().stream().map(RedFlagQuestion::sources),
                        KNOWLEDGE.screeningQuestions().stream().map(ScreeningQuestion::sources),
                        KNOWLEDGE.safetyFacts().stream().map(SafetyFact::sources),
                        KNOWLEDGE.aftercare().stream().map(AftercareAdvice::sources),
                        KNOWLEDGE.watchQuestions().stream().map(WatchQuestion::sources),
                        KNOWLEDGE.dermatomes().stream().map(Dermatome::sources),
                        KNOWLEDGE.movements().stream().map(Movement::sources),
                        KNOWLEDGE.otherCauses().stream().map(OtherCause::sources),
                        KNOWLEDGE.ailments().stream().map(Ailment::sources),
                        KNOWLEDGE.conditions().stream()
                                .flatMap(condition ->
                                        condition.findings().stream().map(Condition.Finding::sources)))
                .flatMap(Function.identity());

        assertThat(claims)
                .allSatisfy(sources -> assertThat(sources)
                        .isNotEmpty()
                        .allMatch(source -> KNOWLEDGE.source(source).isPresent()));
    }

    @Test
    void nothing_passes_as_reviewed_without_a_name_and_a_date() {
        var reviews = Stream.of(
                        KNOWLEDGE.muscles().stream().map(Muscle::review),
                        KNOWLEDGE.zones().stream().map(Zone::review),
                        KNOWLEDGE.redFlagQuestions().stream().map(RedFlagQuestion::review),
                        KNOWLEDGE.screeningQuestions().stream().map(ScreeningQuestion::review),
                        KNOWLEDGE.safetyFacts().stream().map(SafetyFact::review),
                        KNOWLEDGE.aftercare().stream().map(AftercareAdvice::review),
                        KNOWLEDGE.watchQuestions().stream().map(WatchQuestion::review),
                        KNOWLEDGE.conditions().stream().map(Condition::review),
                        KNOWLEDGE.dermatomes().stream().map(Dermatome::review),
                        KNOWLEDGE.movements().stream().map(Movement::review),
                        KNOWLEDGE.otherCauses().stream().map(OtherCause::review),
                        KNOWLEDGE.ailments().stream().map(Ailment::review),
                        KNOWLEDGE.hazards().stream().map(Hazard::review))
                .flatMap(Function.identity());

        assertThat(reviews)
                .allMatch(review -> review.status() == Review.State.UNREVIEWED
                        || (!review.by().isEmpty() && review.on() != null));
    }

    @Test
    void spanish_says_it_in_spanish() {
        assertThat(questions()).allSatisfy(ask -> {
            assertThat(ask.es()).contains("¿").contains("?").isNotEqualTo(ask.en());
            assertThat(ask.en()).contains("?").doesNotContain("¿");
        });
        assertThat(KNOWLEDGE.redFlagQuestions())
                .allSatisfy(question -> assertThat(question.instruction().es())
                        .isNotEqualTo(question.instruction().en()));
        assertThat(KNOWLEDGE.otherCauses())
                .allSatisfy(cause ->
                        assertThat(cause.hint().es()).isNotEqualTo(cause.hint().en()));
        assertThat(KNOWLEDGE.ailments())
                .allSatisfy(ailment -> assertThat(ailment.about().es())
                        .isNotEqualTo(ailment.about().en()));
        assertThat(KNOWLEDGE.zones())
                .allSatisfy(zone ->
                        assertThat(zone.name().es()).isNotEqualTo(zone.name().en()));
    }

    @Test
    void no_two_zones_are_called_the_same() {
        assertThat(KNOWLEDGE.zones()).extracting(zone -> zone.name().en()).doesNotHaveDuplicates();
        assertThat(KNOWLEDGE.zones()).extracting(zone -> zone.name().es()).doesNotHaveDuplicates();
    }

    @Test
    void questions_are_short_enough_to_be_read() {
        assertThat(questions()).allSatisfy(ask -> {
            assertThat(ask.en().split(" ", -1)).hasSizeLessThanOrEqualTo(MOST_WORDS);
            assertThat(ask.es().split(" ", -1)).hasSizeLessThanOrEqualTo(MOST_WORDS);
        });
    }

    @Test
    void nobody_is_asked_about_hiv_or_hepatitis() {
        // Clinic rule C12: standard precautions apply to everyone.
        assertThat(questions())
                .allSatisfy(ask -> assertThat(ask.en() + " " + ask.es())
                        .doesNotContainPattern("(?i)\\b(hiv|vih|aids|sida|hepatitis)\\b"));
        assertThat(KNOWLEDGE.screeningQuestion("latex-allergy")).isPresent();
        assertThat(KNOWLEDGE.screeningQuestion("antiseptic-allergy")).isPresent();
    }

    @Test
    void urgent_instructions_say_what_to_do_now_in_both_languages() {
        for (var question : KNOWLEDGE.redFlagQuestions()) {
            switch (question.level()) {
                case EMERGENCY -> {
                    assertThat(question.instruction().en())
                            .startsWith("Stop here.")
                            .contains("now");
                    assertThat(question.instruction().es())
                            .startsWith("Deténgase aquí.")
                            .contains("ahora");
                }
                case TODAY -> {
                    assertThat(question.instruction().en()).containsAnyOf("today", "right now");
                    assertThat(question.instruction().es()).containsAnyOf("hoy", "ahora mismo");
                }
                case PHYSICIAN_FIRST -> {
                    assertThat(question.instruction().en()).containsAnyOf("before any needles", "doctor first");
                    assertThat(question.instruction().es())
                            .containsAnyOf("antes de ponerse agujas", "primero al médico");
                }
                case TELL_PRACTITIONER -> {
                    assertThat(question.instruction().en()).startsWith("You can go on.");
                    assertThat(question.instruction().es()).startsWith("Puede continuar.");
                }
            }
        }
    }

    @Test
    void age_night_pain_and_numbness_that_stays_the_same_stop_nobody() {
        for (var id : List.of("night-pain", "first-back-pain-older", "leg-tingle-steady", "hand-tingle-night")) {
            assertThat(KNOWLEDGE.redFlagQuestion(id))
                    .get()
                    .extracting(RedFlagQuestion::level)
                    .isEqualTo(RedFlagLevel.TELL_PRACTITIONER);
        }
    }

    @Test
    void the_lung_is_a_hazard_below_the_ribs_too() {
        // Clinic rule C6: what needles a muscle can reach follows its hazards, not the name of its region.
        assertThat(KNOWLEDGE.muscle("quadratus-lumborum")).get().matches(Muscle::overPleura);
        assertThat(KNOWLEDGE.muscle("trapezius-upper")).get().matches(Muscle::overPleura);
        assertThat(KNOWLEDGE.muscle("soleus")).get().matches(muscle -> !muscle.overPleura());
    }

    @Test
    void every_sign_of_harm_that_the_clinic_watches_for_is_asked_after_the_needles_that_can_cause_it() {
        // Clinic rule C6. Lung: hours, one, two and three days; infection: at every check-in.
        assertThat(watch("breathless-or-chest-pain").hazards()).contains("pleura");
        assertThat(watch("breathless-or-chest-pain").windows())
                .containsExactly(
                        WatchQuestion.Window.HOURS,
                        WatchQuestion.Window.ONE_DAY,
                        WatchQuestion.Window.TWO_DAYS,
                        WatchQuestion.Window.THREE_DAYS);
        assertThat(watch("flank-pain-or-bloody-urine").hazards()).contains("kidney");
        assertThat(watch("limb-tight-and-painful").hazards()).contains("anterior-tibial-neurovascular");
        assertThat(watch("calf-or-leg-swollen").hazards()).contains("posterior-tibial-neurovascular");
        assertThat(watch("stroke-or-sight-signs").hazards()).contains("carotid", "vertebral-artery");
        assertThat(watch("new-weakness-or-numbness").hazards()).contains("spinal-cord");
        assertThat(watch("infection-signs").isAskedFor(java.util.Set.of(), java.util.Set.of()))
                .isTrue();
        assertThat(watch("injection-reaction").isAskedFor(java.util.Set.of(), java.util.Set.of("injection")))
                .isTrue();
    }

    @Test
    void watch_questions_say_what_to_do_now_or_today_and_leave_the_number_to_the_country() {
        assertThat(KNOWLEDGE.watchQuestions()).allSatisfy(question -> {
            var texts = question.instruction();
            switch (question.level()) {
                case EMERGENCY -> {
                    assertThat(texts.en()).containsAnyOf("Call the emergency number now.", "emergency department now.");
                    assertThat(texts.es()).containsAnyOf("Llame ahora al número de emergencias.", "ahora a urgencias.");
                }
                case TODAY -> {
                    assertThat(texts.en()).startsWith("See a doctor today.");
                    assertThat(texts.es()).startsWith("Vaya al médico hoy.");
                }
            }
            assertThat(texts.en() + texts.es()).doesNotContainPattern("\\d");
        });
    }

    private static WatchQuestion watch(String id) {
        return KNOWLEDGE.watchQuestion(id).orElseThrow();
    }

    @Test
    void snomed_codes_have_the_right_check_digit() {
        var codes = KNOWLEDGE.muscles().stream()
                .map(Muscle::codes)
                .filter(Objects::nonNull)
                .map(Muscle.Codes::snomed)
                .filter(Objects::nonNull)
                .toList();

        assertThat(codes).hasSizeGreaterThanOrEqualTo(87).allMatch(KnowledgeTest::verhoeff);
    }

    @Test
    void a_condition_is_found_by_name_by_code_and_in_any_case() {
        assertThat(KNOWLEDGE.conditionsCalled("tension-type headache"))
                .extracting(Condition::id)
                .containsExactly("chronic-tension-type-headache-women");
        assertThat(KNOWLEDGE.conditionsCalled(" KNEE osteoarthritis")).hasSize(1);
        assertThat(KNOWLEDGE.conditionsCalled("M72.2")).hasSize(3);
        assertThat(KNOWLEDGE.conditionsCalled("healthy adults")).isEmpty();
    }

    /// The words of a movement's id, as the tables of actions write them.
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("flex", "flex"),
            Map.entry("extend", "exten"),
            Map.entry("abduct", "abduct"),
            Map.entry("adduct", "adduct"),
            Map.entry("rotate", "rotat"),
            Map.entry("medially", "medially rotat"),
            Map.entry("laterally", "laterally rotat"),
            Map.entry("side", "laterally flex|abduct and rotate trunk"),
            Map.entry("raise", "elevat|raise|raising|wrinkle"),
            Map.entry("lower", "depress"),
            Map.entry("retract", "retract"),
            Map.entry("protract", "protract"),
            Map.entry("supinate", "supinate"),
            Map.entry("pronate", "pronate"),
            Map.entry("plantarflex", "plantarflex|flex foot|foot at ankle"),
            Map.entry("dorsiflex", "extend"),
            Map.entry("invert", "invert"),
            Map.entry("evert", "evert"),
            Map.entry("chew", "elevate (the )?mandible|masticat|chewing"),
            Map.entry("open", "depress.*mandible|depression of mandible"),
            Map.entry("swallow", "swallow"),
            Map.entry("close", "close"),
            Map.entry("smile", "angle of mouth"),
            Map.entry("inspire", "inspiration"),
            Map.entry("expire", "expiration|forced respiration"),
            Map.entry("walk", "walking"),
            Map.entry("tighten", "continence"));

    @Test
    void a_muscle_stands_under_a_movement_only_when_its_own_actions_name_it() {
        for (var movement : KNOWLEDGE.movements()) {
            var word = Objects.requireNonNull(WORDS.get(movement.id().split("-", 2)[0]), movement.id());
            assertThat(movement.muscles()).as(movement.id()).allSatisfy(id -> {
                var does = KNOWLEDGE.muscle(id).orElseThrow().actions().does();
                assertThat(String.join("; ", does)).containsPattern(word);
            });
        }
        assertThat(KNOWLEDGE.movement("flex-elbow"))
                .get()
                .extracting(Movement::muscles)
                .isEqualTo(List.of("biceps-brachii", "brachialis", "brachioradialis", "pronator-teres"));
    }

    @Test
    void every_root_from_the_neck_to_the_tail_supplies_skin_and_none_of_it_counts_as_read() {
        assertThat(KNOWLEDGE.dermatomes())
                .hasSize(29)
                .extracting(Dermatome::root)
                .startsWith("C2")
                .endsWith("S5")
                .doesNotHaveDuplicates();
        assertThat(KNOWLEDGE.dermatomes())
                .allSatisfy(dermatome -> assertThat(dermatome.evidence()).isEqualTo(Evidence.UNREAD));
    }

    @Test
    void every_condition_of_the_clinics_pages_is_in_the_library() {
        assertThat(KNOWLEDGE.ailments()).hasSizeGreaterThanOrEqualTo(26);
        assertThat(KNOWLEDGE.ailments())
                .extracting(ailment -> ailment.clinical().en())
                .contains(
                        "Adhesive capsulitis",
                        "Lateral epicondylitis",
                        "Medial epicondylitis",
                        "Carpal tunnel syndrome",
                        "Iliotibial band syndrome",
                        "Plantar fasciopathy",
                        "Achilles tendinopathy",
                        "Patellofemoral pain",
                        "Piriformis syndrome",
                        "Chronic exertional compartment syndrome");
    }

    @Test
    void every_group_of_patients_in_whom_points_were_counted_is_joined_by_a_condition() {
        var joined = KNOWLEDGE.ailments().stream()
                .flatMap(ailment -> ailment.counted().stream())
                .toList();

        assertThat(joined)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(KNOWLEDGE.conditions().stream()
                        .filter(condition -> !condition.comparison())
                        .map(Condition::id)
                        .toList());
    }

    @Test
    void every_red_flag_of_one_place_points_to_a_cause_that_is_told_from_a_source() {
        var pointed = KNOWLEDGE.otherCauses().stream()
                .filter(cause -> cause.evidence() == Evidence.READ)
                .flatMap(cause -> cause.redFlags().stream())
                .toList();

        assertThat(KNOWLEDGE.redFlagQuestions())
                .filteredOn(question -> !question.anywhere() && question.level() != RedFlagLevel.TELL_PRACTITIONER)
                .extracting(RedFlagQuestion::id)
                .isSubsetOf(pointed);
    }

    @Test
    void what_nobody_has_read_about_conditions_names_no_source_that_was_read() {
        var unread = Stream.concat(
                KNOWLEDGE.otherCauses().stream()
                        .filter(cause -> cause.evidence() == Evidence.UNREAD)
                        .map(OtherCause::sources),
                KNOWLEDGE.ailments().stream()
                        .filter(ailment -> ailment.evidence() == Evidence.UNREAD)
                        .map(Ailment::sources));

        assertThat(unread)
                .allSatisfy(sources -> assertThat(sources)
                        .allMatch(
                                source -> KNOWLEDGE.source(source).orElseThrow().read() == Source.Reading.UNREAD));
    }

    @Test
    void other_causes_stand_beside_the_muscles_of_a_place() {
        var causes = new OtherCauses(KNOWLEDGE);

        assertThat(causes.readForZones(List.of("groin")))
                .extracting(OtherCause::id)
                .contains("hip-osteoarthritis", "kidney");
        assertThat(causes.readForZones(List.of("calf", "shin")))
                .extracting(OtherCause::id)
                .contains("exertional-compartment", "deep-vein-thrombosis");
        assertThat(causes.readForZones(List.of("thumb", "finger-index", "finger-middle")))
                .first()
                .extracting(OtherCause::id)
                .isIn("carpal-tunnel", "cervical-radiculopathy");
        assertThat(causes.readForZones(List.of("hip-lateral")))
                .extracting(OtherCause::id)
                .doesNotContain("gluteal-tendons");
        assertThat(causes.forZones(List.of("nowhere"))).isEmpty();
    }

    @Test
    void words_have_meanings() {
        assertThat(KNOWLEDGE.meaning("region-rule", "thorax")).contains("muscles whose hazards include pleura");
        assertThat(KNOWLEDGE.meaning("region-rule", "nonsense")).isEmpty();
    }

    @Test
    void the_edition_can_be_kept_in_a_chart() {
        assertThat(KNOWLEDGE.version().toString()).matches("\\d+\\.\\d+\\.\\d+\\+[0-9a-f]{16}");
    }

    @Test
    void no_text_names_a_place_on_somebodys_machine() throws IOException {
        try (var files = Files.walk(FOLDER)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file)).as(file.toString()).doesNotContain("/tmp/", "/root/", "C:\\");
            }
        }
    }

    private static String compiled() throws IOException {
        return switch (KnowledgeFolder.compile(FOLDER)) {
            case Compiled(var json) -> json;
            case Refused(var problems) ->
                fail(String.join("\n", problems.stream().map(Objects::toString).toList()));
        };
    }

    private static List<Pattern> patterns() {
        return KNOWLEDGE.muscles().stream()
                .flatMap(muscle -> muscle.patterns().stream())
                .toList();
    }

    private static List<Texts> questions() {
        var all = new ArrayList<Texts>();
        KNOWLEDGE.redFlagQuestions().forEach(question -> all.add(question.ask()));
        KNOWLEDGE.screeningQuestions().forEach(question -> all.add(question.ask()));
        KNOWLEDGE.watchQuestions().forEach(question -> all.add(question.ask()));
        return all;
    }

    /// The check digit of SNOMED CT identifiers: Verhoeff's, sums in the dihedral group of ten.
    private static boolean verhoeff(String code) {
        int[] inverseOrder = code.chars().map(digit -> digit - '0').toArray();
        var sum = 0;
        for (var i = 0; i < inverseOrder.length; i++) {
            var digit = inverseOrder[inverseOrder.length - 1 - i];
            for (var turn = 0; turn < i % 8; turn++) {
                digit = "1576283094".charAt(digit) - '0';
            }
            sum = dihedral(sum, digit);
        }
        return sum == 0;
    }

    private static int dihedral(int a, int b) {
        if (a < 5) {
            return b < 5 ? (a + b) % 5 : 5 + (a + b - 5) % 5;
        }
        return b < 5 ? 5 + (a - 5 - b + 5) % 5 : (a - b + 5) % 5;
    }
}
