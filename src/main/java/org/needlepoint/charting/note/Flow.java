package org.needlepoint.charting.note;

import java.util.ArrayList;
import java.util.List;

/// Makes running text of the lines of a note: sentences follow each other, a list becomes a sentence.
final class Flow {
    private static final String BULLET = "- ";

    private Flow() {}

    /// The paragraphs of a text; an empty line parts them.
    static List<String> paragraphs(String text) {
        var paragraphs = new ArrayList<String>();
        for (var paragraph : text.split("\n\\s*\n", -1)) {
            if (!paragraph.isBlank()) {
                paragraphs.add(sentence(paragraph.strip().split("\n", -1)));
            }
        }
        return paragraphs;
    }

    private static String sentence(String[] lines) {
        var running = new StringBuilder();
        boolean listing = false;
        for (var each : lines) {
            var line = each.strip();
            boolean bullet = line.startsWith(BULLET);
            if (bullet) {
                running.append(listing ? "; " : " ").append(withoutStop(line.substring(BULLET.length())));
            } else if (!line.isEmpty()) {
                running.append(listing ? ". " : " ").append(line);
                stop(running);
            }
            listing = bullet || (listing && line.isEmpty());
        }
        if (listing) {
            running.append('.');
        }
        return running.toString().strip();
    }

    private static String withoutStop(String item) {
        var words = item.strip();
        return words.endsWith(".") && !words.endsWith("..") ? words.substring(0, words.length() - 1) : words;
    }

    /// A line that somebody typed without a full stop gets one.
    private static void stop(StringBuilder running) {
        if (Character.isLetterOrDigit(running.charAt(running.length() - 1))) {
            running.append('.');
        }
    }
}
