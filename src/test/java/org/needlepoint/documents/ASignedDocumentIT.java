package org.needlepoint.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.needlepoint.audit.Actor;
import org.needlepoint.database.DatabaseRole;
import org.needlepoint.database.DatabaseServer;
import org.needlepoint.documents.SignedDocuments.Reading;
import org.needlepoint.keys.KeyRing;
import org.needlepoint.shared.Uuid7;
import org.needlepoint.testing.IntegrationTest;
import org.needlepoint.testing.MaintenanceConnection;
import org.needlepoint.testing.PracticeFixture;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class ASignedDocumentIT {
    private static final Document CONSENT = new Document(
            "consent",
            "es",
            "Consentimiento de Łukasz Peña",
            List.of(
                    new Block.Heading("Qué acepta"),
                    new Block.Paragraph("Agujas finas en el hombro.\n«Puedo parar cuando quiera.»"),
                    new Block.Bullets(List.of("moretones", "dolor <leve>")),
                    new Block.Facts(List.of(new Block.Fact("Zona", "hombro derecho")))));
    private static final Signature DRAWN = new Signature.Drawn("Łukasz Peña", "M10 20L300 40L590 190M5 5L6 6");

    @Autowired
    SignedDocuments documents;

    @Autowired
    PracticeFixture practices;

    @Autowired
    MaintenanceConnection maintenance;

    @Autowired
    DatabaseServer server;

    @Autowired
    KeyRing ring;

    @Autowired
    Pdf pdf;

    private SignedDocument signedIn(PracticeFixture.Opened practice) {
        var patient = Uuid7.next();
        return practices.in(
                practice.id(),
                () -> documents.keep(practice.id(), CONSENT, patient, Uuid7.next(), DRAWN, Actor.patient(patient)));
    }

    private Reading read(PracticeFixture.Opened practice, SignedDocumentId id) {
        return practices.in(
                practice.id(), () -> documents.read(practice.id(), id).orElseThrow());
    }

    @Test
    void is_read_as_it_was_signed() {
        var practice = practices.open("America/New_York");
        var signed = signedIn(practice);
        assertThat(read(practice, signed.id())).isEqualTo(new Reading.Genuine(signed));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "content = set_byte(content, 40, get_byte(content, 40) # 1)",
                "signature = set_byte(signature, length(signature) - 3, 49)",
                "signed_at = signed_at + interval '1 microsecond'",
                "signed_by = '01900000-0000-7000-8000-000000000000'",
                "patient_id = '01900000-0000-7000-8000-000000000000'",
                "visit_id = null",
                "seal = set_byte(seal, 0, get_byte(seal, 0) # 1)",
            })
    void shows_any_change_behind_the_applications_back(String change) throws SQLException {
        var practice = practices.open("America/New_York");
        var kept = signedIn(practice);
        var changed = signedIn(practice);
        maintenance.run("update documents.signed_document set " + change + " where id = '" + changed.id() + "'");
        assertThat(read(practice, changed.id())).isEqualTo(new Reading.Altered(changed.id()));
        assertThat(practices.in(practice.id(), () -> documents.altered(practice.id())))
                .containsExactly(changed.id());
        assertThat(read(practice, kept.id())).isInstanceOf(Reading.Genuine.class);
        assertThat(verdict())
                .contains("practice " + practice.id() + ": signed document " + changed.id() + " was ALTERED")
                .doesNotContain(kept.id().toString());
    }

    private String verdict() throws SQLException {
        var out = new ByteArrayOutputStream();
        try (var connection = server.connect(DatabaseRole.MAINTENANCE)) {
            assertThat(VerifyDocuments.run(connection, ring, new PrintStream(out, true, StandardCharsets.UTF_8)))
                    .isEqualTo(1);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void is_nothing_to_another_practice() {
        var signed = signedIn(practices.open("America/New_York"));
        var other = practices.open("America/Chicago");
        assertThat(practices.in(other.id(), () -> documents.read(other.id(), signed.id())))
                .isEmpty();
    }

    @Test
    void is_printed_with_its_words_and_its_signature() throws IOException {
        var signed = signedIn(practices.open("America/New_York"));
        var file = pdf.of(
                new Letterhead("Clínica Ñandú", "301 555 0100", "US", ZoneId.of("America/New_York")),
                Locale.forLanguageTag("es"),
                List.of(Sheet.of(signed), Sheet.of(CONSENT)),
                Pdf.Print.NORMAL);
        try (var read = Loader.loadPDF(file)) {
            assertThat(read.getNumberOfPages()).isEqualTo(2);
            assertThat(new PDFTextStripper().getText(read))
                    .contains(
                            "Consentimiento de Łukasz Peña",
                            "dolor <leve>",
                            "hombro derecho",
                            "Firmado por Łukasz Peña")
                    .contains("Clínica Ñandú", "1 / 2", "2 / 2")
                    .doesNotContain("#");
            assertThat(read.getPage(0).getMediaBox().getWidth()).isEqualTo(612f);
            assertThat(read.getDocumentCatalog().getLanguage()).isEqualTo("es");
            assertThat(read.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "M1 2", "M1 2L3 4", "M1 2Z", "M1 2L3 4\"/><script>", "L1 2", "M1.5 2", "M1000 2"})
    void takes_drawn_lines_only_as_moves_and_lines(String path) {
        assertThat(Signature.Drawn.isPath(path)).isEqualTo(path.equals("M1 2") || path.equals("M1 2L3 4"));
    }

    @Test
    void needs_a_name() {
        org.assertj.core.api.Assertions.assertThatIllegalArgumentException()
                .isThrownBy(() -> new Signature.Account(UUID.randomUUID(), " "));
    }
}
