package org.needlepoint.intake.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.needlepoint.audit.Actor;
import org.needlepoint.credentials.Profession;
import org.needlepoint.credentials.entitlement.PracticeRule;
import org.needlepoint.credentials.entitlement.PracticeRules;
import org.needlepoint.credentials.entitlement.Proposal;
import org.needlepoint.credentials.entitlement.Requirements;
import org.needlepoint.intake.BodyArea;
import org.needlepoint.intake.ConsentStanding;
import org.needlepoint.intake.ConsentStanding.NotEnough.Why;
import org.needlepoint.intake.ConsentTo;
import org.needlepoint.intake.Consents;
import org.needlepoint.intake.ContentSet;
import org.needlepoint.intake.ContentSets;
import org.needlepoint.intake.PhotoConsents;
import org.needlepoint.intake.Technique;
import org.needlepoint.scheduling.Clinic;
import org.needlepoint.testing.IntegrationTest;
import org.needlepoint.testing.MovableClock;
import org.needlepoint.testing.PracticeFixture;
import org.needlepoint.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/// Consent as people really give it: in part, with an interpreter, for a minor, and once more when something is taken
/// back.
@IntegrationTest
@Import(PreparedVisit.class)
class RuleW6ConsentIT {
    /// Eighteen on 20 December 2026.
    private static final String MINOR = "2008-12-20";

    @LocalServerPort
    private int port;

    @Autowired
    private PreparedVisit visits;

    @Autowired
    private Consents consents;

    @Autowired
    private PhotoConsents photoConsents;

    @Autowired
    private ContentSets sets;

    @Autowired
    private PracticeRules rules;

    @Autowired
    private PracticeFixture practices;

    @Autowired
    private MovableClock clock;

    @AfterEach
    void reset() {
        clock.set(MovableClock.START);
    }

    private ConsentStanding standing(PreparedVisit.Opened visit) {
        return visit.clinic().in(() -> consents.standing(visit.practice(), visit.chart()));
    }

    private Visitor.Answer sign(Visitor patient, PreparedVisit.Opened visit, String more) {
        return patient.send(
                "POST",
                visit.path() + "/signature",
                "application/x-www-form-urlencoded",
                "where=chosen&edition=" + sets.edition(ContentSet.CONSENT) + "&" + more);
    }

    private Visitor practitioner(PreparedVisit.Opened visit) {
        return visits.signedIn(port, visit.practice(), visit.account());
    }

    private PreparedVisit.Opened signed(String more) {
        var visit = visits.open();
        var patient = visits.patient(port, visit);
        patient.get(visit.path() + "/consent");
        assertThat(sign(patient, visit, more).status()).isEqualTo(303);
        return visit;
    }

    @Test
    void lists_what_the_patient_does_not_agree_to_in_what_they_sign() {
        var visit = visits.open();
        var patient = visits.patient(port, visit);
        patient.get(visit.path() + "/consent");
        var text = patient.send(
                "POST",
                visit.path() + "/consent",
                "application/x-www-form-urlencoded",
                "where=chosen&area=low-back&area=chest&not=chest&not=neck");
        assertThat(text.body())
                .contains("Not agreed to", "Neck, Chest, Electrical current")
                .contains("Counted in studies");
        assertThat(sign(patient, visit, "area=low-back&not=chest&not=neck&name=Ada+Example")
                        .status())
                .isEqualTo(303);
        var consent = ((ConsentStanding.Given) standing(visit)).consent();
        assertThat(consent.refuses("chest")).isTrue();
        assertThat(consent.covers("chest", Technique.DRY_NEEDLING)).isFalse();
        assertThat(practitioner(visit).get(visit.staff("/consent")).body()).contains("Not agreed to", "Neck, Chest");
    }

    @Test
    void shows_every_consent_that_was_ever_signed_as_it_was() {
        var visit = signed("area=low-back&name=Ada+Example");
        var patient = visits.patient(port, visit);
        patient.get(visit.path() + "/consent");
        sign(patient, visit, "area=neck&name=Ada+B.+Example");
        var documents =
                visit.clinic().in(() -> consents.everSigned(visit.practice(), visit.chart(), ConsentTo.NEEDLING));
        assertThat(documents).hasSize(2);
        assertThat(documents.getLast().document().signature().name()).isEqualTo("Ada Example");
        assertThat(practitioner(visit).get(visit.staff("/consent")).body())
                .contains("Signed before", "Signed by Ada Example", "Signed by Ada B. Example");
    }

    @Test
    void records_interpreter_language_witness_and_that_it_was_said_back() {
        var visit = signed("area=low-back&name=Ada+Example");
        var staff = practitioner(visit);
        staff.get(visit.staff("/consent"));
        var kept = staff.post(
                visit.staff("/consent"),
                "said",
                "how",
                "interpreter",
                "Line 4711",
                "language",
                "Tagalog",
                "witness",
                "Nia Boyd",
                "saidBack",
                "true");
        assertThat(kept.status()).isEqualTo(303);
        assertThat(staff.get(visit.staff("/consent")).body())
                .contains("Line 4711, Tagalog", "Nia Boyd", "Said back in own words");
        var alone = staff.post(visit.staff("/consent"), "said", "how", "interpreter", "Line 4712");
        assertThat(alone.status()).isEqualTo(422);
        assertThat(alone.body()).contains("Enter the language", "Line 4712");
        assertThat(staff.post(visit.staff("/consent"), "said", "how").status()).isEqualTo(422);
    }

    @Test
    void is_taken_back_for_one_area_aloud() {
        var visit = signed("area=low-back&area=neck&name=Ada+Example");
        var staff = practitioner(visit);
        staff.get(visit.staff("/consent"));
        staff.post(visit.staff("/consent"), "said", "not-there", "area", "neck", "technique", "dry-needling");
        var consent = ((ConsentStanding.Given) standing(visit)).consent();
        assertThat(consent.covers("neck-posterior", Technique.DRY_NEEDLING)).isFalse();
        assertThat(consent.covers("back-lumbar", Technique.DRY_NEEDLING)).isTrue();
    }

    @Test
    void of_a_minor_is_signed_by_somebody_who_may_with_what_the_minor_says() {
        var visit = visits.open(MINOR);
        var patient = visits.patient(port, visit, MINOR);
        patient.get(visit.path() + "/consent");
        var text = patient.post(visit.path() + "/consent", "where", "chosen", "area", "low-back");
        assertThat(text.body())
                .contains("The patient is a minor", "Signed by a guardian for", "Does the young person agree?");
        var missing = sign(patient, visit, "area=low-back&name=Nora+Example&authority=parent");
        assertThat(missing.status()).isEqualTo(422);
        assertThat(missing.body()).contains("Choose what the young person says", "Nora Example");
        assertThat(standing(visit)).isInstanceOf(ConsentStanding.None.class);

        sign(patient, visit, "area=low-back&name=Nora+Example&authority=parent&assent=yes");
        assertThat(why(visit)).isEqualTo(Why.GUARDIAN_NOT_IDENTIFIED);
        assertThat(patient.get(visit.path() + "/consent").body())
                .contains("brings an identity document to the visit", "Signed by Nora Example", "/withdrawal");
        assertThat(patient.get(visit.path()).body()).contains("Signed");
        var staff = practitioner(visit);
        var page = staff.get(visit.staff("/consent")).body();
        assertThat(page)
                .contains("Nora Example, signed from elsewhere", "own privacy", "not known")
                .contains("nobody here has checked who they are");
        assertThat(staff.post(visit.staff("/consent"), "said", "identified").body())
                .contains("Choose how you know who signed");
        staff.post(visit.staff("/consent"), "said", "identified", "means", "passport");
        assertThat(standing(visit)).isInstanceOf(ConsentStanding.Given.class);
        assertThat(staff.get(visit.staff("/consent")).body())
                .contains("Saw a passport; checked by ")
                .doesNotContain("nobody here has checked who they are");
    }

    @Test
    void of_a_minor_reaches_no_further_by_what_the_minor_says_aloud() {
        var visit = visits.open(MINOR);
        var patient = visits.patient(port, visit, MINOR);
        patient.get(visit.path() + "/consent");
        sign(patient, visit, "area=low-back&area=neck&name=Nora+Example&authority=parent&assent=yes");
        var staff = practitioner(visit);
        identified(staff, visit);
        assertThat(staff.get(visit.staff("/consent")).body())
                .contains("whoever signs for them reads and signs again", "No longer there")
                .doesNotContain("value=\"one-more\"");
        staff.post(visit.staff("/consent"), "said", "one-more", "area", "thigh", "technique", "dry-needling");
        assertThat(covers(visit, BodyArea.THIGH)).isFalse();
        staff.post(visit.staff("/consent"), "said", "not-there", "area", "neck", "technique", "dry-needling");
        assertThat(covers(visit, BodyArea.NECK)).as("a minor's no counts").isFalse();
        assertThat(covers(visit, BodyArea.LOW_BACK)).isTrue();
    }

    private boolean covers(PreparedVisit.Opened visit, BodyArea area) {
        var consent = ((ConsentStanding.Given) standing(visit)).consent();
        return area.regions().stream().anyMatch(region -> consent.covers(region, Technique.DRY_NEEDLING));
    }

    @Test
    void of_a_minor_who_says_no_carries_no_needle() {
        var visit = visits.open(MINOR);
        var patient = visits.patient(port, visit, MINOR);
        patient.get(visit.path() + "/consent");
        sign(patient, visit, "area=low-back&name=Nora+Example&authority=parent&assent=no");
        assertThat(why(visit)).isEqualTo(Why.NO_ASSENT);
        var staff = practitioner(visit);
        assertThat(staff.get(visit.staff("/consent")).body()).contains("the minor said no", "Not enough");
        identified(staff, visit);
        staff.post(visit.staff("/consent"), "said", "how", "assent", "yes");
        assertThat(standing(visit)).isInstanceOf(ConsentStanding.Given.class);
    }

    private static void identified(Visitor staff, PreparedVisit.Opened visit) {
        staff.get(visit.staff("/consent"));
        staff.post(visit.staff("/consent"), "said", "how", "means", "known");
    }

    private Why why(PreparedVisit.Opened visit) {
        return ((ConsentStanding.NotEnough) standing(visit)).why();
    }

    @Test
    void of_a_guardian_ends_on_the_eighteenth_birthday_and_the_gate_says_so() {
        var visit = visits.open(MINOR);
        var patient = visits.patient(port, visit, MINOR);
        patient.get(visit.path() + "/consent");
        sign(patient, visit, "area=low-back&name=Nora+Example&authority=guardian&assent=yes");
        identified(practitioner(visit), visit);
        clock.set(Instant.parse("2026-12-20T04:59:00Z"));
        assertThat(standing(visit)).isInstanceOf(ConsentStanding.Given.class);
        clock.set(Instant.parse("2026-12-20T05:00:00Z"));
        assertThat(why(visit)).as("midnight in New York").isEqualTo(Why.OF_AGE_SINCE);
    }

    @Test
    void is_not_extended_aloud_where_the_rule_asks_for_it_in_writing() {
        var visit = signed("area=low-back&name=Ada+Example");
        var staff = practitioner(visit);
        assertThat(staff.get(visit.staff("/consent")).body()).contains("value=\"one-more\"");
        visit.clinic().in(() -> {
            rules.confirm(
                    visit.practice(),
                    new PracticeRule(
                            Clinic.MARYLAND,
                            Profession.PHYSICAL_THERAPIST,
                            true,
                            new Requirements(0, 0, 0, 0, 0, true, false, Set.of(), ""),
                            Proposal.Standing.PERMITTED,
                            "https://board.example.org",
                            null,
                            Clinic.ALWAYS,
                            Clinic.ALWAYS.plusYears(2)),
                    Actor.SYSTEM);
            return true;
        });
        assertThat(staff.get(visit.staff("/consent")).body())
                .contains("asks for consent in writing", "No longer there")
                .doesNotContain("value=\"one-more\"");
        var refused =
                staff.post(visit.staff("/consent"), "said", "one-more", "area", "thigh", "technique", "dry-needling");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(covers(visit, BodyArea.THIGH)).isFalse();
    }

    @Test
    void takes_what_a_minor_may_keep_private_from_the_state_of_the_visit() {
        var visit = visits.open(MINOR);
        practices.placeBefore(visit.practice(), "VA");
        var staff = practitioner(visit);
        assertThat(staff.get(visit.staff("/consent")).body())
                .contains("MD: not known")
                .doesNotContain("VA: not known");
        staff.post(
                visit.staff("/consent"),
                "said",
                "minor-privacy",
                "answer",
                "private",
                "source",
                "The board, by letter",
                "inForceFrom",
                "2026-01-01");
        assertThat(staff.get(visit.staff("/consent")).body()).contains("MD: The minor’s answers stay private.");
    }

    @Test
    void says_of_a_minors_privacy_what_somebody_found_and_until_then_that_it_is_not_known() {
        var visit = visits.open(MINOR);
        var staff = practitioner(visit);
        assertThat(staff.get(visit.staff("/consent")).body()).contains("MD: not known");
        var missing = staff.post(visit.staff("/consent"), "said", "minor-privacy", "answer", "private");
        assertThat(missing.status()).isEqualTo(422);
        assertThat(missing.body()).contains("Enter where it stands");
        staff.post(
                visit.staff("/consent"),
                "said",
                "minor-privacy",
                "answer",
                "depends",
                "source",
                "The board, by letter",
                "inForceFrom",
                "2026-01-01");
        assertThat(staff.get(visit.staff("/consent")).body())
                .contains("MD: It depends on the matter", "Source: The board, by letter")
                .doesNotContain("MD: not known");
    }

    @Test
    void to_photographs_is_apart_with_its_own_scope_and_its_own_withdrawal() {
        var visit = signed("area=low-back&name=Ada+Example");
        var staff = practitioner(visit);
        assertThat(staff.get(visit.staff("/consent")).body()).contains("Needles are agreed to apart");
        assertThat(staff.post(visit.staff("/consent"), "said", "photos").status())
                .isEqualTo(422);
        staff.post(visit.staff("/consent"), "said", "photos", "use", "chart");
        assertThat(photos(visit).allows(PhotoConsents.Use.CHART)).isTrue();
        assertThat(photos(visit).allows(PhotoConsents.Use.TEACHING)).isFalse();
        staff.post(visit.staff("/consent"), "said", "photos-no-longer");
        assertThat(photos(visit)).isInstanceOf(PhotoConsents.Standing.Withdrawn.class);
        assertThat(standing(visit)).isInstanceOf(ConsentStanding.Given.class);
        staff.post(visit.staff("/consent"), "said", "no-longer");
        staff.post(visit.staff("/consent"), "said", "photos", "use", "chart");
        assertThat(photos(visit).allows(PhotoConsents.Use.CHART)).isTrue();
        assertThat(standing(visit)).isInstanceOf(ConsentStanding.Withdrawn.class);
    }

    private PhotoConsents.Standing photos(PreparedVisit.Opened visit) {
        return visit.clinic().in(() -> photoConsents.standing(visit.practice(), visit.chart()));
    }
}
