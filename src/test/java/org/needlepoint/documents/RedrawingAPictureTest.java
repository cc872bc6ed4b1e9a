package org.needlepoint.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/// What is kept of a photo is what one sees, and nothing else.
class RedrawingAPictureTest {
    /// Black in its left half, white in its right.
    private static BufferedImage halves(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int x = width / 2; x < width; x++) {
            for (int y = 0; y < height; y++) {
                image.setRGB(x, y, Color.WHITE.getRGB());
            }
        }
        return image;
    }

    private static byte[] file(BufferedImage image, String format) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        return out.toByteArray();
    }

    /// The JPEG with Exif data that says how the camera was held, and where.
    private static byte[] withExif(byte[] jpeg, int orientation) throws IOException {
        var tiff = new ByteArrayOutputStream();
        tiff.write(new byte[] {'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1});
        tiff.write(new byte[] {0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte) orientation, 0, 0});
        tiff.write(new byte[] {0, 0, 0, 0});
        tiff.write("GPS 38.9 N 77.0 W".getBytes(StandardCharsets.US_ASCII));
        var out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        int length = 2 + 6 + tiff.size();
        out.write(new byte[] {(byte) 0xFF, (byte) 0xE1, (byte) (length >> 8), (byte) length, 'E', 'x', 'i', 'f', 0, 0});
        out.write(tiff.toByteArray());
        out.write(jpeg, 2, jpeg.length - 2);
        return out.toByteArray();
    }

    private static BufferedImage kept(byte[] sent) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(RedrawnPicture.of(sent).orElseThrow()));
    }

    private static boolean dark(BufferedImage image, int x, int y) {
        return new Color(image.getRGB(x, y)).getRed() < 128;
    }

    @Test
    void leaves_the_place_behind() throws IOException {
        var sent = withExif(file(halves(40, 20), "jpeg"), 1);
        assertThat(new String(sent, StandardCharsets.ISO_8859_1)).contains("GPS 38.9");
        assertThat(new String(RedrawnPicture.of(sent).orElseThrow(), StandardCharsets.ISO_8859_1))
                .doesNotContain("GPS", "Exif");
    }

    @Test
    void stands_a_picture_up_that_was_taken_sideways() throws IOException {
        var right = kept(withExif(file(halves(40, 20), "jpeg"), 6));
        assertThat(right.getWidth()).isEqualTo(20);
        assertThat(right.getHeight()).isEqualTo(40);
        assertThat(dark(right, 10, 5)).as("what was left is up").isTrue();
        assertThat(dark(right, 10, 35)).isFalse();
        var left = kept(withExif(file(halves(40, 20), "jpeg"), 8));
        assertThat(dark(left, 10, 5)).isFalse();
        var half = kept(withExif(file(halves(40, 20), "jpeg"), 3));
        assertThat(dark(half, 5, 10)).isFalse();
        assertThat(dark(half, 35, 10)).isTrue();
    }

    @Test
    void takes_png_and_keeps_jpeg_of_at_most_two_thousand_points() throws IOException {
        var kept = kept(file(halves(3000, 600), "png"));
        assertThat(kept.getWidth()).isEqualTo(2000);
        assertThat(kept.getHeight()).isEqualTo(400);
    }

    @Test
    void takes_nothing_that_is_no_picture() throws IOException {
        assertThat(RedrawnPicture.of("not a picture".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        assertThat(RedrawnPicture.of(new byte[0])).isEmpty();
        assertThat(RedrawnPicture.of(file(halves(4, 4), "gif"))).isEmpty();
    }
}
