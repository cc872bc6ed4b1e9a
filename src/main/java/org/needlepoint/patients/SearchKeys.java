package org.needlepoint.patients;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// How names and addresses are compared: without case, accents and punctuation, sorted bytewise by the database.
final class SearchKeys {
    private static final int LONGEST_KEY = 100;
    private static final int LONGEST_WORD = 40;
    private static final int MOST_WORDS = 12;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}\\p{So}']+");

    private SearchKeys() {}

    /// A name as searched: "O'Brien-Núñez, Ana" is `o'brien nunez ana`; at most 100 characters.
    static String name(String name) {
        var plain =
                MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD)).replaceAll("");
        var words = BETWEEN_WORDS.matcher(plain.replace('’', '\'')).replaceAll(" ");
        return cut(words.toLowerCase(Locale.ROOT).strip(), LONGEST_KEY);
    }

    /// The words of a name as searched, each at most 40 characters, at most twelve.
    static List<String> words(String name) {
        return Arrays.stream(name(name).split(" "))
                .filter(word -> !word.isEmpty())
                .map(word -> cut(word, LONGEST_WORD))
                .distinct()
                .limit(MOST_WORDS)
                .toList();
    }

    static String email(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    /// The first key after all that begin with the prefix.
    static String after(String prefix) {
        return prefix + Character.toString(Character.MAX_CODE_POINT);
    }

    private static String cut(String text, int characters) {
        return text.codePointCount(0, text.length()) <= characters
                ? text
                : text.substring(0, text.offsetByCodePoints(0, characters));
    }
}
