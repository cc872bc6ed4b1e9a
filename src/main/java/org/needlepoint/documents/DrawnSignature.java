package org.needlepoint.documents;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;

/// A drawn signature as a picture for print.
final class DrawnSignature {
    private static final Pattern STEP = Pattern.compile("([ML])(\\d{1,3}) (\\d{1,3})");
    private static final int WIDTH = 600;
    private static final int HEIGHT = 200;

    private DrawnSignature() {}

    /// A `data:` address of a PNG.
    static String png(Signature.Drawn drawn) {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_ARGB);
        var pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(Color.BLACK);
        pen.setStroke(new BasicStroke(3, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        pen.draw(path(drawn.path()));
        pen.dispose();
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(out.toByteArray());
    }

    private static Path2D path(String written) {
        var path = new Path2D.Double();
        var steps = STEP.matcher(written);
        while (steps.find()) {
            int x = Integer.parseInt(steps.group(2));
            int y = Integer.parseInt(steps.group(3));
            if (steps.group(1).equals("M")) {
                path.moveTo(x, y);
                path.lineTo(x, y);
            } else {
                path.lineTo(x, y);
            }
        }
        return path;
    }
}
