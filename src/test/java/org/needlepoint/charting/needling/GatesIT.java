package org.needlepoint.charting.needling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.needlepoint.anatomy.Hazard;
import org.needlepoint.anatomy.Knowledge;
import org.needlepoint.charting.SessionId;
import org.needlepoint.charting.examination.TakeMeasures;
import org.needlepoint.charting.examination.TakeMeasures.Taken;
import org.needlepoint.charting.ledger.LedgerEvent;
import org.needlepoint.charting.ledger.LedgerEvent.FeltFaint;
import org.needlepoint.charting.ledger.LedgerEvent.Removed;
import org.needlepoint.charting.ledger.NeedleId;
import org.needlepoint.charting.ledger.NeedleTechnique;
import org.needlepoint.charting.ledger.Placement;
import org.needlepoint.charting.ledger.Tissue;
import org.needlepoint.charting.measures.Measured;
import org.needlepoint.charting.measures.Moment;
import org.needlepoint.charting.measures.RedSigns;
import org.needlepoint.charting.measures.Value;
import org.needlepoint.charting.needling.Choice.Interruption;
import org.needlepoint.charting.needling.ChooseMuscle.Wish;
import org.needlepoint.charting.needling.ChooseMuscle.Word;
import org.needlepoint.charting.needling.Treatment.Room;
import org.needlepoint.intake.Asked;
import org.needlepoint.intake.BodyArea;
import org.needlepoint.intake.Circumstance;
import org.needlepoint.intake.ConsentStanding;
import org.needlepoint.intake.ConsentTo;
import org.needlepoint.intake.Consents;
import org.needlepoint.intake.ReportedPlace;
import org.needlepoint.intake.ReviewFacts;
import org.needlepoint.intake.Said;
import org.needlepoint.intake.ScreeningStanding;
import org.needlepoint.intake.Screenings;
import org.needlepoint.intake.Technique;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.scheduling.Calendar;
import org.needlepoint.scheduling.PainReport;
import org.needlepoint.scheduling.PainReport.RedFlagAnswer;
import org.needlepoint.shared.Laterality;
import org.needlepoint.testing.IntegrationTest;
import org.needlepoint.testing.MovableClock;
import org.needlepoint.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The clinical rules, each by its number in the clinic rules.
@IntegrationTest
class GatesIT {
    private static final String TRAPEZIUS = "trapezius-upper";
    private static final String RHOMBOID = "rhomboid-major";
    private static final String CALF = "gastrocnemius-medial";

    @Autowired
    Treatment treatment;

    @Autowired
    StartNeedling startNeedling;

    @Autowired
    ChooseMuscle chooseMuscle;

    @Autowired
    Sessions sessions;

    @Autowired
    Consents consents;

    @Autowired
    Screenings screenings;

    @Autowired
    ReviewFacts reviewFacts;

    @Autowired
    Flags flags;

    @Autowired
    Calendar calendar;

    @Autowired
    TakeMeasures takeMeasures;

    @Autowired
    MovableClock clock;

    @LocalServerPort
    int port;

    @Autowired
    Knowledge knowledge;

    private Start start(Room room, @Nullable String word) {
        return start(room, room.visit(), word);
    }

    private Start start(Room room, AppointmentId visit, @Nullable String word) {
        return room.in(() -> startNeedling.start(
                room.clinic().id(), visit, new StartNeedling.Words(word, null, null, null), room.by()));
    }

    private Choice choose(Room room, SessionId session, String muscle, Laterality side) {
        return room.in(() -> chooseMuscle.choose(room.clinic().id(), session, wish(muscle, side), room.by()));
    }

    private Choice goOn(Room room, SessionId session, String muscle, Laterality side, Word word) {
        return room.in(() -> chooseMuscle.goOn(room.clinic().id(), session, wish(muscle, side), word, room.by()));
    }

    private static Wish wish(String muscle, Laterality side) {
        return new Wish(muscle, side, Technique.DRY_NEEDLING);
    }

    private static Word weighed() {
        return new Word(true, null, Because.SHALLOW.code(), null, null, null);
    }

    private void reviewed(Room room) {
        reviewed(room, room.visit());
    }

    private void reviewed(Room room, AppointmentId visit) {
        room.in(() -> {
            var standing =
                    screenings.standing(room.clinic().id(), room.patient(), visit.value(), Technique.DRY_NEEDLING);
            return reviewFacts.review(
                    room.clinic().id(),
                    room.patient(),
                    visit.value(),
                    ((ScreeningStanding.Suspended) standing).facts(),
                    "gentler",
                    room.by());
        });
    }

    private List<Flag.Kind> flagged(Room room, SessionId session) {
        return room.in(() -> flags.of(room.clinic().id(), session).stream()
                .filter(Flag::stands)
                .map(Flag::kind)
                .toList());
    }

    private static List<Class<?>> kinds(List<Interruption> interruptions) {
        return interruptions.stream().<Class<?>>map(Object::getClass).toList();
    }

    @Nested
    class RuleC1ZonesNotDepths {
        @Test
        void acknowledgement_is_asked_by_the_hazards_class_and_no_length_is_compared_with_anything() {
            var room = treatment.room(PainReport.NONE);
            var session = treatment.open(room);
            var choice = choose(room, session, RHOMBOID, Laterality.R);
            assertThat(choice.interruptions())
                    .hasAtLeastOneElementOfType(Choice.HazardsNear.class)
                    .isEqualTo(choose(room, session, RHOMBOID, Laterality.R).interruptions());
            assertThat(choice.interruptions().stream()
                            .flatMap(it ->
                                    it instanceof Choice.HazardsNear(var hazards) ? hazards.stream() : Stream.empty())
                            .map(Hazard::kind))
                    .contains(Hazard.Kind.LUNG)
                    .allMatch(Hazard.Kind::acknowledged);

            var hundred = new Placement(
                    RHOMBOID, Laterality.R, 300, 100, NeedleTechnique.DEEP_STATIC, Tissue.MUSCLE, "0.1.0+test");
            assertThat(treatment.append(room, session, new LedgerEvent.Inserted(NeedleId.next(), hundred)))
                    .isEqualTo(new Appending.Stored(1));
            assertThat(flagged(room, session)).isEmpty();
        }
    }

    @Nested
    class RuleC2RedFlagsOfPeopleSeekingCare {
        @Test
        void reported_on_booking_need_a_word_before_needling() {
            var flag = knowledge.redFlagQuestions().getFirst().id();
            var room = treatment.room(
                    new PainReport(List.of(), List.of(new RedFlagAnswer(flag, true)), "physician-first"));
            treatment.screened(room, room.visit(), Map.of());
            treatment.consented(room, BodyArea.SHOULDER);
            assertThat(start(room, null)).isInstanceOf(Start.RedFlagsReported.class);
            assertThat(start(room, "seen by the physician this morning")).isInstanceOf(Start.Started.class);
        }

        @Test
        void that_only_ask_to_tell_the_practitioner_do_not_interrupt() {
            var flag = knowledge.redFlagQuestions().getLast().id();
            var room = treatment.room(
                    new PainReport(List.of(), List.of(new RedFlagAnswer(flag, true)), "tell-practitioner"));
            treatment.screened(room, room.visit(), Map.of());
            treatment.consented(room, BodyArea.SHOULDER);
            assertThat(start(room, null)).isInstanceOf(Start.Started.class);
        }
    }

    @Nested
    class RuleC2RedSignsOfTheExamination {
        private static final String WEAK_ARM = "myotome/c7/R/plain";
        private static final String CLONUS = "upper-motor/clonus/L/plain";

        private void found(Room room, String what, String word) {
            room.in(() -> takeMeasures.take(
                    room.clinic().id(),
                    room.visit(),
                    Moment.BEFORE,
                    List.of(new Taken(Measured.of(what).orElseThrow(), new Value.Word(word), null, false)),
                    room.by()));
        }

        private Word because(String reason) {
            return new Word(true, null, Because.SHALLOW.code(), null, null, reason);
        }

        private Start start(Room room, @Nullable String aboutSigns) {
            var words = new StartNeedling.Words(null, aboutSigns, null, null);
            return room.in(() -> startNeedling.start(room.clinic().id(), room.visit(), words, room.by()));
        }

        @Test
        void need_a_word_before_the_session_and_none_after_it() {
            var room = treatment.room(PainReport.NONE);
            treatment.screened(room, room.visit(), Map.of());
            treatment.consented(room, BodyArea.values());
            found(room, WEAK_ARM, "3");
            assertThat(start(room, null))
                    .isInstanceOfSatisfying(
                            Start.RedSignsFound.class,
                            it -> assertThat(it.signs())
                                    .extracting(RedSigns::question)
                                    .containsExactly("arm-hand-weak"));
            var session = ((Start.Started) start(room, "weak since 2019, no worse")).session();
            assertThat(goOn(room, session, TRAPEZIUS, Laterality.R, weighed()).open())
                    .isTrue();
            treatment.insert(room, session, TRAPEZIUS, Laterality.R);
            assertThat(flagged(room, session)).isEmpty();
        }

        @Test
        void found_within_a_session_interrupt_once_for_all_regions_and_again_only_when_more_is_found() {
            var room = treatment.room(PainReport.NONE);
            var session = treatment.open(room);
            assertThat(goOn(room, session, TRAPEZIUS, Laterality.R, weighed()).open())
                    .isTrue();
            found(room, WEAK_ARM, "3");
            assertThat(goOn(room, session, TRAPEZIUS, Laterality.R, weighed()).interruptions())
                    .singleElement()
                    .isInstanceOf(Choice.RedSignsFound.class);
            assertThat(goOn(room, session, TRAPEZIUS, Laterality.R, because("doctor"))
                            .open())
                    .isTrue();
            assertThat(kinds(choose(room, session, CALF, Laterality.R).interruptions()))
                    .doesNotContain(Choice.RedSignsFound.class);

            found(room, CLONUS, "present");
            assertThat(kinds(choose(room, session, CALF, Laterality.R).interruptions()))
                    .contains(Choice.RedSignsFound.class);
            assertThat(goOn(room, session, CALF, Laterality.R, because("doctor"))
                            .open())
                    .isTrue();
            found(room, CLONUS, "absent");
            assertThat(choose(room, session, CALF, Laterality.R).open()).isTrue();
        }

        @Test
        void that_nobody_answered_flag_a_needle_that_went_in_after_them() {
            var room = treatment.room(PainReport.NONE);
            var session = treatment.open(room);
            treatment.insert(room, session, TRAPEZIUS, Laterality.R);
            assertThat(flagged(room, session)).isEmpty();
            clock.advance(Duration.ofMinutes(1));
            found(room, WEAK_ARM, "3");
            clock.advance(Duration.ofMinutes(1));
            treatment.insert(room, session, TRAPEZIUS, Laterality.R);
            assertThat(flagged(room, session)).containsExactly(Flag.Kind.RED_SIGN);
            clock.set(MovableClock.START);
        }

        @Test
        void say_on_the_card_and_on_the_way_in_what_to_do_and_take_a_reason() {
            var room = treatment.room(PainReport.NONE);
            treatment.screened(room, room.visit(), Map.of());
            treatment.consented(room, BodyArea.values());
            found(room, WEAK_ARM, "3");
            var staff = new Visitor(port).with("np", room.signIn());
            var way = "/p/" + room.clinic().slug() + "/appointments/" + room.visit() + "/session";
            assertThat(staff.get(way).body())
                    .contains("Physician before any needles", "name=\"signsWord\"", "Go on without needles");
            assertThat(staff.post(way, "signsWord", "  ").status()).isEqualTo(422);
            var started = staff.post(way, "signsWord", "old, no worse").location();
            assertThat(started)
                    .as("what was said goes into no address")
                    .doesNotContain("?")
                    .contains("/sessions/");
            var session = started.substring(started.indexOf("/p/"));
            found(room, CLONUS, "present");
            assertThat(staff.get(session + "/choice?muscle=" + CALF + "&side=R").body())
                    .contains("Physician today", "name=\"signReason\"", "known, no worse", "data-gate=\"asks\"");
            var answer = staff.post(session + "/choices", "muscle", CALF, "side", "R", "signReason", "known");
            assertThat(answer.body()).doesNotContain("name=\"signReason\"");
        }
    }

    @Nested
    class RuleC3GatesActOnIntentions {
        @Test
        void needling_does_not_start_without_screening_and_consent() {
            var room = treatment.room(PainReport.NONE);
            assertThat(start(room, null)).isInstanceOf(Start.NotScreened.class);
            treatment.screened(room, room.visit(), Map.of());
            assertThat(start(room, null)).isInstanceOf(Start.NoConsent.class);
            treatment.consented(room, BodyArea.SHOULDER);
            assertThat(start(room, null)).isInstanceOf(Start.Started.class);
            assertThat(start(room, null)).isInstanceOf(Start.AlreadyOpen.class);
        }

        @Test
        void what_happened_outside_the_consent_is_stored_and_flagged_until_somebody_says_a_word() {
            var room = treatment.room(PainReport.NONE);
            treatment.screened(room, room.visit(), Map.of());
            treatment.consented(room, BodyArea.LOWER_LEG);
            var session = ((Start.Started) start(room, null)).session();
            assertThat(kinds(choose(room, session, TRAPEZIUS, Laterality.R).interruptions()))
                    .contains(Choice.OutsideConsent.class);

            treatment.insert(room, session, TRAPEZIUS, Laterality.R);
            assertThat(flagged(room, session)).containsExactly(Flag.Kind.OUTSIDE_CONSENT);
            room.in(() -> {
                flags.resolve(
                        room.clinic().id(), session, Flag.Kind.OUTSIDE_CONSENT, "she had agreed aloud", room.by());
                return true;
            });
            assertThat(flagged(room, session)).isEmpty();
        }

        @Test
        void one_tap_says_that_the_patient_agreed_to_another_region() {
            var room = treatment.room(PainReport.NONE);
            treatment.screened(room, room.visit(), Map.of());
            treatment.consented(room, BodyArea.LOWER_LEG);
            var session = ((Start.Started) start(room, null)).session();
            var word = new Word(true, Asked.byStaff(room.by()), null, null, null, null);
            assertThat(goOn(room, session, TRAPEZIUS, Laterality.R, word).interruptions())
                    .isEmpty();
            treatment.insert(room, session, TRAPEZIUS, Laterality.R);
            assertThat(flagged(room, session)).isEmpty();
        }
    }

    @Nested
    class RuleW6ConsentByRegion {
        @Test
        void lets_no_muscle_outside_it_pass_in_silence() {
            var room = treatment.room(PainReport.NONE);
            treatment.screened(room, room.visit(), Map.of());
            treatment.consented(room, BodyArea.LOW_BACK, BodyArea.THIGH);
            var session = ((Start.Started) start(room, null)).session();
            var asked = 0;
            for (var muscle : knowledge.muscles()) {
                var area = BodyArea.ofRegion(muscle.region());
                for (var technique : Technique.values()) {
                    var agreed = technique == Technique.DRY_NEEDLING
                            && (area == BodyArea.LOW_BACK || area == BodyArea.THIGH);
                    var wish = new Wish(muscle.id(), Laterality.R, technique);
                    var choice = room.in(() -> chooseMuscle.choose(room.clinic().id(), session, wish, room.by()));
                    assertThat(kinds(choice.interruptions()).contains(Choice.OutsideConsent.class))
                            .as(muscle.id() + ", " + technique)
                            .isEqualTo(!agreed);
                    asked++;
                }
            }
            assertThat(asked).isGreaterThan(400);
        }

        @Test
        void makes_no_yes_of_what_a_minor_says_aloud() {
            var room = treatment.room(PainReport.NONE, LocalDate.of(2012, 5, 1));
            treatment.screened(room, room.visit(), Map.of());
            var parent = new Circumstance.Guardian("Nora Ruiz", Circumstance.Authority.PARENT, false);
            treatment.consented(
                    room, List.of(parent, new Circumstance.Assent(Circumstance.Answer.YES)), BodyArea.LOWER_LEG);
            assertThat(start(room, null))
                    .as("nobody has checked who signed")
                    .isInstanceOfSatisfying(
                            Start.NoConsent.class,
                            it -> assertThat(it.standing())
                                    .isInstanceOfSatisfying(
                                            ConsentStanding.NotEnough.class,
                                            standing -> assertThat(standing.why())
                                                    .isEqualTo(ConsentStanding.NotEnough.Why.GUARDIAN_NOT_IDENTIFIED)));
            room.in(() -> {
                consents.tell(
                        room.clinic().id(),
                        room.patient(),
                        room.visit().value(),
                        ConsentTo.NEEDLING,
                        List.of(new Circumstance.Identified(Circumstance.Means.IDENTITY_CARD)),
                        Asked.byStaff(room.by()));
                return true;
            });
            var session = ((Start.Started) start(room, null)).session();
            var word = new Word(true, Asked.byStaff(room.by()), Because.WISH.code(), null, null, null);
            var choice = goOn(room, session, TRAPEZIUS, Laterality.R, word);
            assertThat(choice.interruptions())
                    .containsExactly(new Choice.OutsideConsent(
                            "shoulder-girdle", Technique.DRY_NEEDLING, Choice.Yes.SIGNED_BY_GUARDIAN));
            assertThat(choice.canGoOn()).isFalse();
        }

        @Test
        void makes_no_yes_of_a_region_that_was_refused() {
            var room = treatment.room(PainReport.NONE);
            treatment.screened(room, room.visit(), Map.of());
            treatment.consented(room, BodyArea.LOWER_LEG, BodyArea.SHOULDER);
            room.in(() -> consents.narrowAloud(
                    room.clinic().id(),
                    room.patient(),
                    room.visit().value(),
                    BodyArea.LOWER_LEG,
                    Technique.DRY_NEEDLING,
                    Asked.byStaff(room.by())));
            var session = ((Start.Started) start(room, null)).session();
            var word = new Word(true, Asked.byStaff(room.by()), Because.WISH.code(), null, null, null);
            assertThat(kinds(goOn(room, session, CALF, Laterality.R, word).interruptions()))
                    .contains(Choice.RefusedHere.class);
        }
    }

    @Nested
    class RuleC4OneInterruptionForRegionAndVisit {
        @Test
        void what_was_weighed_is_not_asked_again_in_the_region_nor_at_the_next_visit() {
            var room = treatment.room(PainReport.NONE);
            var session = treatment.open(room);
            assertThat(choose(room, session, RHOMBOID, Laterality.R).open()).isFalse();
            assertThat(goOn(room, session, RHOMBOID, Laterality.R, weighed()).open())
                    .isTrue();
            assertThat(choose(room, session, RHOMBOID, Laterality.R).open()).isTrue();

            var next = treatment.anotherVisit(room);
            var later = treatment.open(room, next);
            assertThat(choose(room, later, RHOMBOID, Laterality.R).open()).isTrue();
        }

        @Test
        void a_changed_fact_asks_again() {
            var room = treatment.room(PainReport.NONE);
            var session = treatment.open(room);
            goOn(room, session, RHOMBOID, Laterality.R, weighed());
            treatment.screened(room, room.visit(), Map.of("anticoagulant", Said.YES));
            reviewed(room);
            assertThat(kinds(choose(room, session, RHOMBOID, Laterality.R).interruptions()))
                    .contains(Choice.HazardsNear.class, Choice.ToWeigh.class);
            assertThat(goOn(room, session, RHOMBOID, Laterality.R, weighed()).open())
                    .isTrue();
        }

        @Test
        void a_fact_that_is_new_since_the_consent_suspends_needling_until_somebody_has_looked_at_it() {
            var room = treatment.room(PainReport.NONE);
            var session = treatment.open(room);
            goOn(room, session, RHOMBOID, Laterality.R, weighed());
            treatment.screened(room, room.visit(), Map.of("lymphoedema", Said.yesAt(ReportedPlace.of("hand:L"))));
            assertThat(choose(room, session, CALF, Laterality.R).interruptions())
                    .singleElement()
                    .isInstanceOfSatisfying(
                            Choice.NotScreened.class,
                            it -> assertThat(it.standing()).isInstanceOf(ScreeningStanding.Suspended.class));
            treatment.insert(room, session, CALF, Laterality.R);
            assertThat(flagged(room, session)).containsExactly(Flag.Kind.NOT_SCREENED);

            reviewed(room);
            assertThat(goOn(room, session, CALF, Laterality.R, weighed()).open())
                    .isTrue();
        }

        @Test
        void a_fact_that_is_new_keeps_the_next_session_from_starting() {
            var room = treatment.room(PainReport.NONE);
            treatment.open(room);
            var next = treatment.anotherVisit(room);
            treatment.screened(room, next, Map.of("anticoagulant", Said.YES));
            assertThat(start(room, next, null))
                    .isInstanceOfSatisfying(
                            Start.NotScreened.class,
                            it -> assertThat(it.standing()).isInstanceOf(ScreeningStanding.Suspended.class));
            reviewed(room, next);
            assertThat(start(room, next, null)).isInstanceOf(Start.Started.class);
        }

        @Test
        void without_a_word_is_not_weighed() {
            var room = treatment.room(PainReport.NONE);
            treatment.screened(room, room.visit(), Map.of("anticoagulant", Said.YES));
            treatment.consented(room, BodyArea.values());
            var session = ((Start.Started) start(room, null)).session();
            var ticked = new Word(true, null, null, null, null, null);
            assertThat(kinds(goOn(room, session, CALF, Laterality.R, ticked).interruptions()))
                    .containsExactly(Choice.ToWeigh.class);
            assertThat(goOn(room, session, CALF, Laterality.R, weighed()).open())
                    .isTrue();
        }

        @Test
        void not_ticked_is_not_weighed() {
            var room = treatment.room(PainReport.NONE);
            var session = treatment.open(room);
            var nothing = new Word(false, null, null, null, null, null);
            assertThat(goOn(room, session, RHOMBOID, Laterality.R, nothing).open())
                    .isFalse();
        }

        @Test
        void a_stop_in_a_region_needs_a_reason_at_every_visit() {
            var room = treatment.room(PainReport.NONE);
            treatment.screened(
                    room,
                    room.visit(),
                    Map.of("eczema-psoriasis", Said.yesAt(new ReportedPlace(BodyArea.LOWER_LEG, Laterality.R))));
            treatment.consented(room, BodyArea.values());
            var session = ((Start.Started) start(room, null)).session();
            assertThat(kinds(choose(room, session, CALF, Laterality.R).interruptions()))
                    .contains(Choice.StoppedHere.class);
            assertThat(goOn(room, session, CALF, Laterality.R, weighed()).open())
                    .isFalse();

            treatment.insert(room, session, CALF, Laterality.R);
            assertThat(flagged(room, session)).containsExactly(Flag.Kind.STOPPED_IN_REGION);

            var word = new Word(true, null, null, "skin looked at: clear at this spot", null, null);
            assertThat(goOn(room, session, CALF, Laterality.R, word).open()).isTrue();
            treatment.insert(room, session, CALF, Laterality.R);
            assertThat(flagged(room, session))
                    .as("the reason was given before this one")
                    .containsExactly(Flag.Kind.STOPPED_IN_REGION);
        }
    }

    @Nested
    class RuleC5AStopStopsNeedlingNotCare {
        @Test
        void no_session_begins_and_the_visit_stays_as_it_was() {
            var room = treatment.room(PainReport.NONE);
            treatment.screened(room, room.visit(), Map.of("chest-pain-rhythm-now", Said.YES));
            treatment.consented(room, BodyArea.SHOULDER);
            var before = room.in(() -> calendar.find(room.clinic().id(), room.visit()));
            assertThat(start(room, null)).isInstanceOf(Start.Stopped.class);
            assertThat(room.in(() -> calendar.find(room.clinic().id(), room.visit())))
                    .isEqualTo(before);
        }
    }

    @Nested
    class RuleC6WatchWindowsFollowHazards {
        @Test
        void a_session_hands_on_the_hazards_of_what_was_needled_below_the_ribs_too() {
            var room = treatment.room(PainReport.NONE);
            var session = treatment.open(room);
            treatment.insert(room, session, "quadratus-lumborum", Laterality.R);
            var state =
                    room.in(() -> sessions.find(room.clinic().id(), session)).orElseThrow();
            assertThat(sessions.needledHazards(state.state())).contains("pleura", "kidney");
        }
    }

    @Nested
    class RuleC8FaintingIsMoreFrequentThanAForgottenNeedle {
        private Set<Caution> cautions(Room room, SessionId session) {
            return room.in(() -> startNeedling.cautions(
                    room.clinic().id(),
                    sessions.find(room.clinic().id(), session).orElseThrow()));
        }

        @Test
        void at_the_first_visit_and_after_a_faint_the_patient_lies_down_and_gets_the_bell() {
            var room = treatment.room(PainReport.NONE);
            var first = treatment.open(room);
            assertThat(cautions(room, first)).containsExactly(Caution.FIRST_VISIT);
            treatment.append(room, first, new FeltFaint());

            var second = treatment.open(room, treatment.anotherVisit(room));
            assertThat(cautions(room, second)).isSubsetOf(Caution.PAST_FAINT, Caution.FIRST_VISIT);
        }

        @Test
        void feeling_faint_is_one_entry_and_needles_can_come_out_before_anybody_counts() {
            var room = treatment.room(PainReport.NONE);
            var session = treatment.open(room);
            var needle = treatment.insert(room, session, TRAPEZIUS, Laterality.R);
            treatment.append(room, session, new FeltFaint());
            treatment.append(room, session, new Removed(needle));
            var state = room.in(() -> sessions.find(room.clinic().id(), session))
                    .orElseThrow()
                    .state();
            assertThat(state.faint()).isTrue();
            assertThat(state.balanced()).isTrue();
        }
    }

    @Nested
    class RuleC9NotBothSidesOfTheThorax {
        @Test
        void without_a_stated_reason() {
            var room = treatment.room(PainReport.NONE);
            var session = treatment.open(room);
            goOn(room, session, RHOMBOID, Laterality.R, weighed());
            treatment.insert(room, session, RHOMBOID, Laterality.R);
            assertThat(kinds(choose(room, session, RHOMBOID, Laterality.L).interruptions()))
                    .containsExactly(Choice.BothSidesOfThorax.class);
            assertThat(goOn(room, session, RHOMBOID, Laterality.L, weighed()).open())
                    .isFalse();
            var word = new Word(true, null, null, null, "superficial on both sides", null);
            assertThat(goOn(room, session, RHOMBOID, Laterality.L, word).open()).isTrue();
        }
    }
}
