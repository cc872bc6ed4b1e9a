package org.needlepoint.charting.needling;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.needlepoint.audit.Actor;
import org.needlepoint.charting.examination.TakeMeasures;
import org.needlepoint.charting.examination.TakeMeasures.Taken;
import org.needlepoint.charting.measures.Measured;
import org.needlepoint.charting.measures.Moment;
import org.needlepoint.charting.measures.Value;
import org.needlepoint.charting.needling.ChooseMuscle.Wish;
import org.needlepoint.charting.needling.ChooseMuscle.Word;
import org.needlepoint.charting.overrides.GoneOn;
import org.needlepoint.charting.overrides.OverrideRates;
import org.needlepoint.identity.Accounts;
import org.needlepoint.identity.Role;
import org.needlepoint.identity.SignIns;
import org.needlepoint.intake.BodyArea;
import org.needlepoint.intake.ReportedPlace;
import org.needlepoint.intake.Said;
import org.needlepoint.intake.Technique;
import org.needlepoint.scheduling.PainReport;
import org.needlepoint.shared.Laterality;
import org.needlepoint.testing.IntegrationTest;
import org.needlepoint.testing.PracticeFixture;
import org.needlepoint.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The owner sees how often screening is overridden, by whom and why (rule C4), and no patient.
@IntegrationTest
class OwnersViewOfOverridesIT {
    private static final LocalDate TODAY = LocalDate.of(2026, 12, 2);
    private static final String CALF = "gastrocnemius-medial";

    @LocalServerPort
    int port;

    @Autowired
    Treatment treatment;

    @Autowired
    StartNeedling startNeedling;

    @Autowired
    ChooseMuscle chooseMuscle;

    @Autowired
    OverrideRates rates;

    @Autowired
    TakeMeasures takeMeasures;

    @Autowired
    Accounts accounts;

    @Autowired
    SignIns signIns;

    @Autowired
    PracticeFixture fixture;

    private List<GoneOn> rates(Treatment.Room room, LocalDate from, LocalDate to) {
        return room.in(() -> rates.between(room.clinic().id(), from, to, ZoneId.of("America/New_York")));
    }

    private Choice say(Treatment.Room room, Word word) {
        var session = room.in(
                () -> startNeedling.start(room.clinic().id(), room.visit(), StartNeedling.Words.NONE, room.by()));
        var id = switch (session) {
            case Start.Started(var started) -> started;
            case Start.AlreadyOpen(var open) -> open;
            default -> throw new IllegalStateException("refused: " + session);
        };
        var wish = new Wish(CALF, Laterality.R, Technique.DRY_NEEDLING);
        return room.in(() -> chooseMuscle.goOn(room.clinic().id(), id, wish, word, room.by()));
    }

    private Treatment.Room roomWith(Map<String, Said> said) {
        var room = treatment.room(PainReport.NONE);
        treatment.screened(room, room.visit(), said);
        treatment.consented(room, BodyArea.values());
        return room;
    }

    private static Word nothing() {
        return new Word(false, null, null, null, null, null);
    }

    private Visitor signedIn(Treatment.Room room, Role role) {
        var practice = room.clinic().id();
        return new Visitor(port).with("np", fixture.in(practice, () -> {
            var account = accounts.create(
                    practice,
                    Actor.SYSTEM,
                    new Accounts.NewAccount(
                            "rates-" + UUID.randomUUID() + "@example.org",
                            "Mara Voss",
                            "a long pass phrase",
                            "KRSXG5DJNZTSA5DFKRSXG5DJNZTSA5DB",
                            Set.of(role)));
            return signIns.startStaff(practice, account);
        }));
    }

    @Test
    void counts_what_was_asked_once_for_a_region_and_what_was_gone_on_with_by_its_reason() {
        var room = roomWith(Map.of("anticoagulant", Said.YES));
        say(room, nothing());
        say(room, nothing());
        assertThat(rates(room, TODAY, TODAY))
                .filteredOn(it -> it.kind() == GoneOn.Kind.QUESTION)
                .containsExactly(new GoneOn(
                        GoneOn.Kind.QUESTION,
                        "anticoagulant",
                        requireNonNull(room.by().id()),
                        1,
                        0,
                        Map.of()));
        say(room, new Word(true, null, Because.DOCTOR.code(), null, null, null));
        assertThat(rates(room, TODAY, TODAY))
                .filteredOn(it -> it.kind() == GoneOn.Kind.QUESTION)
                .containsExactly(new GoneOn(
                        GoneOn.Kind.QUESTION,
                        "anticoagulant",
                        requireNonNull(room.by().id()),
                        1,
                        1,
                        Map.of("doctor", 1)));
    }

    @Test
    void counts_a_stop_in_a_region_that_was_overridden_in_own_words_without_saying_the_words() {
        var there = Said.yesAt(new ReportedPlace(BodyArea.LOWER_LEG, Laterality.R));
        var room = roomWith(Map.of("eczema-psoriasis", there));
        say(room, new Word(true, null, null, "looked at it with Ana Ruiz", null, null));
        assertThat(rates(room, TODAY, TODAY))
                .filteredOn(it -> it.subject().equals("eczema-psoriasis"))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.percent()).isEqualTo(100);
                    assertThat(it.reasons()).isEqualTo(Map.of(GoneOn.OWN_WORDS, 1));
                });
    }

    @Test
    void counts_a_red_sign_of_the_examination_once_for_a_visit_also_where_nobody_went_on() {
        var room = roomWith(Map.of());
        room.in(() -> takeMeasures.take(
                room.clinic().id(),
                room.visit(),
                Moment.BEFORE,
                List.of(new Taken(Measured.of("myotome/c7/R/plain").orElseThrow(), new Value.Word("3"), null, false)),
                room.by()));
        var account = requireNonNull(room.by().id());
        room.in(() -> startNeedling.refusal(room.clinic().id(), room.visit(), room.by()));
        assertThat(rates(room, TODAY, TODAY))
                .containsExactly(new GoneOn(GoneOn.Kind.RED_SIGN, "arm-hand-weak", account, 1, 0, Map.of()));
        var words = new StartNeedling.Words(null, "old, no worse", null, null);
        room.in(() -> startNeedling.start(room.clinic().id(), room.visit(), words, room.by()));
        assertThat(rates(room, TODAY, TODAY))
                .containsExactly(
                        new GoneOn(GoneOn.Kind.RED_SIGN, "arm-hand-weak", account, 1, 1, Map.of(GoneOn.OWN_WORDS, 1)));
        assertThat(signedIn(room, Role.OWNER)
                        .get("/p/" + room.clinic().slug() + "/overrides?from=2026-12-01&to=2026-12-02")
                        .body())
                .contains("Red sign found", "1 of 1");
    }

    @Test
    void leaves_out_what_was_before_or_after_the_chosen_time() {
        var room = roomWith(Map.of("anticoagulant", Said.YES));
        say(room, nothing());
        assertThat(rates(room, TODAY.plusDays(1), TODAY.plusDays(9))).isEmpty();
        assertThat(rates(room, TODAY.minusDays(9), TODAY.minusDays(1))).isEmpty();
    }

    @Test
    void is_a_page_for_owners_and_supervisors_without_a_patients_name() {
        var room = roomWith(Map.of("anticoagulant", Said.YES));
        var path = "/p/" + room.clinic().slug() + "/overrides";
        var owner = signedIn(room, Role.OWNER);
        assertThat(owner.get(path).body()).contains("Nothing was put to anybody");
        say(room, new Word(true, null, Because.SHALLOW.code(), null, null, null));
        var page = owner.get(path + "?from=2026-12-01&to=2026-12-02");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains("blood thinner", "Robin Hale", "1 of 1", "shallow: 1")
                .doesNotContain("Ana Ruiz");
        assertThat(signedIn(room, Role.SUPERVISOR).get(path).status()).isEqualTo(200);
        assertThat(signedIn(room, Role.PRACTITIONER).get(path).status()).isEqualTo(403);
        assertThat(signedIn(room, Role.FRONT_DESK).get(path).status()).isEqualTo(403);
    }

    @Test
    void answers_a_time_that_is_none_with_what_was_typed() {
        var room = roomWith(Map.of());
        var path = "/p/" + room.clinic().slug() + "/overrides";
        var owner = signedIn(room, Role.OWNER);
        var nonsense = owner.get(path + "?from=yesterday&to=2026-12-02");
        assertThat(nonsense.status()).isEqualTo(422);
        assertThat(nonsense.body()).contains("yesterday", "2026-12-02");
        assertThat(owner.get(path + "?from=2026-12-03&to=2026-12-02").status()).isEqualTo(422);
    }
}
