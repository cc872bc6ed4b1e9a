package org.needlepoint.documents;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.rendering.ImageType;

/// Draws a scan anew, page by page: of a PDF what one sees stays, and whatever it would do or carries is left behind.
final class RedrawnPages {
    /// Pages of one scan.
    static final int MOST = 10;

    private static final byte[] PDF = {'%', 'P', 'D', 'F', '-'};
    private static final float POINTS_AN_INCH = 72;
    private static final float SHARPEST = 200 / POINTS_AN_INCH;

    private RedrawnPages() {}

    /// The pages as they are kept, each a JPEG.
    ///
    /// @param sent a JPEG or PNG, or a PDF of at most [#MOST] pages without a password
    /// @return empty for anything else, and for a PDF with an image that is too large or cannot be read
    static List<byte[]> of(byte[] sent) {
        if (!isPdf(sent)) {
            return RedrawnPicture.of(sent).map(List::of).orElse(List.of());
        }
        try (var scan = Loader.loadPDF(sent)) {
            return scan.getNumberOfPages() > MOST ? List.of() : pages(scan);
        } catch (IOException | RuntimeException e) {
            return List.of(); // a broken or hostile file is no scan
        }
    }

    private static boolean isPdf(byte[] sent) {
        for (int at = 0; at < PDF.length; at++) {
            if (sent.length <= at || sent[at] != PDF[at]) {
                return false;
            }
        }
        return true;
    }

    private static List<byte[]> pages(PDDocument scan) throws IOException {
        var renderer = new ScanRenderer(scan);
        var pages = new ArrayList<byte[]>();
        for (int page = 0; page < scan.getNumberOfPages(); page++) {
            BufferedImage drawn = renderer.renderImage(page, scale(scan.getPage(page)), ImageType.RGB);
            pages.add(RedrawnPicture.jpeg(drawn));
        }
        return List.copyOf(pages);
    }

    private static float scale(PDPage page) {
        var box = page.getCropBox();
        return Math.min(SHARPEST, RedrawnPicture.LONGEST / Math.max(1, Math.max(box.getWidth(), box.getHeight())));
    }
}
