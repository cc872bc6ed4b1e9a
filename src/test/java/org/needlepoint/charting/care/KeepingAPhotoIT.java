package org.needlepoint.charting.care;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.needlepoint.audit.AuditTrail;
import org.needlepoint.charting.care.KeepPicture.Keeping;
import org.needlepoint.charting.needling.Treatment;
import org.needlepoint.documents.Picture;
import org.needlepoint.intake.Asked;
import org.needlepoint.intake.PhotoConsents;
import org.needlepoint.intake.PhotoConsents.Standing;
import org.needlepoint.intake.PhotoConsents.Use;
import org.needlepoint.patients.PatientId;
import org.needlepoint.scheduling.PainReport;
import org.needlepoint.shared.PracticeId;
import org.needlepoint.testing.IntegrationTest;
import org.needlepoint.testing.MovableClock;
import org.needlepoint.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// A photo of a patient is kept with their agreement alone; a scan of paper needs none.
@IntegrationTest
class KeepingAPhotoIT {
    @Autowired
    Treatment treatment;

    @Autowired
    KeepPicture keepPicture;

    @Autowired
    PhotoConsents consents;

    @Autowired
    AuditTrail audit;

    @Autowired
    MovableClock clock;

    @LocalServerPort
    int port;

    private Treatment.Room room;
    private Visitor practitioner;
    private String visit;

    @BeforeEach
    void openAVisit() {
        clock.set(MovableClock.START);
        room = treatment.room(PainReport.NONE);
        practitioner = new Visitor(port).with("np", room.signIn());
        visit = "/p/" + room.clinic().slug() + "/appointments/" + room.visit();
    }

    @AfterEach
    void resetClock() {
        clock.set(MovableClock.START);
    }

    private static byte[] photo() throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(30, 20, BufferedImage.TYPE_INT_RGB), "jpeg", out);
        return out.toByteArray();
    }

    private Keeping kept(Picture.Kind kind, boolean agreed, byte[] sent) {
        return room.in(() -> keepPicture.keep(room.clinic().id(), room.visit(), kind, agreed, sent, room.by()));
    }

    @Test
    void is_refused_without_agreement_and_kept_with_it() throws IOException {
        assertThat(kept(Picture.Kind.REACTION, false, photo())).isInstanceOf(Keeping.NotAgreed.class);
        assertThat(kept(Picture.Kind.REACTION, true, photo())).isInstanceOf(Keeping.Kept.class);
        assertThat(practitioner.get(visit + "/care").body()).contains("Photos and scans", ".jpg");
        var trail =
                room.in(() -> audit.ofPatient(room.clinic().id(), room.patient().value(), 20));
        assertThat(trail.stream().map(AuditTrail.Line::action)).contains("kept");
    }

    private void said(BiConsumer<PracticeId, PatientId> consent) {
        clock.advance(Duration.ofSeconds(1));
        room.in(() -> {
            consent.accept(room.clinic().id(), room.patient());
            return true;
        });
    }

    private Standing standing() {
        return room.in(() -> consents.standing(room.clinic().id(), room.patient()));
    }

    private UUID atVisit() {
        return room.visit().value();
    }

    private Asked byStaff() {
        return Asked.byStaff(room.by());
    }

    @Test
    void that_is_agreed_to_here_asks_no_more_from_then_on() throws IOException {
        assertThat(practitioner.get(visit + "/care").body()).contains("name=\"agreed\"");
        kept(Picture.Kind.REACTION, true, photo());
        assertThat(standing())
                .isInstanceOfSatisfying(
                        Standing.Given.class, given -> assertThat(given.uses()).containsExactly(Use.CHART));
        assertThat(practitioner.get(visit + "/care").body())
                .contains("The patient has agreed to photos for the chart.")
                .doesNotContain("name=\"agreed\"");
        assertThat(kept(Picture.Kind.REACTION, false, photo())).isInstanceOf(Keeping.Kept.class);
    }

    @Test
    void keeps_what_was_agreed_to_for_other_uses() throws IOException {
        said((practice, chart) -> consents.give(practice, chart, atVisit(), Set.of(Use.TEACHING), byStaff()));
        clock.advance(Duration.ofSeconds(1));
        assertThat(kept(Picture.Kind.REACTION, false, photo())).isInstanceOf(Keeping.NotAgreed.class);
        assertThat(kept(Picture.Kind.REACTION, true, photo())).isInstanceOf(Keeping.Kept.class);
        assertThat(standing())
                .isInstanceOfSatisfying(
                        Standing.Given.class,
                        given -> assertThat(given.uses()).containsExactlyInAnyOrder(Use.CHART, Use.TEACHING));
    }

    @Test
    void is_not_kept_of_a_patient_who_does_not_want_photos_whatever_is_ticked() throws IOException {
        said((practice, chart) -> consents.refuse(practice, chart, atVisit(), byStaff()));
        assertThat(kept(Picture.Kind.REACTION, true, photo())).isInstanceOf(Keeping.NotWanted.class);
        var refused = practitioner.post(visit + "/pictures", "kind", "reaction", "agreed", "yes");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains("The patient does not want photos, so this one was not kept.", "href=\"#picture\"");
        assertThat(room.in(() -> keepPicture.of(room.clinic().id(), room.visit())))
                .isEmpty();
        assertThat(kept(Picture.Kind.SHEET, false, photo())).isInstanceOf(Keeping.Kept.class);
    }

    @Test
    void is_not_kept_after_the_patient_took_the_consent_back() throws IOException {
        kept(Picture.Kind.REACTION, true, photo());
        said((practice, chart) -> consents.withdraw(practice, chart, atVisit(), byStaff()));
        assertThat(kept(Picture.Kind.REACTION, true, photo())).isInstanceOf(Keeping.NotWanted.class);
    }

    @Test
    void of_a_paper_sheet_needs_no_agreement() throws IOException {
        assertThat(kept(Picture.Kind.SHEET, false, photo())).isInstanceOf(Keeping.Kept.class);
    }

    @Test
    void is_seen_by_those_who_treat_and_by_no_other_practice() throws IOException {
        var id = ((Keeping.Kept) kept(Picture.Kind.REACTION, true, photo())).id();
        var path = visit + "/pictures/" + id + ".jpg";
        assertThat(practitioner.download(path)).startsWith((byte) 0xFF, (byte) 0xD8);
        var elsewhere = treatment.room(PainReport.NONE);
        var stranger = new Visitor(port).with("np", elsewhere.signIn());
        assertThat(stranger.get("/p/" + elsewhere.clinic().slug() + "/appointments/" + elsewhere.visit() + "/pictures/"
                                + id + ".jpg")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void that_is_no_picture_is_refused() {
        assertThat(kept(Picture.Kind.REACTION, true, "no picture".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Keeping.NoPicture.class);
        assertThat(standing()).isInstanceOf(Standing.NotAsked.class);
    }
}
