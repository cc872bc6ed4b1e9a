package org.needlepoint.documents;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/// Prints documents: tagged PDF with its fonts inside, from the same blocks that the pages show.
@Component
public class Pdf {
    private static final String FONT = "Atkinson Hyperlegible Next";
    private static final String STYLES_GO_HERE = "<link rel=\"stylesheet\" href=\"print.css\"/>";

    private final ITemplateEngine templates;

    Pdf(ITemplateEngine templates) {
        this.templates = templates;
    }

    /// How large the words are.
    public enum Print {
        NORMAL,
        LARGE
    }

    /// A signature in words, and as a picture when it was drawn.
    record Signed(String name, String when, @Nullable String picture) {}

    /// A sheet as the template draws it.
    record Page(Document content, @Nullable Signed signed) {}

    /// Prints sheets one after the other, each from a new page on.
    ///
    /// @return the file's bytes
    public byte[] of(Letterhead letterhead, Locale locale, List<Sheet> sheets, Print print) {
        var context = new Context(locale);
        context.setVariable("lang", locale.getLanguage());
        context.setVariable("letterhead", letterhead);
        context.setVariable("large", print == Print.LARGE);
        context.setVariable("title", sheets.getFirst().content().title());
        context.setVariable(
                "sheets",
                sheets.stream().map(sheet -> page(sheet, letterhead, locale)).toList());
        return print(templates.process("documents/print", context), letterhead.printsOnLetterPaper() ? "letter" : "A4");
    }

    private static Page page(Sheet sheet, Letterhead letterhead, Locale locale) {
        var signed = sheet.signed();
        if (signed == null) {
            return new Page(sheet.content(), null);
        }
        var when = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.SHORT)
                .withLocale(locale)
                .format(signed.signedAt().atZone(letterhead.zone()));
        var picture = switch (signed.signature()) {
            case Signature.Drawn drawn -> DrawnSignature.png(drawn);
            case Signature.Typed _, Signature.OnPaper _, Signature.Account _ -> null;
        };
        return new Page(sheet.content(), new Signed(signed.signature().name(), when, picture));
    }

    private static byte[] print(String html, String paper) {
        var out = new ByteArrayOutputStream();
        try {
            new PdfRendererBuilder()
                    .usePdfUaAccessibility(true)
                    .useFont(() -> font("Regular"), FONT, 400, FontStyle.NORMAL, true)
                    .useFont(() -> font("Bold"), FONT, 700, FontStyle.NORMAL, true)
                    .withHtmlContent(html.replace(STYLES_GO_HERE, "<style>" + styles(paper) + "</style>"), null)
                    .toStream(out)
                    .run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static String styles(String paper) throws IOException {
        try (var in = resource("/documents/print.css")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("size: A4", "size: " + paper);
        }
    }

    private static InputStream font(String weight) {
        return resource("/documents/fonts/atkinson-next-" + weight + ".ttf");
    }

    private static InputStream resource(String path) {
        return Objects.requireNonNull(
                Pdf.class.getResourceAsStream(path), path + " is missing; build with Maven, which brings it");
    }
}
