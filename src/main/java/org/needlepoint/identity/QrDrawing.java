package org.needlepoint.identity;

import io.nayuki.qrcodegen.QrCode;

/// A QR code as one SVG path.
///
/// @param box  the viewBox
/// @param path of the dark squares
public record QrDrawing(String box, String path) {
    /// Squares of white around it, as the standard asks (ISO/IEC 18004: 4).
    private static final int QUIET = 4;

    /// The code of a text, such as a link; the drawing stays on this machine.
    public static QrDrawing of(String text) {
        var code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        var path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M')
                            .append(x + QUIET)
                            .append(' ')
                            .append(y + QUIET)
                            .append("h1v1h-1z");
                }
            }
        }
        int side = code.size + 2 * QUIET;
        return new QrDrawing("0 0 " + side + " " + side, path.toString());
    }
}
