package org.needlepoint.patients;

/// Whether two names may be one person's: a shared word, or words that differ by a slip of the finger.
final class NameLikeness {
    private static final int SHORTEST_WORD = 3;

    private NameLikeness() {}

    /// True when some word of one, at least three letters long, equals a word of the other or is one edit away from it.
    static boolean similar(String one, String other) {
        var words = SearchKeys.words(other);
        return SearchKeys.words(one).stream()
                .filter(word -> word.length() >= SHORTEST_WORD)
                .anyMatch(word -> words.stream().anyMatch(candidate -> close(word, candidate)));
    }

    private static boolean close(String one, String other) {
        if (one.equals(other)) {
            return true;
        }
        return one.length() > SHORTEST_WORD && other.length() > SHORTEST_WORD && oneEditApart(one, other);
    }

    private static boolean oneEditApart(String one, String other) {
        if (Math.abs(one.length() - other.length()) > 1) {
            return false;
        }
        int start = 0;
        int shorter = Math.min(one.length(), other.length());
        while (start < shorter && one.charAt(start) == other.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < shorter - start && one.charAt(one.length() - 1 - end) == other.charAt(other.length() - 1 - end)) {
            end++;
        }
        return Math.max(one.length(), other.length()) - start - end <= 1;
    }
}
