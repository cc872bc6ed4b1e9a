package org.needlepoint.intake.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.needlepoint.audit.AuditTrail;
import org.needlepoint.documents.Signature;
import org.needlepoint.intake.ConsentScans;
import org.needlepoint.intake.ConsentStanding;
import org.needlepoint.intake.ConsentTo;
import org.needlepoint.intake.Consents;
import org.needlepoint.intake.ContentSets;
import org.needlepoint.intake.Technique;
import org.needlepoint.testing.IntegrationTest;
import org.needlepoint.testing.MovableClock;
import org.needlepoint.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/// A consent that was signed on paper is entered as it stands there, and its scan is seen with it (rules W6, W8).
@IntegrationTest
@Import(PreparedVisit.class)
class AgreeingOnPaperIT {
    private static final String NEEDLING = "/paper-consent/needling";

    @LocalServerPort
    private int port;

    @Autowired
    private PreparedVisit visits;

    @Autowired
    private Consents consents;

    @Autowired
    private ConsentScans scans;

    @Autowired
    private ContentSets sets;

    @Autowired
    private AuditTrail audit;

    @Autowired
    private MovableClock clock;

    @AfterEach
    void reset() {
        clock.set(MovableClock.START);
    }

    private static byte[] photo() {
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(30, 40, BufferedImage.TYPE_INT_RGB), "jpeg", out);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] pdf(int pages) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            for (int page = 0; page < pages; page++) {
                document.addPage(new PDPage());
            }
            document.save(out);
        }
        return out.toByteArray();
    }

    private static byte[] pdfOf(byte[] encoded, COSName filter, int width, int height) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            var page = new PDPage();
            document.addPage(page);
            var image = new PDImageXObject(
                    document, new ByteArrayInputStream(encoded), filter, width, height, 8, PDDeviceGray.INSTANCE);
            try (var pen = new PDPageContentStream(document, page)) {
                pen.drawImage(image, 0, 0, 600, 700);
            }
            document.save(out);
        }
        return out.toByteArray();
    }

    private Visitor staff(PreparedVisit.Opened visit) {
        return visits.signedIn(port, visit.practice(), visit.account());
    }

    private Map<String, List<String>> paper(ConsentTo to) {
        return new HashMap<>(Map.of(
                "area", List.of("low-back", "neck"),
                "not", List.of("chest"),
                "name", List.of("Ada Example"),
                "on", List.of("2026-12-03"),
                "language", List.of("en"),
                "edition", List.of(sets.edition(to.text()))));
    }

    private Visitor.Answer entered(Visitor staff, PreparedVisit.Opened visit, ConsentTo to, byte[] scan) {
        var path = visit.staff("/paper-consent/" + to.code());
        staff.get(path);
        return staff.upload(path, paper(to), "scan", scan);
    }

    private ConsentStanding standing(PreparedVisit.Opened visit, ConsentTo to) {
        return visit.clinic().in(() -> consents.standing(visit.practice(), visit.chart(), to));
    }

    private List<ConsentScans.Scan> scans(PreparedVisit.Opened visit) {
        return visit.clinic().in(() -> scans.of(visit.practice(), visit.chart()));
    }

    private String scansOf(PreparedVisit.Opened visit) {
        var given = (ConsentStanding.Given) standing(visit, ConsentTo.NEEDLING);
        return visit.staff("/consents/" + given.consent().id() + "/scans");
    }

    @Test
    void prints_the_text_with_a_box_for_each_area_in_the_language_that_is_chosen() {
        var visit = visits.open();
        var staff = staff(visit);
        assertThat(staff.get(visit.staff(NEEDLING)).body())
                .contains("Consent to dry needling", "Areas: mark yes or no", "Patient: name in capitals", "Edition");
        assertThat(staff.get(visit.staff(NEEDLING + "?language=es")).body())
                .contains("Consentimiento para la punción seca", "Zonas: marque sí o no", "Consent on paper");
        assertThat(staff.get(visit.staff("/paper-consent/injection")).body())
                .contains("Consent to trigger-point injections");
        assertThat(staff.get(visit.staff("/paper-consent/surgery")).status()).isEqualTo(404);
    }

    @Test
    void is_entered_with_its_scan_and_seen_from_the_history_of_the_consent() {
        var visit = visits.open();
        var staff = staff(visit);
        assertThat(entered(staff, visit, ConsentTo.NEEDLING, photo()).status()).isEqualTo(303);
        assertThat(standing(visit, ConsentTo.NEEDLING)).isInstanceOfSatisfying(ConsentStanding.Given.class, given -> {
            assertThat(given.consent().covers("neck-posterior", Technique.DRY_NEEDLING))
                    .isTrue();
            assertThat(given.consent().refuses("chest")).isTrue();
        });
        var signed = visit.clinic().in(() -> consents.everSigned(visit.practice(), visit.chart(), ConsentTo.NEEDLING));
        assertThat(signed.getFirst().document().signature())
                .isEqualTo(new Signature.OnPaper("Ada Example", LocalDate.of(2026, 12, 3)));
        assertThat(staff.get(visit.staff("/consent")).body())
                .contains("Signed on paper by Ada Example", "Scan of the paper: 1 page");
        var scan = scans(visit).getFirst();
        assertThat(staff.get(scansOf(visit)).body()).contains(scan.picture() + ".jpg", "Page 1, added");
        assertThat(staff.download(visit.staff("/pictures/" + scan.picture() + ".jpg")))
                .startsWith((byte) 0xFF, (byte) 0xD8);
        var trail = visit.clinic()
                .in(() -> audit.ofPatient(visit.practice(), visit.chart().value(), 30));
        assertThat(trail.stream().map(line -> line.subject() + " " + line.action()))
                .contains("consent given", "consent-scan kept", "picture viewed");
    }

    @Test
    void of_a_day_before_the_patient_said_no_does_not_bring_the_consent_back() {
        var visit = visits.open();
        var staff = staff(visit);
        staff.get(visit.staff("/consent"));
        staff.post(visit.staff("/consent"), "said", "no");
        assertThat(standing(visit, ConsentTo.NEEDLING)).isInstanceOf(ConsentStanding.Refused.class);
        var refused = entered(staff, visit, ConsentTo.NEEDLING, new byte[0]);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("let them sign again", "href=\"#on\"", "value=\"Ada Example\"");
        assertThat(standing(visit, ConsentTo.NEEDLING)).isInstanceOf(ConsentStanding.Refused.class);
    }

    @Test
    void to_injections_says_nothing_of_needles() {
        var visit = visits.open();
        entered(staff(visit), visit, ConsentTo.INJECTION, photo());
        assertThat(standing(visit, ConsentTo.INJECTION)).isInstanceOf(ConsentStanding.Given.class);
        assertThat(standing(visit, ConsentTo.NEEDLING)).isEqualTo(new ConsentStanding.None());
    }

    @Test
    void is_entered_first_and_scanned_later_page_by_page() throws IOException {
        var visit = visits.open();
        var staff = staff(visit);
        assertThat(entered(staff, visit, ConsentTo.NEEDLING, new byte[0]).status())
                .isEqualTo(303);
        assertThat(staff.get(visit.staff("/consent")).body()).contains("The scan of the paper is missing");
        staff.get(scansOf(visit));
        assertThat(staff.upload(scansOf(visit), Map.of(), "scan", pdf(2)).status())
                .isEqualTo(303);
        assertThat(scans(visit)).extracting(ConsentScans.Scan::page).containsExactly(1, 2);
        assertThat(staff.get(visit.staff("/consent")).body()).contains("Scan of the paper: 2 pages");
        assertThat(staff.get(visit.staff("/care")).body())
                .doesNotContain(scans(visit).getFirst().picture().toString());
    }

    @Test
    void is_not_entered_with_a_file_that_is_no_scan_and_what_was_typed_stays() throws IOException {
        var visit = visits.open();
        var staff = staff(visit);
        for (var bad : List.of(
                "no scan".getBytes(StandardCharsets.UTF_8),
                "%PDF-1.7 broken".getBytes(StandardCharsets.UTF_8),
                pdf(11),
                pdfOf(photo(), COSName.DCT_DECODE, 20_000, 20_000),
                pdfOf(photo(), COSName.JBIG2_DECODE, 30, 40))) {
            var refused = entered(staff, visit, ConsentTo.NEEDLING, bad);
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.body())
                    .contains(
                            "Choose a photo or scan as JPEG, PNG or PDF",
                            "300 dpi or lower",
                            "href=\"#scan\"",
                            "value=\"Ada Example\"");
        }
        assertThat(standing(visit, ConsentTo.NEEDLING)).isEqualTo(new ConsentStanding.None());
        assertThat(scans(visit)).isEmpty();
    }

    @Test
    void refuses_an_empty_file_and_one_that_is_too_large_as_a_scan() {
        var visit = visits.open();
        var staff = staff(visit);
        entered(staff, visit, ConsentTo.NEEDLING, new byte[0]);
        staff.get(scansOf(visit));
        assertThat(staff.upload(scansOf(visit), Map.of(), "scan", new byte[0]).status())
                .isEqualTo(422);
        assertThat(staff.upload(scansOf(visit), Map.of(), "scan", new byte[11 * 1024 * 1024])
                        .status())
                .isEqualTo(413);
        assertThat(staff.upload(scansOf(visit), Map.of(), "scan", new byte[13 * 1024 * 1024])
                        .status())
                .isEqualTo(413);
        assertThat(scans(visit)).isEmpty();
    }

    @Test
    void needs_an_area_a_name_a_day_that_is_not_ahead_and_the_present_edition() {
        var visit = visits.open();
        var staff = staff(visit);
        staff.get(visit.staff(NEEDLING));
        var nothing = paper(ConsentTo.NEEDLING);
        nothing.putAll(Map.of("area", List.of(), "name", List.of(" "), "on", List.of("2026-12-04")));
        var refused = staff.upload(visit.staff(NEEDLING), nothing, "scan", photo());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("href=\"#area\"", "href=\"#name\"", "href=\"#on\"");
        var older = paper(ConsentTo.NEEDLING);
        older.put("edition", List.of("older"));
        assertThat(staff.upload(visit.staff(NEEDLING), older, "scan", photo()).status())
                .isEqualTo(409);
        assertThat(standing(visit, ConsentTo.NEEDLING)).isEqualTo(new ConsentStanding.None());
    }

    @Test
    void of_a_minor_names_the_guardian_and_what_the_minor_says() {
        var visit = visits.open("2012-05-01");
        var staff = staff(visit);
        assertThat(entered(staff, visit, ConsentTo.NEEDLING, photo()).status()).isEqualTo(422);
        var byGuardian = paper(ConsentTo.NEEDLING);
        byGuardian.putAll(
                Map.of("authority", List.of("parent"), "assent", List.of("yes"), "means", List.of("passport")));
        assertThat(staff.upload(visit.staff(NEEDLING), byGuardian, "scan", photo())
                        .status())
                .isEqualTo(303);
        assertThat(standing(visit, ConsentTo.NEEDLING)).isInstanceOf(ConsentStanding.Given.class);
    }

    @Test
    void shows_no_longer_a_page_that_belongs_elsewhere_and_keeps_why() {
        var visit = visits.open();
        var staff = staff(visit);
        entered(staff, visit, ConsentTo.NEEDLING, photo());
        var picture = scans(visit).getFirst().picture();
        var page = scansOf(visit);
        staff.get(page);
        assertThat(staff.post(page + "/" + picture + "/error", "reason", " ").status())
                .isEqualTo(422);
        assertThat(staff.post(page + "/" + picture + "/error", "reason", "Another patient's paper.")
                        .status())
                .isEqualTo(303);
        assertThat(scans(visit)).isEmpty();
        assertThat(staff.get(page).body()).doesNotContain(picture.toString()).contains("No scan yet");
    }

    @Test
    void has_its_scans_for_its_own_practice_alone() {
        var visit = visits.open();
        entered(staff(visit), visit, ConsentTo.NEEDLING, photo());
        var consent = ((ConsentStanding.Given) standing(visit, ConsentTo.NEEDLING))
                .consent()
                .id();
        var elsewhere = visits.open();
        assertThat(staff(elsewhere)
                        .get(elsewhere.staff("/consents/" + consent + "/scans"))
                        .status())
                .isEqualTo(404);
    }
}
