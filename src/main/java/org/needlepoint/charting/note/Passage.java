package org.needlepoint.charting.note;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;

/// What stands under one heading of a draft.
///
/// @param text  as it was typed, or as the chart gave it
/// @param basis fingerprint of what the chart said when the writer saw it: tells an edited text from one that still
/// follows the chart
public record Passage(String text, String basis) {
    /// Characters under one heading, and of an addendum. Forms hold to it.
    public static final int MOST = 20_000;

    private static final int FINGERPRINT_BYTES = 12;

    public Passage {
        text = tidy(text);
    }

    /// What the chart says, untouched.
    static Passage following(String chart) {
        return new Passage(chart, fingerprint(chart));
    }

    /// Whether somebody changed the text since the chart gave it.
    public boolean edited() {
        return !fingerprint(text).equals(basis);
    }

    /// The same text, decided on after the chart said something else.
    Passage keptOver(String chart) {
        return new Passage(text, fingerprint(chart));
    }

    /// One way to write the same text: NFC, plain line ends, no blanks at line ends.
    public static String tidy(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFC)
                .replace("\r\n", "\n")
                .replace('\r', '\n')
                .replaceAll("[ \\t]+(?=\\n|$)", "")
                .strip();
    }

    static String fingerprint(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(tidy(text).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, FINGERPRINT_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
