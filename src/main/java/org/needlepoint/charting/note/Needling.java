package org.needlepoint.charting.note;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.needlepoint.charting.ledger.Counts;
import org.needlepoint.shared.Laterality;

/// What the ledger says about the needles of a visit, in the words of the note's language.
///
/// @param firstIn      as reported; null without an insertion
/// @param lastOut      as reported; null while nothing came out
/// @param groups       the needles by muscle, side, needle and use, in the order in which they were begun
/// @param counts       the last ones (rule C7); null before anybody counted
/// @param acknowledged what was weighed before needling
/// @param needles      what else happened to needles, in order
/// @param patient      what else happened to the patient, in order
/// @param late         what was recorded well after it happened (rule W1), in order
/// @param flags        what had to be resolved before signing
record Needling(
        @Nullable Instant firstIn,
        @Nullable Instant lastOut,
        List<Group> groups,
        int inserted,
        int removed,
        @Nullable Counts counts,
        List<Acknowledged> acknowledged,
        List<Happening> needles,
        List<Happening> patient,
        List<Late> late,
        List<Flagged> flags) {
    Needling {
        groups = List.copyOf(groups);
        acknowledged = List.copyOf(acknowledged);
        needles = List.copyOf(needles);
        patient = List.copyOf(patient);
        late = List.copyOf(late);
        flags = List.copyOf(flags);
    }

    /// Needles of one kind in one muscle.
    ///
    /// @param needle       such as "0.30 × 40 mm"
    /// @param use          technique and tissue
    /// @param twitches     how many of them gave a local twitch response
    /// @param familiar     how many of them brought on the familiar pain
    /// @param redirections of all of them together
    /// @param more         what else was charted of them, in words
    record Group(
            String muscle,
            Laterality side,
            String needle,
            String use,
            int needles,
            int twitches,
            int familiar,
            int redirections,
            List<String> more) {
        Group {
            more = List.copyOf(more);
        }

        boolean found() {
            return twitches > 0 || familiar > 0;
        }
    }

    /// Something that was weighed before needling.
    ///
    /// @param what    the last part of its message key: `hazards`, `screening`, `both-sides-of-thorax` ...
    /// @param hazards their names; empty unless hazards were weighed
    /// @param said    what the practitioner wrote; null for nothing
    record Acknowledged(
            String what,
            List<String> hazards,
            String where,
            Instant at,
            @Nullable String said) {
        Acknowledged {
            hazards = List.copyOf(hazards);
        }
    }

    /// Something that happened during the session.
    ///
    /// @param what  the last part of its message key, such as `felt-faint`
    /// @param where the needle's muscle and side, or where it was found; null where it has no place
    /// @param said  what somebody wrote about it; null for nothing
    record Happening(
            String what,
            Instant at,
            @Nullable String where,
            @Nullable String said) {}

    /// A late entry.
    ///
    /// @param what the last part of its message key: `inserted`, `removed` or `other`
    record Late(String what, int count, Instant happenedAt, Instant recordedAt) {}

    /// Something that was charted against a warning.
    ///
    /// @param what       the last part of its message key, such as `outside-consent`
    /// @param resolution the word that resolved it; null while nobody has
    record Flagged(String what, String where, @Nullable String resolution) {}
}
