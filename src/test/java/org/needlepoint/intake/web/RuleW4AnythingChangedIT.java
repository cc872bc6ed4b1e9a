package org.needlepoint.intake.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.needlepoint.intake.web.PreparedVisit.noneOfThese;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.needlepoint.anatomy.Knowledge;
import org.needlepoint.audit.Actor;
import org.needlepoint.documents.Signature;
import org.needlepoint.intake.Asked;
import org.needlepoint.intake.BodyArea;
import org.needlepoint.intake.ConsentScope;
import org.needlepoint.intake.Consents;
import org.needlepoint.intake.Said;
import org.needlepoint.intake.Screening;
import org.needlepoint.intake.ScreeningStanding;
import org.needlepoint.intake.Screenings;
import org.needlepoint.intake.Technique;
import org.needlepoint.practice.Practices;
import org.needlepoint.shared.Laterality;
import org.needlepoint.testing.IntegrationTest;
import org.needlepoint.testing.MovableClock;
import org.needlepoint.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/// A patient who was here is asked one question on their own device or by staff, and what is new waits for a
/// practitioner.
@IntegrationTest
@Import(PreparedVisit.class)
class RuleW4AnythingChangedIT {
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
    private Knowledge knowledge;

    @Autowired
    private MovableClock clock;

    @AfterEach
    void reset() {
        clock.set(MovableClock.START);
    }

    /// Answered no to everything and signed at the first visit; now it is the second.
    private PreparedVisit.Opened secondVisit() {
        var first = visits.open();
        var no = new LinkedHashMap<String, Said>();
        knowledge.screeningQuestions().forEach(question -> no.put(question.id(), Said.NO));
        first.clinic().in(() -> {
            screenings.record(first.practice(), first.chart(), first.id(), no, Asked.byLink(Actor.GUEST));
            return consents.give(
                    practices.find(first.practice()).orElseThrow(),
                    first.chart(),
                    first.id(),
                    new ConsentScope(Set.of(BodyArea.LOW_BACK), Set.of(Technique.DRY_NEEDLING)),
                    new Signature.Typed("Ada Example"),
                    Locale.ENGLISH,
                    Asked.byLink(Actor.GUEST));
        });
        return visits.aWeekLater(first);
    }

    private ScreeningStanding standing(PreparedVisit.Opened visit) {
        return visit.clinic()
                .in(() -> screenings.standing(visit.practice(), visit.chart(), visit.id(), Technique.DRY_NEEDLING));
    }

    private Visitor practitioner(PreparedVisit.Opened visit) {
        return visits.signedIn(port, visit.practice(), visit.account());
    }

    @Test
    void is_one_question_with_the_day_and_what_it_is_about() {
        var visit = secondVisit();
        var page = visits.patient(port, visit)
                .get(visit.path() + "/questions/changed")
                .body();
        assertThat(page)
                .contains("Has anything changed since Thursday, December 3?", "No, nothing", "Medicines: started")
                .contains("implant", "Surgery", "Pregnancy", "reaction after the last visit");
    }

    @Test
    void is_two_taps_for_somebody_who_is_well_and_carries_the_answers_on_with_who_and_when() {
        var visit = secondVisit();
        assertThat(noneOfThese(visits.patient(port, visit), visit.path(), 10)).isEqualTo(2);
        assertThat(standing(visit)).isInstanceOf(ScreeningStanding.Complete.class);
        var staff = practitioner(visit).get(visit.staff("/screening")).body();
        assertThat(staff).contains("As said on Thursday, December 3", "nothing changed since", "Holds until");
        assertThat(visit.clinic().in(() -> screenings.changes(visit.practice(), visit.chart())))
                .singleElement()
                .satisfies(report -> assertThat(report.changes()).isEmpty());
    }

    @Test
    void opens_with_a_yes_what_it_can_touch_and_suspends_needling_until_a_practitioner_says_a_word() {
        var visit = secondVisit();
        var patient = visits.patient(port, visit);
        patient.get(visit.path() + "/questions/changed");
        var next = patient.post(visit.path() + "/questions/changed", "changed", "yes", "change", "medicines");
        assertThat(next.status()).isEqualTo(303);
        var bleeding = patient.get(visit.path() + "/questions/bleeding");
        assertThat(bleeding.body()).contains("blood thinner").doesNotContain("liver disease");
        assertThat(patient.post(visit.path() + "/questions/bleeding", "yes", "anticoagulant")
                        .status())
                .isEqualTo(303);
        noneOfThese(patient, visit.path(), 10);
        assertThat(standing(visit)).isInstanceOf(ScreeningStanding.Suspended.class);

        var staff = practitioner(visit);
        var start = staff.get(visit.staff("/session")).body();
        assertThat(start).contains("Something is new since the patient agreed", "blood thinner", "gentler today");
        var facts = ((ScreeningStanding.Suspended) standing(visit)).facts().toArray(String[]::new);
        var nothing = staff.post(visit.staff("/screening/review"), "fact", facts[0], "word", "");
        assertThat(nothing.status()).isEqualTo(422);
        assertThat(nothing.body()).contains("Say in a word what you decided");
        for (var fact : facts) {
            var reviewed =
                    staff.post(visit.staff("/screening/review"), "fact", fact, "word", "gentler", "back", "session");
            assertThat(reviewed.location()).endsWith("/session");
        }
        assertThat(standing(visit)).isInstanceOf(ScreeningStanding.Complete.class);
        assertThat(staff.get(visit.staff("/screening")).body())
                .contains("Reviewed: gentler today. Otis Brandt")
                .contains("Weigh");
        assertThat(staff.get(visit.staff("/session")).body()).doesNotContain("Something is new");
    }

    @Test
    void says_what_is_wrong_and_keeps_what_was_marked() {
        var visit = secondVisit();
        var patient = visits.patient(port, visit);
        patient.get(visit.path() + "/questions/changed");
        var both = patient.post(visit.path() + "/questions/changed", "changed", "no", "change", "surgery");
        assertThat(both.status()).isEqualTo(422);
        assertThat(both.body())
                .contains("Choose one of the two")
                .containsPattern("value=\"surgery\"[^>]*checked|checked[^>]*value=\"surgery\"");
        var none = patient.post(visit.path() + "/questions/changed", "changed", "yes");
        assertThat(none.status()).isEqualTo(422);
        assertThat(none.body()).contains("mark what has changed");
        assertThat(visit.clinic().in(() -> screenings.changes(visit.practice(), visit.chart())))
                .isEmpty();
    }

    @Test
    void is_asked_by_staff_with_one_tap_too() {
        var visit = secondVisit();
        var staff = practitioner(visit);
        assertThat(staff.get(visit.staff("/screening")).body())
                .contains("Has anything changed since Thursday, December 3?")
                .doesNotContain("Still to ask");
        assertThat(staff.post(visit.staff("/screening"), "changed", "no").status())
                .isEqualTo(303);
        assertThat(staff.get(visit.staff("/screening")).body())
                .contains("Still to ask", "Asked by Otis Brandt")
                .doesNotContain("Has anything changed");
        assertThat(staff.post(visit.staff("/screening"), "changed", "perhaps").status())
                .isEqualTo(422);
    }

    @Test
    void names_two_places_where_there_are_two() {
        var visit = secondVisit();
        var staff = practitioner(visit);
        staff.get(visit.staff("/screening"));
        staff.send(
                "POST",
                visit.staff("/screening"),
                "application/x-www-form-urlencoded",
                "asked=lymphoedema&yes=lymphoedema&area-lymphoedema=hand&side-lymphoedema=L"
                        + "&area-lymphoedema=foot&side-lymphoedema=R");
        var latest = visit.clinic().in(() -> screenings.latest(visit.practice(), visit.chart()));
        assertThat(latest)
                .filteredOn(answer -> answer.question().equals("lymphoedema"))
                .singleElement()
                .satisfies(answer -> assertThat(answer.said().places()).hasSize(2));
    }

    @Test
    void asks_before_an_injection_what_only_an_injection_needs() {
        var visit = visits.open();
        var staff = practitioner(visit);
        assertThat(staff.get(visit.staff("/screening")).body()).doesNotContain("numbing drugs");
        var page = staff.get(visit.staff("/screening?for=injection"));
        assertThat(page.body()).contains("numbing drugs", "steroid shots", "blood thinner");
        var saved = staff.post(
                visit.staff("/screening"),
                "for",
                "injection",
                "asked",
                "local-anaesthetic-allergy",
                "yes",
                "local-anaesthetic-allergy");
        assertThat(saved.location()).endsWith("/screening?for=injection");
        assertThat(staff.get(visit.staff("/screening?for=injection")).body()).contains("Do not inject it");
        assertThat(visit.clinic()
                        .in(() -> screenings.resultFor(
                                visit.practice(),
                                visit.chart(),
                                visit.id(),
                                Technique.DRY_NEEDLING,
                                "soleus",
                                Laterality.L)))
                .isEqualTo(new Screening.NothingReported());
    }
}
