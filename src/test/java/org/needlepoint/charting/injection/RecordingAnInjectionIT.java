package org.needlepoint.charting.injection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.needlepoint.audit.AuditTrail;
import org.needlepoint.charting.needling.Treatment;
import org.needlepoint.credentials.entitlement.Licence;
import org.needlepoint.credentials.entitlement.QualificationRecords;
import org.needlepoint.intake.BodyArea;
import org.needlepoint.intake.ConsentTo;
import org.needlepoint.intake.Said;
import org.needlepoint.intake.Technique;
import org.needlepoint.scheduling.Appointment.Status;
import org.needlepoint.scheduling.Clinic;
import org.needlepoint.scheduling.MoveVisitOn;
import org.needlepoint.scheduling.PainReport;
import org.needlepoint.shared.Laterality;
import org.needlepoint.testing.IntegrationTest;
import org.needlepoint.testing.MovableClock;
import org.needlepoint.testing.PracticeFixture;
import org.needlepoint.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// An injection is recorded apart from the needles, after what is to be known before it.
@IntegrationTest
class RecordingAnInjectionIT {
    @Autowired
    Treatment treatment;

    @Autowired
    Prepared prepared;

    @Autowired
    PracticeFixture practices;

    @Autowired
    MoveVisitOn moveVisitOn;

    @Autowired
    Injections injections;

    @Autowired
    GiveInjection giveInjection;

    @Autowired
    QualificationRecords qualifications;

    @Autowired
    AuditTrail audit;

    @Autowired
    MovableClock clock;

    @LocalServerPort
    int port;

    private static final LocalDate TODAY = LocalDate.of(2026, 12, 2);

    private Treatment.Room room;
    private Visitor practitioner;
    private String page;

    @BeforeEach
    void openAVisit() {
        clock.set(MovableClock.START);
        room = treatment.room(PainReport.NONE);
        practices.in(
                room.clinic().id(), () -> moveVisitOn.to(room.clinic().id(), room.visit(), Status.ARRIVED, room.by()));
        practitioner = new Visitor(port).with("np", room.signIn());
        page = "/p/" + room.clinic().slug() + "/appointments/" + room.visit() + "/injections";
    }

    @AfterEach
    void resetClock() {
        clock.set(MovableClock.START);
    }

    private void everythingIsReady(Map<String, Said> but) {
        treatment.treatedBy(room, "physician");
        prepared.screened(room, true, but);
        prepared.agreed(room, List.of(BodyArea.LOWER_LEG), Technique.INJECTION, Technique.DRY_NEEDLING);
    }

    private Visitor.Answer sent(String... changes) {
        var fields = new LinkedHashMap<String, String>(Map.of(
                "drug", "lidocaine", "dose", "10", "unit", "mg", "volume", "1", "lot", "A123", "expires-year", "2027"));
        fields.putAll(Map.of("expires-month", "3", "muscle", "soleus", "side", "R", "gauge", "25", "length", "38"));
        for (int i = 0; i < changes.length; i += 2) {
            fields.put(changes[i], changes[i + 1]);
        }
        var all = new ArrayList<String>();
        fields.forEach((name, value) -> all.addAll(Arrays.asList(name, value)));
        return practitioner.post(page, all.toArray(String[]::new));
    }

    private List<Injection> recorded() {
        return room.in(() -> injections.ofVisit(room.clinic().id(), room.visit()));
    }

    private String note() {
        return practitioner
                .get("/p/" + room.clinic().slug() + "/appointments/" + room.visit() + "/note")
                .body();
    }

    @Test
    void stands_in_the_note_under_a_title_of_its_own() {
        everythingIsReady(Map.of());
        assertThat(sent().status()).isEqualTo(303);
        assertThat(practitioner.get(page).body())
                .contains("Injected at this visit", "Soleus, right", "Lidocaine 10 mg in 1 mL", "Not dry needling");
        assertThat(note())
                .contains(
                        "No needling at this visit.",
                        "Trigger-point injection (a drug, not dry needling):",
                        "- Soleus, right: Lidocaine 10 mg in 1 mL; lot A123, expires March 31, 2027; needle 25 G × 38 mm;");
        var trail =
                room.in(() -> audit.ofPatient(room.clinic().id(), room.patient().value(), 20));
        assertThat(trail.stream().map(AuditTrail.Line::action)).contains("injected");
    }

    @Test
    void is_refused_to_a_physical_therapist_in_words() {
        everythingIsReady(Map.of());
        treatment.treatedBy(room, "physical-therapist");
        assertThat(practitioner.get(page).body()).contains("today only physicians inject here");
        var refused = sent();
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("Your profession does not inject here", "value=\"A123\"");
        assertThat(recorded()).isEmpty();
    }

    private void licensedUntil(LocalDate lastDay) {
        clock.advance(Duration.ofSeconds(1));
        room.in(() -> {
            var issued = Clinic.ALWAYS.minusYears(5);
            var who = room.clinic().practitioner();
            qualifications.note(
                    room.clinic().id(),
                    new Licence(who, Clinic.MARYLAND, "R-1", issued, lastDay, Clinic.ALWAYS.plusYears(2)),
                    room.by());
            return true;
        });
    }

    @Test
    void is_refused_when_the_licence_ended_yesterday_and_not_when_it_ends_today() {
        everythingIsReady(Map.of());
        licensedUntil(TODAY.minusDays(1));
        assertThat(practitioner.get(page).body()).contains("None that holds here today");
        var refused = sent();
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains("No licence of yours for this state that holds on the day of the injection");
        assertThat(recorded()).isEmpty();
        licensedUntil(TODAY);
        assertThat(sent().status()).isEqualTo(303);
    }

    @Test
    void that_was_given_without_a_licence_is_recorded_with_that() {
        everythingIsReady(Map.of());
        licensedUntil(TODAY.minusDays(1));
        assertThat(sent("already", "yes", "reason", "The renewal is in the mail.")
                        .status())
                .isEqualTo(303);
        assertThat(recorded()).extracting(Injection::against).containsExactly(Set.of(Obstacle.NOT_LICENSED));
        assertThat(note()).contains("although no licence that held there on that day was noted.");
    }

    @Test
    void is_refused_until_somebody_has_looked_at_what_is_new_since_the_patient_agreed() {
        everythingIsReady(Map.of());
        clock.advance(Duration.ofMinutes(5));
        prepared.screened(room, true, Map.of("anticoagulant", Said.YES));
        assertThat(sent().body())
                .contains("Something new was reported since the patient agreed.")
                .doesNotContain("Not every question before an injection has an answer.");
    }

    @Test
    void is_refused_without_consent_to_injections_though_needling_was_agreed() {
        treatment.treatedBy(room, "physician");
        prepared.screened(room, true, Map.of());
        prepared.agreed(room, List.of(BodyArea.LOWER_LEG), Technique.DRY_NEEDLING);
        assertThat(sent().body()).contains("The patient has not agreed to an injection in this region.");
        assertThat(recorded()).isEmpty();
    }

    @Test
    void is_refused_after_the_patient_took_back_the_consent_to_injections_though_that_to_needling_stands() {
        everythingIsReady(Map.of());
        prepared.tookBack(room, ConsentTo.INJECTION);
        assertThat(practitioner.get(page).body()).contains("The patient took the consent to injections back.");
        assertThat(sent().body()).contains("The patient has not agreed to an injection in this region.");
        assertThat(recorded()).isEmpty();
    }

    @Test
    void goes_on_after_the_patient_took_back_the_consent_to_needling_alone() {
        everythingIsReady(Map.of());
        prepared.tookBack(room, ConsentTo.NEEDLING);
        assertThat(sent().status()).isEqualTo(303);
    }

    @Test
    void names_the_consent_under_which_it_was_given_in_the_note() {
        everythingIsReady(Map.of());
        sent();
        assertThat(recorded()).extracting(Injection::consent).doesNotContainNull();
        assertThat(note()).contains("Consent to injections, apart from needling: signed");
    }

    @Test
    void that_was_given_without_consent_names_none_and_says_so_in_the_note() {
        treatment.treatedBy(room, "physician");
        prepared.screened(room, true, Map.of());
        prepared.agreed(room, List.of(BodyArea.LOWER_LEG), Technique.DRY_NEEDLING);
        assertThat(sent("already", "yes").body()).contains("Say in a word why it was given all the same");
        sent("already", "yes", "reason", "Signed on paper, not at hand.");
        assertThat(recorded()).extracting(Injection::consent).containsOnlyNulls();
        assertThat(note())
                .contains("although there was no consent to an injection there. “Signed on paper, not at hand.”")
                .doesNotContain("Consent to injections, apart from needling: signed");
    }

    @Test
    void is_refused_from_an_expired_vial() {
        everythingIsReady(Map.of());
        assertThat(sent("expires-year", "2026", "expires-month", "11").body()).contains("This vial has expired.");
        assertThat(recorded()).isEmpty();
    }

    @Test
    void that_was_given_all_the_same_is_recorded_with_what_stood_against_it_and_why() {
        everythingIsReady(Map.of());
        var wordless = sent("expires-year", "2026", "expires-month", "11", "already", "yes");
        assertThat(wordless.status()).isEqualTo(422);
        assertThat(wordless.body()).contains("Say in a word why it was given all the same");
        sent("expires-year", "2026", "expires-month", "11", "already", "yes", "reason", "Noticed afterwards.");
        assertThat(recorded()).extracting(Injection::against).containsExactly(Set.of(Obstacle.EXPIRED));
        assertThat(note()).contains("although the vial had expired. “Noticed afterwards.”");
    }

    @Test
    void that_was_given_before_the_patient_agreed_says_so() {
        everythingIsReady(Map.of());
        var refused = sent("at", "9:50");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("has not agreed to an injection");
        assertThat(sent("at", "9:50", "already", "yes", "reason", "agreed aloud, signed afterwards")
                        .status())
                .isEqualTo(303);
        assertThat(recorded())
                .singleElement()
                .satisfies(given -> assertThat(given.consent()).isNull());
    }

    @Test
    void keeps_when_it_was_given_and_when_it_was_written() {
        clock.set(MovableClock.START.minus(Duration.ofHours(3)));
        everythingIsReady(Map.of());
        clock.set(MovableClock.START.plus(Duration.ofMinutes(10)));
        assertThat(sent("at", "7:30").status()).isEqualTo(303);
        assertThat(recorded()).singleElement().satisfies(given -> {
            assertThat(given.givenAt()).isEqualTo(MovableClock.START.minus(Duration.ofMinutes(150)));
            assertThat(given.recordedAt()).isEqualTo(clock.instant());
        });
    }

    @Test
    void at_a_time_that_is_none_or_lies_ahead_is_refused_at_its_field() {
        everythingIsReady(Map.of());
        for (var wrong : List.of("half past ten", "120", "10:30")) {
            var refused = sent("at", wrong);
            assertThat(refused.status()).as(wrong).isEqualTo(422);
            assertThat(refused.body())
                    .contains("Enter the time at which it was given", "href=\"#at\"", "value=\"" + wrong + "\"");
        }
        assertThat(recorded()).isEmpty();
    }

    @Test
    void is_judged_by_the_day_on_which_it_was_given_however_late_it_is_written() {
        everythingIsReady(Map.of());
        var endsToday = new Shot(
                Drug.LIDOCAINE,
                null,
                BigDecimal.TEN,
                DoseUnit.MG,
                BigDecimal.ONE,
                null,
                "A123",
                TODAY,
                "soleus",
                Laterality.R,
                25,
                38);
        licensedUntil(TODAY);
        clock.advance(Duration.ofDays(1));
        var given = room.in(() -> giveInjection.record(
                room.clinic().id(),
                room.visit(),
                endsToday,
                Set.of(),
                true,
                "Written the day after.",
                MovableClock.START,
                room.by()));
        assertThat(given).isInstanceOf(Injecting.Recorded.class);
        assertThat(recorded().getFirst().against()).doesNotContain(Obstacle.EXPIRED, Obstacle.NOT_LICENSED);
    }

    @Test
    void needs_a_unit_to_its_dose() {
        everythingIsReady(Map.of());
        var refused = sent("unit", "");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("a dose without a unit is not recorded", "href=\"#unit\"");
    }

    @Test
    void asks_about_a_large_volume_and_goes_on_when_it_is_confirmed() {
        everythingIsReady(Map.of());
        var asked = sent("volume", "10");
        assertThat(asked.status()).isEqualTo(422);
        assertThat(asked.body()).contains("More than 5 mL at one site is what I mean");
        assertThat(recorded()).isEmpty();
        assertThat(sent("volume", "10", "confirm", "large-volume").status()).isEqualTo(303);
        assertThat(recorded()).hasSize(1);
    }

    @Test
    void asks_about_a_blood_thinner_that_was_reported() {
        everythingIsReady(Map.of("anticoagulant", Said.YES));
        assertThat(practitioner.get(page).body()).contains("Blood thinners and bleeding", "To be weighed");
        assertThat(sent().body()).contains("I have weighed the blood thinner");
        assertThat(sent("confirm", "bleeding", "reason", "Pressed for ten minutes.")
                        .status())
                .isEqualTo(303);
        assertThat(note()).contains("Weighed before injecting Soleus, right: bleeding. “Pressed for ten minutes.”");
    }

    @Test
    void asks_about_a_doubtful_allergy_though_needle_fear_was_weighed_before_another_drug() {
        everythingIsReady(Map.of("needle-fear", Said.YES, "steroid-allergy", Said.UNSURE));
        var saline = new String[] {"drug", "saline", "dose", "1", "unit", "ml", "confirm", "answers"};
        assertThat(sent(saline).status()).isEqualTo(303);
        assertThat(sent("drug", "saline", "dose", "1", "unit", "ml").status()).isEqualTo(303);
        var asked = sent("drug", "triamcinolone");
        assertThat(asked.status()).isEqualTo(422);
        assertThat(asked.body()).contains("I have weighed the other answers");
        assertThat(sent("drug", "triamcinolone", "confirm", "answers").status()).isEqualTo(303);
    }

    @Test
    void asks_again_when_the_one_before_which_it_was_weighed_was_entered_in_error() {
        everythingIsReady(Map.of("needle-fear", Said.YES));
        sent("confirm", "answers");
        practitioner.post(page + "/" + recorded().getFirst().id() + "/error", "reason", "Wrong side typed.");
        assertThat(sent().body()).contains("I have weighed the other answers");
    }

    @Test
    void asks_what_belongs_to_injections_alone_where_nobody_has() {
        treatment.treatedBy(room, "physician");
        prepared.screened(room, false, Map.of());
        prepared.agreed(room, List.of(BodyArea.LOWER_LEG), Technique.INJECTION);
        assertThat(practitioner.get(page).body())
                .contains("Still to be asked before an injection", "name=\"answer-local-anaesthetic-allergy\"");
        assertThat(sent().body()).contains("Not every question before an injection has an answer.");
        practitioner.post(
                page + "/answers",
                "answer-pregnant-injection",
                "no",
                "answer-breastfeeding-steroid",
                "no",
                "answer-diabetes-steroid",
                "no",
                "answer-local-anaesthetic-allergy",
                "yes",
                "answer-steroid-allergy",
                "no",
                "answer-recent-steroids",
                "no");
        assertThat(practitioner.get(page).body()).doesNotContain("Still to be asked before an injection");
        assertThat(sent().body()).contains("reports an allergy to this kind of drug");
        assertThat(sent("drug", "saline", "dose", "1", "unit", "ml").status()).isEqualTo(303);
    }

    @Test
    void that_was_wrong_is_marked_and_stays_to_be_seen() {
        everythingIsReady(Map.of());
        sent();
        var id = recorded().getFirst().id();
        assertThat(practitioner.post(page + "/" + id + "/error", "reason", " ").status())
                .isEqualTo(422);
        practitioner.post(page + "/" + id + "/error", "reason", "Wrong side typed.");
        assertThat(practitioner.get(page).body()).contains("entered in error", "Wrong side typed.");
        assertThat(note()).doesNotContain("Trigger-point injection");
    }

    @Test
    void in_a_muscle_that_was_needled_too_is_shown_as_both() {
        prepared.screened(room, true, Map.of());
        prepared.agreed(room, List.of(BodyArea.LOWER_LEG), Technique.INJECTION, Technique.DRY_NEEDLING);
        prepared.needled(room, "soleus");
        treatment.treatedBy(room, "physician");
        assertThat(sent().status()).isEqualTo(303);
        assertThat(practitioner.get(page).body()).contains("also dry needled at this visit");
        assertThat(note()).contains("Both dry needled and injected at this visit: Soleus, right.");
    }

    @Test
    void is_read_by_nobody_who_is_not_in_the_trail() {
        practitioner.get(page);
        assertThat(room.in(
                        () -> audit.ofPatient(room.clinic().id(), room.patient().value(), 20)))
                .extracting(AuditTrail.Line::action, AuditTrail.Line::subjectId)
                .contains(tuple("viewed", room.visit().value()));
    }
}
