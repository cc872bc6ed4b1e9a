package org.needlepoint.intake.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.needlepoint.intake.web.PreparedVisit.noneOfThese;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.needlepoint.documents.Signature;
import org.needlepoint.identity.Role;
import org.needlepoint.intake.Asked;
import org.needlepoint.intake.BodyArea;
import org.needlepoint.intake.ConsentScope;
import org.needlepoint.intake.ConsentStanding;
import org.needlepoint.intake.Consents;
import org.needlepoint.intake.ScreeningStanding;
import org.needlepoint.intake.Screenings;
import org.needlepoint.intake.Technique;
import org.needlepoint.practice.Practices;
import org.needlepoint.testing.IntegrationTest;
import org.needlepoint.testing.MovableClock;
import org.needlepoint.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

@IntegrationTest
@Import(PreparedVisit.class)
class ScreeningByStaffIT {
    private static final Pattern ASKED = Pattern.compile("name=\"asked\" value=\"([^\"]+)\"");

    @LocalServerPort
    private int port;

    @Autowired
    private PreparedVisit visits;

    @Autowired
    private Screenings screenings;

    @Autowired
    private Consents consents;

    @Autowired
    private Practices practices;

    @Autowired
    private MovableClock clock;

    @AfterEach
    void reset() {
        clock.set(MovableClock.START);
    }

    private Visitor practitioner(PreparedVisit.Opened visit) {
        return visits.signedIn(port, visit.practice(), visit.account());
    }

    private ScreeningStanding standing(PreparedVisit.Opened visit) {
        return visit.clinic()
                .in(() -> screenings.standing(visit.practice(), visit.chart(), visit.id(), Technique.DRY_NEEDLING));
    }

    @Test
    void keeps_what_was_said_aloud_and_what_was_not_marked_as_a_no() {
        var visit = visits.open();
        var staff = practitioner(visit);
        var page = staff.get(visit.staff("/screening"));
        assertThat(page.status()).as(page.body()).isEqualTo(200);
        assertThat(page.body()).contains("Not asked yet", "Not yet clinically reviewed", "Still to ask");
        var asked = ASKED.matcher(page.body())
                .results()
                .map(found -> "asked=" + found.group(1))
                .collect(Collectors.joining("&"));
        var saved = staff.send(
                "POST",
                visit.staff("/screening"),
                "application/x-www-form-urlencoded",
                asked + "&yes=diabetes&unsure=frail");
        assertThat(saved.status()).isEqualTo(303);
        assertThat(standing(visit)).isInstanceOf(ScreeningStanding.Complete.class);
        var result = staff.get(visit.staff("/screening")).body();
        assertThat(result).contains("Complete", "Weigh", "Asked by Otis Brandt", "Not sure: ask again", "Holds until");
        assertThat(result).doesNotContain("Still to ask");
    }

    @Test
    void hands_the_tablet_over_and_takes_it_back_locked() {
        var visit = visits.open();
        var tablet = practitioner(visit);
        tablet.get(visit.staff("/screening"));
        var handed = tablet.post(visit.staff("/handover"));
        assertThat(handed.status()).isEqualTo(303);
        var path = handed.location();
        assertThat(tablet.get(path).body()).contains("Health questions", "Give the tablet back");
        assertThat(tablet.get(visit.staff("/screening")).status()).isEqualTo(423);
        noneOfThese(tablet, path, 20);
        var answers = visit.clinic().in(() -> screenings.answers(visit.practice(), visit.chart()));
        assertThat(answers)
                .isNotEmpty()
                .allMatch(answer ->
                        answer.asked().equals(Asked.onTablet(visit.account().value())));
        tablet.get(path);
        assertThat(tablet.post(path + "/return").location()).endsWith("/screening");
        assertThat(tablet.get(path).body()).contains("birthDate-year");
    }

    @Test
    void is_for_those_who_treat_in_this_practice() {
        var visit = visits.open();
        var other = visits.open();
        var stranger = practitioner(other);
        assertThat(stranger.get("/p/" + other.clinic().slug() + "/appointments/" + visit.id() + "/screening")
                        .status())
                .isEqualTo(404);
        assertThat(stranger.get("/p/" + other.clinic().slug() + "/appointments/" + visit.id() + "/consent")
                        .status())
                .isEqualTo(404);
        assertThat(stranger.get(visit.staff("/screening")).status()).isIn(303, 302, 401, 403, 404);
        var desk = visits.signedIn(port, visit.practice(), visits.account(visit.practice(), Role.FRONT_DESK));
        assertThat(desk.get(visit.staff("/screening")).status()).isEqualTo(403);
    }

    @Test
    void records_what_the_patient_says_aloud_about_consent() {
        var visit = visits.open();
        visit.clinic()
                .in(() -> consents.give(
                        practices.find(visit.practice()).orElseThrow(),
                        visit.chart(),
                        null,
                        new ConsentScope(Set.of(BodyArea.LOW_BACK), Set.of(Technique.DRY_NEEDLING)),
                        new Signature.Typed("Ada Example"),
                        Locale.ENGLISH,
                        Asked.byLink(org.needlepoint.audit.Actor.GUEST)));
        var staff = practitioner(visit);
        assertThat(staff.get(visit.staff("/consent")).body()).contains("Consent given", "Low back", "Says yes again");
        staff.post(visit.staff("/consent"), "said", "yes-again");
        staff.post(visit.staff("/consent"), "said", "one-more", "area", "neck", "technique", "dry-needling");
        assertThat(staff.get(visit.staff("/consent")).body()).contains("Confirmed for this visit", "Neck, Low back");
        staff.post(visit.staff("/consent"), "said", "no-longer");
        assertThat(visit.clinic().in(() -> consents.standing(visit.practice(), visit.chart())))
                .isInstanceOf(ConsentStanding.Withdrawn.class);
        assertThat(staff.post(visit.staff("/consent"), "said", "something").status())
                .isEqualTo(422);
    }

    @Test
    void is_published_by_a_named_clinician_of_the_practice() {
        var visit = visits.unpublished();
        var staff = practitioner(visit);
        assertThat(staff.get(visit.staff("/screening")).body()).contains("Patients do not see this yet");
        var list = "/p/" + visit.clinic().slug() + "/content";
        assertThat(staff.get(list).body()).contains("Not published", "Nobody has signed this edition");
        var owner = visits.signedIn(port, visit.practice(), visits.account(visit.practice(), Role.OWNER));
        assertThat(owner.get(list + "/screening").body()).doesNotContain("Sign and publish");
        assertThat(owner.post(list + "/screening", "edition", "x").status()).isEqualTo(403);
        for (var set : Set.of("screening", "consent", "injection", "aftercare", "locator")) {
            var page = staff.get(list + "/" + set);
            assertThat(page.status()).isEqualTo(200);
            var edition = Pattern.compile("name=\"edition\" value=\"([^\"]+)\"").matcher(page.body());
            assertThat(edition.find()).isTrue();
            assertThat(staff.post(list + "/" + set, "edition", "an older one").status())
                    .isEqualTo(409);
            assertThat(staff.post(list + "/" + set, "edition", edition.group(1)).status())
                    .isEqualTo(303);
        }
        assertThat(staff.get(list).body()).contains("Signed by Otis Brandt").doesNotContain("Not published");
        assertThat(visits.patient(port, visit).get(visit.path()).body()).contains("Health questions");
    }
}
