package org.needlepoint.documents;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.contentstream.operator.MissingOperandException;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.state.EmptyGraphicsStackException;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;
import org.jspecify.annotations.Nullable;

/// Draws a page of a scan whole or not at all: PDFBox alone leaves out an image that it cannot read, which makes a
/// blank page of a scan, and takes as much memory as an image asks for.
final class ScanRenderer extends PDFRenderer {
    /// Points of one image: A4 at 300 dpi has 9 million, at 400 dpi 16 million.
    static final long MOST_POINTS = 20_000_000L;

    /// Points of all images of a page, each as often as it is drawn: a scan may lie in layers.
    static final long MOST_POINTS_A_PAGE = 2 * MOST_POINTS;

    private static final List<String> JPEG =
            List.of(COSName.DCT_DECODE.getName(), COSName.DCT_DECODE_ABBREVIATION.getName());

    ScanRenderer(PDDocument scan) {
        super(scan);
        setSubsamplingAllowed(true);
    }

    @Override
    protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
        return new WholePage(parameters);
    }

    private static final class WholePage extends PageDrawer {
        private long drawn;

        WholePage(PageDrawerParameters parameters) throws IOException {
            super(parameters);
        }

        /// Every image comes through here before it is decoded, those in forms, patterns and annotations too.
        @Override
        public void drawImage(PDImage image) throws IOException {
            count(image);
            if (image instanceof PDImageXObject masked) {
                count(masked.getMask());
                count(masked.getSoftMask());
            }
            super.drawImage(image);
        }

        /// An image that stands in the page's own text is decoded as soon as it is read, so it is measured before.
        @Override
        protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
            var inline = operator.getImageParameters();
            if (inline != null) {
                int width = inline.getInt(COSName.W, COSName.WIDTH, 0);
                int height = inline.getInt(COSName.H, COSName.HEIGHT, 0);
                measured(width, height);
                measureJpeg(new ByteArrayInputStream(operator.getImageData()));
            }
            super.processOperator(operator, operands);
        }

        @Override
        protected void operatorException(Operator operator, List<COSBase> operands, IOException e) throws IOException {
            if (e instanceof MissingOperandException || e instanceof EmptyGraphicsStackException) {
                super.operatorException(operator, operands, e); // untidy, but nothing that one would see is lost
            } else {
                throw e;
            }
        }

        private void count(@Nullable PDImage image) throws IOException {
            if (image == null) {
                return;
            }
            drawn += measured(image.getWidth(), image.getHeight());
            if ("jpg".equals(image.getSuffix())) {
                try (var jpeg = image.createInputStream(JPEG)) {
                    measureJpeg(jpeg);
                }
            }
            if (drawn > MOST_POINTS_A_PAGE) {
                throw new IOException("the images of a page have more than " + MOST_POINTS_A_PAGE + " points");
            }
        }

        private static long measured(int width, int height) throws IOException {
            long points = (long) width * height;
            if (points > MOST_POINTS) {
                throw new IOException("an image has more than " + MOST_POINTS + " points");
            }
            return points;
        }

        /// A JPEG is decoded in its own size, whatever the page says of it.
        private static void measureJpeg(InputStream jpeg) throws IOException {
            try (var in = ImageIO.createImageInputStream(jpeg)) {
                var readers = ImageIO.getImageReaders(in);
                if (readers.hasNext()) {
                    var reader = readers.next();
                    try {
                        reader.setInput(in, true, true);
                        measured(reader.getWidth(0), reader.getHeight(0));
                    } finally {
                        reader.dispose();
                    }
                }
            }
        }
    }
}
