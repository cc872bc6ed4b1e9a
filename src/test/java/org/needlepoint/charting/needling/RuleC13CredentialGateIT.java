package org.needlepoint.charting.needling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.needlepoint.audit.Actor;
import org.needlepoint.charting.SessionId;
import org.needlepoint.charting.needling.Treatment.Room;
import org.needlepoint.charting.overrides.GoneOn;
import org.needlepoint.charting.overrides.OverrideRates;
import org.needlepoint.credentials.Profession;
import org.needlepoint.credentials.entitlement.Entitlement;
import org.needlepoint.credentials.entitlement.Jurisdiction;
import org.needlepoint.credentials.entitlement.Licence;
import org.needlepoint.credentials.entitlement.Notice;
import org.needlepoint.credentials.entitlement.PracticeRule;
import org.needlepoint.credentials.entitlement.PracticeRules;
import org.needlepoint.credentials.entitlement.Proposal;
import org.needlepoint.credentials.entitlement.QualificationRecords;
import org.needlepoint.credentials.entitlement.Requirements;
import org.needlepoint.credentials.entitlement.Shortfall;
import org.needlepoint.intake.Asked;
import org.needlepoint.intake.BodyArea;
import org.needlepoint.intake.Technique;
import org.needlepoint.scheduling.Clinic;
import org.needlepoint.scheduling.PainReport;
import org.needlepoint.shared.Laterality;
import org.needlepoint.testing.IntegrationTest;
import org.needlepoint.testing.MovableClock;
import org.needlepoint.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Rule C13 at the table: who is not entitled cannot start, and what has happened all the same is stored and flagged.
/// Each case of the rule itself stands in `cases/who-may-needle.csv`.
@IntegrationTest
class RuleC13CredentialGateIT {
    private static final LocalDate TODAY = LocalDate.of(2026, 12, 2);

    @Autowired
    Treatment treatment;

    @Autowired
    StartNeedling startNeedling;

    @Autowired
    ChooseMuscle chooseMuscle;

    @Autowired
    Flags flags;

    @LocalServerPort
    int port;

    @Autowired
    PracticeRules rules;

    @Autowired
    QualificationRecords qualifications;

    @Autowired
    OverrideRates rates;

    @Autowired
    MovableClock clock;

    private Room room;

    @BeforeEach
    void a_patient_who_agreed() {
        clock.set(MovableClock.START);
        room = treatment.room(PainReport.NONE);
        treatment.screened(room, room.visit(), Map.of());
        treatment.consented(room, BodyArea.values());
    }

    @AfterEach
    void the_clock_goes_back() {
        clock.set(MovableClock.START);
    }

    private void licensed(LocalDate from, LocalDate to) {
        room.in(() -> {
            qualifications.note(
                    room.clinic().id(),
                    new Licence(
                            room.clinic().practitioner(), Clinic.MARYLAND, "R-2", from, to, LocalDate.of(2030, 1, 1)),
                    Actor.SYSTEM);
            return true;
        });
    }

    private void rule(boolean permits, Requirements asked, LocalDate review) {
        room.in(() -> {
            rules.confirm(
                    room.clinic().id(),
                    new PracticeRule(
                            Clinic.MARYLAND,
                            Profession.PHYSICAL_THERAPIST,
                            permits,
                            asked,
                            Proposal.Standing.PERMITTED,
                            "https://board.example.org",
                            null,
                            Clinic.ALWAYS,
                            review),
                    Actor.SYSTEM);
            return true;
        });
    }

    private static Requirements asked(int hours, int sessions, Set<String> regions) {
        return new Requirements(hours, 0, 0, 0, sessions, false, false, regions, "");
    }

    private Start start() {
        return room.in(
                () -> startNeedling.start(room.clinic().id(), room.visit(), StartNeedling.Words.NONE, room.by()));
    }

    private List<Shortfall> shortfalls() {
        return start() instanceof Start.NotEntitled(Entitlement.NotEntitled(var where, var shortfalls))
                        && where.equals(new Jurisdiction("US-MD"))
                ? shortfalls
                : List.of();
    }

    private List<Notice> notices() {
        return room.in(() -> startNeedling.notices(room.clinic().id(), room.visit(), room.by()));
    }

    private SessionId started() {
        return ((Start.Started) start()).session();
    }

    private Choice goOn(SessionId session, String muscle) {
        var wish = new ChooseMuscle.Wish(muscle, Laterality.R, Technique.DRY_NEEDLING);
        var everything = new ChooseMuscle.Word(true, Asked.byStaff(room.by()), "wish", "wish", "wish", null);
        return room.in(() -> chooseMuscle.goOn(room.clinic().id(), session, wish, everything, room.by()));
    }

    private String card(SessionId session, String muscle) {
        return new Visitor(port)
                .with("np", room.signIn())
                .get("/p/" + room.clinic().slug() + "/sessions/" + session + "/choice?muscle=" + muscle + "&side=R")
                .body();
    }

    private static Requirements inWriting() {
        return new Requirements(0, 0, 0, 0, 0, true, false, Set.of(), "");
    }

    private List<Flag.Kind> flagged(SessionId session) {
        return room.in(() -> flags.of(room.clinic().id(), session).stream()
                .filter(Flag::stands)
                .map(Flag::kind)
                .toList());
    }

    @Test
    void lets_whoever_is_entitled_start() {
        assertThat(started()).isNotNull();
    }

    @ParameterizedTest(name = "at {0} a licence until 2 December: {1}")
    @CsvSource({
        "2026-12-02T05:00:00Z, true",
        "2026-12-02T15:00:00Z, true",
        "2026-12-03T04:59:59Z, true",
        "2026-12-03T05:00:00Z, false",
        "2026-12-04T15:00:00Z, false"
    })
    void a_licence_that_ends_today_holds_until_midnight_where_the_visit_is(Instant now, boolean entitled) {
        licensed(LocalDate.of(2015, 6, 1), TODAY);
        clock.set(now);
        assertThat(shortfalls().contains(new Shortfall.LicenceExpired(TODAY))).isNotEqualTo(entitled);
        assertThat(notices().contains(new Notice.LicenceEndsToday())).isEqualTo(entitled);
    }

    @Test
    void names_all_that_is_missing_with_its_figures() {
        licensed(LocalDate.of(2015, 6, 1), TODAY.minusDays(1));
        rule(true, asked(80, 25, Set.of()), LocalDate.of(2028, 1, 1));
        assertThat(shortfalls())
                .containsExactly(
                        new Shortfall.LicenceExpired(TODAY.minusDays(1)),
                        new Shortfall.HoursMissing(0, 80),
                        new Shortfall.SessionsMissing(0, 25));
    }

    @Test
    void lets_nobody_needle_in_the_place_of_the_practitioner_of_the_visit() {
        var session = started();
        room = new Room(room.clinic(), room.patient(), room.visit(), Actor.account(UUID.randomUUID()), room.signIn());
        assertThat(goOn(session, "trapezius-upper").interruptions())
                .hasAtLeastOneElementOfType(Choice.NotEntitledHere.class);
        treatment.insert(room, session, "trapezius-upper", Laterality.R);
        assertThat(flagged(session)).contains(Flag.Kind.NOT_ENTITLED);

        room = treatment.room(PainReport.NONE);
        treatment.screened(room, room.visit(), Map.of());
        treatment.consented(room, BodyArea.values());
        room = new Room(room.clinic(), room.patient(), room.visit(), Actor.account(UUID.randomUUID()), room.signIn());
        assertThat(shortfalls()).containsExactly(new Shortfall.NoPractitioner());
    }

    @Test
    void warns_of_a_rule_past_its_review_and_goes_on() {
        rule(true, Requirements.NONE, TODAY.minusDays(1));
        assertThat(notices()).containsExactly(new Notice.RuleToReview(TODAY.minusDays(1)));
        assertThat(started()).isNotNull();
    }

    @Test
    void stores_a_needle_of_somebody_who_may_not_and_flags_it_until_somebody_says_a_word() {
        var session = started();
        rule(false, Requirements.NONE, LocalDate.of(2028, 1, 1));
        treatment.insert(room, session, "trapezius-upper", Laterality.R);
        assertThat(flagged(session)).containsExactly(Flag.Kind.NOT_ENTITLED);
        room.in(() -> {
            flags.resolve(room.clinic().id(), session, Flag.Kind.NOT_ENTITLED, "rule was mistyped", room.by());
            return true;
        });
        assertThat(flagged(session)).isEmpty();
    }

    @Test
    void flags_a_needle_beyond_the_regions_of_the_rule() {
        rule(true, asked(0, 0, Set.of("shoulder-girdle", "hand")), LocalDate.of(2028, 1, 1));
        var session = started();
        treatment.insert(room, session, "gastrocnemius-medial", Laterality.R);
        assertThat(flagged(session)).containsExactly(Flag.Kind.NOT_ENTITLED);
    }

    @Test
    void no_word_opens_a_muscle_beyond_the_regions_of_the_rule() {
        rule(true, asked(0, 0, Set.of("shoulder-girdle", "hand")), LocalDate.of(2028, 1, 1));
        var session = started();
        var calf = goOn(session, "gastrocnemius-medial");
        assertThat(calf.interruptions())
                .singleElement()
                .isInstanceOfSatisfying(
                        Choice.NotEntitledHere.class,
                        it -> assertThat(it.region()).isEqualTo("leg-posterior"));
        assertThat(calf.canGoOn()).isFalse();
        assertThat(goOn(session, "trapezius-upper").open()).isTrue();
        assertThat(card(session, "gastrocnemius-medial"))
                .contains("does not reach this region", "ask the owner to look at the rule", "data-gate=\"asks\"")
                .doesNotContain("<button");
    }

    @Test
    void whoever_is_no_longer_entitled_chooses_no_muscle_and_is_told_what_is_missing() {
        var session = started();
        rule(false, Requirements.NONE, LocalDate.of(2028, 1, 1));
        assertThat(goOn(session, "trapezius-upper").canGoOn()).isFalse();
        assertThat(card(session, "trapezius-upper")).contains("You cannot needle here today", "Maryland");
    }

    @Test
    void no_yes_aloud_adds_a_region_where_the_rule_asks_for_consent_in_writing() {
        treatment.consented(room, BodyArea.LOWER_LEG);
        rule(true, inWriting(), LocalDate.of(2028, 1, 1));
        var session = started();
        var choice = goOn(session, "trapezius-upper");
        assertThat(choice.interruptions())
                .containsExactly(
                        new Choice.OutsideConsent("shoulder-girdle", Technique.DRY_NEEDLING, Choice.Yes.SIGNED));
        assertThat(choice.canGoOn()).isFalse();
        assertThat(card(session, "trapezius-upper"))
                .contains("asks for consent in writing", "To the consent")
                .doesNotContain("name=\"saidYes\"", "<button");
    }

    @Test
    void a_referral_that_the_rule_asks_for_is_on_file_or_takes_a_word() {
        rule(true, new Requirements(0, 0, 0, 0, 0, false, true, Set.of(), ""), LocalDate.of(2028, 1, 1));
        assertThat(start()).isInstanceOf(Start.NoReferral.class);
        var staff = new Visitor(port).with("np", room.signIn());
        var visit = "/p/" + room.clinic().slug() + "/appointments/" + room.visit();
        assertThat(staff.get(visit + "/session").body()).contains("No referral is on file", "Note a referral");
        assertThat(staff.get(visit).body()).contains(visit + "/referral");
        assertThat(staff.get(visit + "/referral").body()).contains("Nothing is on file");
        var wrong = staff.post(visit + "/referral", "dated", "2026-12-03", "from", " ");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("today at the latest", "Enter who referred");
        staff.post(visit + "/referral", "dated", "2026-11-20", "from", "Dr Lee, family physician");
        var page = staff.get(visit + "/referral").body();
        assertThat(page).contains("Dr Lee, family physician, November 20, 2026");
        assertThat(startable()).isTrue();
        var noted = page.replaceAll("(?s).*name=\"struck\" value=\"([0-9a-f-]+)\".*", "$1");
        staff.post(visit + "/referral", "struck", noted);
        assertThat(startable()).as("entered in error").isFalse();

        assertThat(staff.post(visit + "/session", "referralWord", "seen last year, letter to follow")
                        .status())
                .isEqualTo(302);
        assertThat(room.in(() -> rates.between(room.clinic().id(), TODAY, TODAY, ZoneId.of("America/New_York"))))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.kind()).isEqualTo(GoneOn.Kind.NO_REFERRAL);
                    assertThat(it.asked()).isEqualTo(1);
                    assertThat(it.goneOn()).isEqualTo(1);
                });
    }

    private boolean startable() {
        return room.in(() -> startNeedling.refusal(room.clinic().id(), room.visit(), room.by())) == null;
    }

    @Test
    void judges_a_needle_reported_late_by_the_day_of_the_visit() {
        licensed(LocalDate.of(2015, 6, 1), TODAY);
        var session = started();
        clock.set(Instant.parse("2026-12-05T15:00:00Z"));
        treatment.insert(room, session, "trapezius-upper", Laterality.R);
        assertThat(flagged(session)).doesNotContain(Flag.Kind.NOT_ENTITLED);
    }
}
