package org.needlepoint.intake;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What makes needles easier to bear for a patient, in their words and by what they chose.
///
/// @param position how they would rather lie or sit; null for no matter
/// @param talk     null for no matter
/// @param earlier  how needles or shots went before, 1..[#LONGEST] characters; null for nothing said
/// @param words    anything else, 1..[#LONGEST] characters; null for nothing said
public record Comfort(
        @Nullable Position position,
        @Nullable Talk talk,
        Set<Wish> wishes,
        @Nullable String earlier,
        @Nullable String words) {
    /// Characters of a text.
    public static final int LONGEST = 300;

    /// Nothing in particular.
    public static final Comfort NONE = new Comfort(null, null, Set.of(), null, null);

    public Comfort {
        wishes = Set.copyOf(wishes);
        check(earlier);
        check(words);
    }

    private static void check(@Nullable String text) {
        if (text != null && (text.isBlank() || text.length() > LONGEST)) {
            throw new IllegalArgumentException("1.." + LONGEST + " characters, were " + text.length());
        }
    }

    /// Whether it says nothing at all.
    public boolean isNone() {
        return equals(NONE);
    }

    /// The wishes in the order in which they are read before the first needle.
    public List<Wish> wishesInOrder() {
        return Arrays.stream(Wish.values()).filter(wishes::contains).toList();
    }

    /// How somebody would rather lie or sit. Names are stored and never change.
    public enum Position {
        LYING_FLAT,
        HEAD_RAISED,
        ON_A_SIDE,
        SITTING;

        /// As stored and in forms: `head-raised`.
        public String code() {
            return Comfort.code(this);
        }

        /// What somebody sent the code of; empty when there is none.
        public static Optional<Position> ofCode(@Nullable String code) {
            return Comfort.ofCode(values(), code);
        }
    }

    /// Talk or quiet. Names are stored and never change.
    public enum Talk {
        TALK,
        QUIET;

        /// As stored and in forms: `quiet`.
        public String code() {
            return Comfort.code(this);
        }

        /// What somebody sent the code of; empty when there is none.
        public static Optional<Talk> ofCode(@Nullable String code) {
            return Comfort.ofCode(values(), code);
        }
    }

    /// A wish. Names are stored and never change.
    public enum Wish {
        /// A word before each needle.
        WARN_BEFORE_EACH,
        /// Count to three aloud before each.
        COUNT_ALOUD,
        /// The thinnest needles that will do.
        THIN_NEEDLES,
        /// Few needles at the first visit.
        FEW_AT_FIRST,
        /// Not to look for twitches.
        NO_TWITCHES,
        /// Not to see the needles.
        LOOK_AWAY,
        MUSIC,
        /// Somebody of theirs in the room.
        COMPANION;

        /// As stored and in forms: `warn-before-each`.
        public String code() {
            return Comfort.code(this);
        }

        /// What somebody sent the code of; empty when there is none.
        public static Optional<Wish> ofCode(@Nullable String code) {
            return Comfort.ofCode(values(), code);
        }
    }

    private static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static <E extends Enum<E>> Optional<E> ofCode(E[] values, @Nullable String code) {
        return Arrays.stream(values).filter(each -> code(each).equals(code)).findFirst();
    }
}
