package org.needlepoint.charting.care;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.needlepoint.intake.BodyArea;
import org.needlepoint.shared.Laterality;

/// Something that happened at a visit beside the needles. Kinds and components are stored and never change their
/// meaning; what is added later is optional.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = CareEvent.Responded.class, name = "responded"),
    @JsonSubTypes.Type(value = CareEvent.Reacted.class, name = "reacted"),
    @JsonSubTypes.Type(value = CareEvent.Treated.class, name = "treated"),
    @JsonSubTypes.Type(value = CareEvent.Hygiene.class, name = "hygiene")
})
public sealed interface CareEvent {
    /// How it feels after the treatment; what is null was not asked.
    ///
    /// @param local    pain where it was treated, 0..10
    /// @param referred pain away from there, 0..10
    record Responded(
            @Nullable Integer local,
            @Nullable Integer referred,
            @Nullable Tone tone) implements CareEvent {
        public Responded {
            CareEvent.rating(local);
            CareEvent.rating(referred);
            if (local == null && referred == null && tone == null) {
                throw new IllegalArgumentException("a response says something");
            }
        }
    }

    /// A reaction to treatment.
    ///
    /// @param muscle         id of the knowledge; null where it has no place
    /// @param side           L, R or M with a muscle; else null
    /// @param pressedSeconds how long somebody pressed, 1..3600; null for not at all
    /// @param sizeMm         across, 1..500; null when nobody measured
    /// @param words          what it was, in words
    /// @param done           what was done about it
    record Reacted(
            Reaction what,
            @Nullable String muscle,
            @Nullable Laterality side,
            @Nullable Integer pressedSeconds,
            @Nullable Integer sizeMm,
            @Nullable String words,
            @Nullable String done)
            implements CareEvent {
        public Reacted {
            CareEvent.within("pressedSeconds", pressedSeconds, 3600);
            CareEvent.within("sizeMm", sizeMm, 500);
            if (what == Reaction.OTHER && words == null) {
                throw new IllegalArgumentException("another reaction is told in words");
            }
        }
    }

    /// Treatment other than needles.
    ///
    /// @param named        what exactly, such as the name of an exercise; null for nothing more than its kind
    /// @param minutes      1..[#MOST_MINUTES]
    /// @param area         where; null for no one place
    /// @param side         with an area that has sides; else null
    /// @param instructions what the patient was told to do; null for nothing
    record Treated(
            CareKind what,
            @Nullable String named,
            int minutes,
            @Nullable BodyArea area,
            @Nullable Laterality side,
            @Nullable String instructions)
            implements CareEvent {
        /// Longest stretch of one treatment.
        public static final int MOST_MINUTES = 240;

        public Treated {
            CareEvent.within("minutes", minutes, MOST_MINUTES);
        }
    }

    /// What was done against infection, all of it at once: the latest entry stands.
    ///
    /// @param antiseptic with [Measure#SKIN_PREPARED]; else null
    /// @param words      what was different; null for nothing
    record Hygiene(
            Set<Measure> measures,
            @Nullable Antiseptic antiseptic,
            @Nullable String words) implements CareEvent {
        public Hygiene {
            if (measures.contains(Measure.SKIN_PREPARED) != (antiseptic != null)) {
                throw new IllegalArgumentException("skin is prepared with something");
            }
            measures = Set.copyOf(measures);
        }

        /// Everything as usual.
        static Hygiene complete(Antiseptic antiseptic) {
            return new Hygiene(EnumSet.allOf(Measure.class), antiseptic, null);
        }

        /// Whether nothing was left out.
        public boolean isComplete() {
            return measures.size() == Measure.values().length;
        }
    }

    /// The name under which it is stored, such as `treated`.
    default String kind() {
        return getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    private static void rating(@Nullable Integer nprs) {
        if (nprs != null && (nprs < 0 || nprs > 10)) {
            throw new IllegalArgumentException("pain is rated 0..10, was " + nprs);
        }
    }

    private static void within(String name, @Nullable Integer value, int most) {
        if (value != null && (value < 1 || value > most)) {
            throw new IllegalArgumentException(name + " must be 1.." + most + ", was " + value);
        }
    }
}
