package org.needlepoint.charting.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.needlepoint.anatomy.Knowledge;
import org.needlepoint.audit.AuditTrail;
import org.needlepoint.charting.ledger.Needle;
import org.needlepoint.charting.needling.Flag;
import org.needlepoint.charting.needling.Flags;
import org.needlepoint.charting.needling.Sessions;
import org.needlepoint.charting.needling.Treatment;
import org.needlepoint.documents.Signature;
import org.needlepoint.identity.AccountId;
import org.needlepoint.identity.SignIns;
import org.needlepoint.intake.Asked;
import org.needlepoint.intake.BodyArea;
import org.needlepoint.intake.ConsentScope;
import org.needlepoint.intake.ConsentTo;
import org.needlepoint.intake.Consents;
import org.needlepoint.intake.Said;
import org.needlepoint.intake.Screenings;
import org.needlepoint.intake.Technique;
import org.needlepoint.practice.Practices;
import org.needlepoint.scheduling.Appointment.CancelReason;
import org.needlepoint.scheduling.CancelAppointment;
import org.needlepoint.scheduling.CancelAppointment.Cancellation;
import org.needlepoint.scheduling.PainReport;
import org.needlepoint.testing.IntegrationTest;
import org.needlepoint.testing.MovableClock;
import org.needlepoint.testing.PracticeFixture;
import org.needlepoint.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// A sheet is printed without a name, and taken down as late entries that carry both times (rules W1, W8).
@IntegrationTest
class RuleW8PaperIT {
    @Autowired
    Treatment treatment;

    @Autowired
    Sessions sessions;

    @Autowired
    Flags flags;

    @Autowired
    CancelAppointment cancelAppointment;

    @Autowired
    AuditTrail audit;

    @Autowired
    Screenings screenings;

    @Autowired
    Consents consents;

    @Autowired
    Practices practices;

    @Autowired
    Knowledge knowledge;

    @Autowired
    SignIns signIns;

    @Autowired
    PracticeFixture fixture;

    @Autowired
    MovableClock clock;

    @LocalServerPort
    int port;

    private Treatment.Room room;
    private Visitor practitioner;
    private String visit;

    /// It is eleven in New York; the visit began at ten.
    @BeforeEach
    void openAVisit() {
        clock.set(MovableClock.START);
        room = treatment.room(PainReport.NONE);
        visit = "/p/" + room.clinic().slug() + "/appointments/" + room.visit();
        clock.advance(Duration.ofMinutes(70));
        var account = new AccountId(Objects.requireNonNull(room.by().id()));
        var signIn = fixture.in(
                room.clinic().id(), () -> signIns.startStaff(room.clinic().id(), account));
        practitioner = new Visitor(port).with("np", signIn);
    }

    @AfterEach
    void resetClock() {
        clock.set(MovableClock.START);
    }

    private void everythingIsReady() {
        var said = new LinkedHashMap<String, Said>();
        knowledge.screeningQuestions().forEach(question -> said.put(question.id(), Said.NO));
        room.in(() -> {
            var practice = practices.find(room.clinic().id()).orElseThrow();
            var asked = Asked.byStaff(room.by());
            screenings.record(practice.id(), room.patient(), room.visit().value(), said, asked);
            return consents.give(
                    practice,
                    room.patient(),
                    room.visit().value(),
                    new ConsentScope(EnumSet.allOf(BodyArea.class), Set.of(Technique.DRY_NEEDLING)),
                    new Signature.Typed("Ana Ruiz"),
                    Locale.ENGLISH,
                    asked);
        });
    }

    private Visitor.Answer transcribed(Map<String, String> but) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("sheet", "0f8fad5b-d9cb-469f-a165-70867728950e");
        fields.put("muscle-1", "infraspinatus");
        fields.put("side-1", "R");
        fields.put("in-1", "3");
        fields.put("out-1", "3");
        fields.put("diameter-1", "250");
        fields.put("length-1", "40");
        fields.put("inAt-1", "10:05");
        fields.put("outAt-1", "10:20");
        fields.putAll(but);
        return practitioner.post(
                visit + "/transcription",
                fields.entrySet().stream()
                        .flatMap(field -> Stream.of(field.getKey(), field.getValue()))
                        .toArray(String[]::new));
    }

    private List<Needle> needles() {
        return room.in(() -> sessions.ofVisit(room.clinic().id(), room.visit()))
                .orElseThrow()
                .state()
                .needles();
    }

    @Test
    void prints_initials_and_a_number_in_place_of_the_name() {
        var sheet = practitioner.get(visit + "/sheet").body();
        assertThat(sheet)
                .contains("A. R.", "March 4, 1988", "Counts, before the patient dresses", "np-sheet__skin")
                .doesNotContain("Ana Ruiz");
        assertThat(practitioner.get(visit + "/sheet?born=no").body()).doesNotContain("March 4, 1988");
    }

    @Test
    void takes_each_needle_down_by_itself_and_goes_on_to_the_three_counts() {
        everythingIsReady();
        var answer = transcribed(Map.of("in-1", "3", "muscle-2", "soleus", "side-2", "L"));
        assertThat(answer.status()).as("the second line is not complete").isEqualTo(422);
        var whole = transcribed(Map.of());
        assertThat(whole.status()).isEqualTo(303);
        assertThat(whole.location()).endsWith("/closure");
        assertThat(needles()).hasSize(3).allMatch(needle -> needle.where() == Needle.Whereabouts.OUT);
    }

    @Test
    void keeps_the_time_of_the_sheet_and_the_time_of_writing() {
        everythingIsReady();
        transcribed(Map.of());
        assertThat(practitioner.get(visit + "/note").body())
                .contains(
                        "first in 10:05 AM, last out 10:20 AM",
                        "Late entry: 3 needles put in 10:05 AM, recorded 11:10 AM.");
    }

    @Test
    void leaves_what_did_not_come_out_in_the_body_until_somebody_finds_it() {
        everythingIsReady();
        transcribed(Map.of("out-1", "2"));
        assertThat(needles().stream().filter(Needle::inSitu)).hasSize(1);
    }

    @Test
    void twice_takes_it_down_once() {
        everythingIsReady();
        transcribed(Map.of());
        assertThat(transcribed(Map.of()).status()).isEqualTo(303);
        assertThat(needles()).hasSize(3);
        var other = transcribed(Map.of("length-1", "50"));
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.body()).contains("taken down before with other lines");
    }

    @Test
    void refuses_a_removal_before_the_insertion_and_a_time_that_has_not_come() {
        everythingIsReady();
        assertThat(transcribed(Map.of("outAt-1", "9:50")).body()).contains("A needle comes out after it went in");
        assertThat(transcribed(Map.of("outAt-1", "23:10")).body()).contains("not later than now");
        assertThat(transcribed(Map.of("out-1", "4")).body()).contains("at most as many as went in");
    }

    private List<Flag.Kind> flags() {
        return room
                .in(() -> flags.of(
                        room.clinic().id(),
                        sessions.ofVisit(room.clinic().id(), room.visit())
                                .orElseThrow()
                                .id()))
                .stream()
                .map(Flag::kind)
                .toList();
    }

    @Test
    void keeps_the_scan_of_the_sheet_beside_its_lines_and_refuses_what_is_no_scan() throws IOException {
        everythingIsReady();
        practitioner.get(visit + "/transcription");
        var bad = practitioner.upload(visit + "/transcription", Map.of(), "scan", new byte[] {1, 2, 3});
        assertThat(bad.status()).isEqualTo(422);
        assertThat(bad.body()).contains("href=\"#scan\"").doesNotContain("Write at least one line");
        var sheet = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(30, 40, BufferedImage.TYPE_INT_RGB), "png", sheet);
        assertThat(practitioner
                        .upload(visit + "/transcription", Map.of(), "scan", sheet.toByteArray())
                        .status())
                .isEqualTo(303);
        assertThat(practitioner.get(visit + "/transcription").body()).contains(".jpg", "Paper sheet, ");
        assertThat(practitioner.get(visit + "/care").body()).contains("Paper sheet, ");
    }

    @Test
    void takes_down_what_went_in_though_consent_was_withdrawn_meanwhile_and_flags_each_needle() {
        everythingIsReady();
        room.in(() -> consents.withdraw(
                room.clinic().id(),
                room.patient(),
                room.visit().value(),
                ConsentTo.NEEDLING,
                Asked.byStaff(room.by())));
        assertThat(transcribed(Map.of()).status()).isEqualTo(303);
        assertThat(needles()).hasSize(3);
        assertThat(flags()).filteredOn(Flag.Kind.CONSENT_WITHDRAWN::equals).hasSize(3);
        assertThat(room.in(
                        () -> audit.ofPatient(room.clinic().id(), room.patient().value(), 50)))
                .extracting(AuditTrail.Line::action)
                .contains("opened-for-report")
                .doesNotContain("opened");
    }

    @Test
    void takes_down_what_went_in_though_nobody_had_asked_anything() {
        assertThat(transcribed(Map.of()).status()).isEqualTo(303);
        assertThat(needles()).hasSize(3);
        assertThat(flags()).contains(Flag.Kind.NOT_SCREENED, Flag.Kind.CONSENT_WITHDRAWN);
    }

    @Test
    void of_a_cancelled_visit_takes_nothing_down_and_keeps_what_was_typed() {
        clock.set(MovableClock.START);
        assertThat(room.in(() -> cancelAppointment.cancel(
                        room.clinic().id(), room.visit(), 0, CancelReason.BOOKED_BY_MISTAKE, room.by())))
                .isInstanceOf(Cancellation.Cancelled.class);
        clock.advance(Duration.ofMinutes(70));
        var refused = transcribed(Map.of());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("The visit is cancelled or nobody came", "value=\"10:05\"", visit);
    }
}
