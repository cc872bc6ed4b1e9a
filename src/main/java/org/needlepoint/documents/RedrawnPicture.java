package org.needlepoint.documents;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.ImageIO;

/// Draws a picture anew: what stays is what one sees, at most 2000 points long, upright, as JPEG. Whatever else
/// was in the file, the place above all, is left behind.
final class RedrawnPicture {
    static final int LONGEST = 2000;
    private static final long MOST_POINTS = 40_000_000L;

    private RedrawnPicture() {}

    /// The picture as it is kept.
    ///
    /// @return empty for what is no JPEG or PNG, and for what is too large to be a photo
    static Optional<byte[]> of(byte[] sent) {
        try (var in = ImageIO.createImageInputStream(new ByteArrayInputStream(sent))) {
            var readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            var reader = readers.next();
            try {
                reader.setInput(in, true, true);
                var format = reader.getFormatName();
                boolean known = format.equalsIgnoreCase("jpeg") || format.equalsIgnoreCase("png");
                if (!known || (long) reader.getWidth(0) * reader.getHeight(0) > MOST_POINTS) {
                    return Optional.empty();
                }
                return Optional.of(jpeg(redrawn(reader.read(0), Upright.of(sent))));
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            return Optional.empty(); // a broken or hostile file is no picture
        }
    }

    private static BufferedImage redrawn(BufferedImage read, Upright upright) {
        double scale = Math.min(1, (double) LONGEST / Math.max(read.getWidth(), read.getHeight()));
        int width = Math.max(1, (int) Math.round(read.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(read.getHeight() * scale));
        var drawn = upright.turnsAQuarter()
                ? new BufferedImage(height, width, BufferedImage.TYPE_INT_RGB)
                : new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = drawn.createGraphics();
        try {
            pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            pen.setColor(Color.WHITE);
            pen.fillRect(0, 0, drawn.getWidth(), drawn.getHeight());
            AffineTransform turn = upright.turn(width, height);
            turn.scale((double) width / read.getWidth(), (double) height / read.getHeight());
            pen.drawImage(read, turn, null);
        } finally {
            pen.dispose();
        }
        return drawn;
    }

    static byte[] jpeg(BufferedImage drawn) throws IOException {
        var out = new ByteArrayOutputStream();
        if (!ImageIO.write(drawn, "jpeg", out)) {
            throw new IOException("no JPEG can be written here");
        }
        return out.toByteArray();
    }
}
