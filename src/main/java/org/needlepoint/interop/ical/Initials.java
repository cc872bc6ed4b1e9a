package org.needlepoint.interop.ical;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// A name cut to what tells one visit from the next to somebody who knows the day: "Ana María Ruiz" to "A. R.".
final class Initials {
    private Initials() {}

    /// The first letters of the first and the last word; of a name of one word, its first letter.
    static String of(String name) {
        var words = Arrays.stream(name.strip().split("\\s+"))
                .filter(word -> word.codePoints().anyMatch(Character::isLetter))
                .toList();
        if (words.isEmpty()) {
            return "";
        }
        var ends = words.size() == 1 ? words : java.util.List.of(words.getFirst(), words.getLast());
        return ends.stream().map(word -> letter(word) + ".").collect(Collectors.joining(" "));
    }

    private static String letter(String word) {
        int first = word.codePoints().filter(Character::isLetter).findFirst().orElseThrow();
        return Character.toString(first).toUpperCase(Locale.ROOT);
    }
}
