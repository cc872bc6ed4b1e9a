package org.needlepoint.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.junit.jupiter.api.Test;

/// A scan that comes as a PDF is kept as one sees it, or not at all.
class RedrawingAScanTest {
    /// Draws onto the one page of a PDF.
    private interface Pen {
        void draw(PDDocument document, PDPageContentStream page) throws IOException;
    }

    private static byte[] pdf(Pen pen) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            var page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            try (var content = new PDPageContentStream(document, page)) {
                pen.draw(document, content);
            }
            document.save(out);
        }
        return out.toByteArray();
    }

    private static byte[] pdfWith(byte[] encoded, COSName filter, int width, int height, int bits) throws IOException {
        return pdf((document, page) -> page.drawImage(
                image(document, encoded, filter, width, height, bits), 0, 0, PDRectangle.A4.getWidth(), 842));
    }

    private static PDImageXObject image(
            PDDocument document, byte[] encoded, COSName filter, int width, int height, int bits) throws IOException {
        var in = new ByteArrayInputStream(encoded);
        return new PDImageXObject(document, in, filter, width, height, bits, PDDeviceGray.INSTANCE);
    }

    /// Black, one bit a point.
    private static byte[] black(int width, int height) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var deflated = new DeflaterOutputStream(out)) {
            deflated.write(new byte[(width + 7) / 8 * height]);
        }
        return out.toByteArray();
    }

    /// Black in its left half, white in its right.
    private static byte[] jpeg(int width, int height) throws IOException {
        var halves = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        var pen = halves.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(width / 2, 0, width, height);
        pen.dispose();
        var out = new ByteArrayOutputStream();
        ImageIO.write(halves, "jpeg", out);
        return out.toByteArray();
    }

    private static boolean dark(byte[] kept, double across) throws IOException {
        var page = ImageIO.read(new ByteArrayInputStream(kept));
        return new Color(page.getRGB((int) (page.getWidth() * across), page.getHeight() / 2)).getRed() < 128;
    }

    @Test
    void keeps_what_one_sees() throws IOException {
        var kept = RedrawnPages.of(pdfWith(jpeg(400, 600), COSName.DCT_DECODE, 400, 600, 8));
        assertThat(kept).hasSize(1);
        assertThat(dark(kept.getFirst(), 0.25)).isTrue();
        assertThat(dark(kept.getFirst(), 0.75)).isFalse();
    }

    @Test
    void takes_an_image_of_twenty_million_points_and_none_that_is_larger() throws IOException {
        var kept = RedrawnPages.of(pdfWith(black(4000, 5000), COSName.FLATE_DECODE, 4000, 5000, 1));
        assertThat(kept).hasSize(1);
        assertThat(dark(kept.getFirst(), 0.5)).isTrue();
        assertThat(RedrawnPages.of(pdfWith(black(4000, 5001), COSName.FLATE_DECODE, 4000, 5001, 1)))
                .isEmpty();
        assertThat(RedrawnPages.of(pdfWith(black(8, 8), COSName.FLATE_DECODE, 20_000, 20_000, 8)))
                .isEmpty();
    }

    @Test
    void takes_no_jpeg_that_is_larger_than_the_page_says() throws IOException {
        assertThat(RedrawnPages.of(pdfWith(jpeg(4000, 5001), COSName.DCT_DECODE, 40, 50, 8)))
                .isEmpty();
    }

    @Test
    void takes_no_large_image_that_is_a_mask() throws IOException {
        assertThat(RedrawnPages.of(pdf((document, page) -> {
                    var shown = image(document, jpeg(40, 50), COSName.DCT_DECODE, 40, 50, 8);
                    var mask = image(document, black(4000, 5001), COSName.FLATE_DECODE, 4000, 5001, 1);
                    shown.getCOSObject().setItem(COSName.SMASK, mask);
                    page.drawImage(shown, 0, 0);
                })))
                .isEmpty();
    }

    @Test
    void takes_no_large_image_that_lies_within_a_form() throws IOException {
        assertThat(RedrawnPages.of(pdf((document, page) -> {
                    var form = new PDFormXObject(document);
                    form.setBBox(PDRectangle.A4);
                    form.setResources(new PDResources());
                    var name = form.getResources()
                            .add(image(document, black(4000, 5001), COSName.FLATE_DECODE, 4000, 5001, 1));
                    try (var out = form.getStream().createOutputStream()) {
                        out.write(("/" + name.getName() + " Do").getBytes(StandardCharsets.US_ASCII));
                    }
                    page.drawForm(form);
                })))
                .isEmpty();
    }

    @Test
    @SuppressWarnings("deprecation") // the one way to write an image into the text of a page
    void takes_no_large_image_that_stands_in_the_text_of_the_page() throws IOException {
        assertThat(RedrawnPages.of(pdf((document, page) ->
                        page.appendRawCommands("BI /W 20000 /H 20000 /BPC 8 /CS /G ID 0123456789\nEI\n"))))
                .isEmpty();
    }

    @Test
    void takes_no_page_whose_images_are_too_many() throws IOException {
        assertThat(RedrawnPages.of(pdf((document, page) -> {
                    var layer = image(document, black(4000, 5000), COSName.FLATE_DECODE, 4000, 5000, 1);
                    for (int at = 0; at < 3; at++) {
                        page.drawImage(layer, at, at, 100, 100);
                    }
                })))
                .isEmpty();
    }

    @Test
    void keeps_no_blank_page_for_an_image_that_it_cannot_read() throws IOException {
        var broken = "no image at all".getBytes(StandardCharsets.US_ASCII);
        for (var filter : List.of(COSName.JBIG2_DECODE, COSName.JPX_DECODE, COSName.DCT_DECODE)) {
            assertThat(RedrawnPages.of(pdfWith(broken, filter, 40, 50, 8)))
                    .as(filter.getName())
                    .isEmpty();
        }
    }
}
