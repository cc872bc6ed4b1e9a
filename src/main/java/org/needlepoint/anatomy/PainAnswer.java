package org.needlepoint.anatomy;

import java.util.List;
import org.needlepoint.shared.Laterality;

/// What the pain locator says to a drawing: questions that come first, muscles to examine, and what it
/// cannot explain. It names candidates for a practitioner. It never diagnoses, and patients never see the
/// probabilities.
///
/// @param redFlags questions to ask before anything else, the most urgent first, at most five
/// @param candidates best first
/// @param examineNext muscles whose examination would tell most, at most three; best first
/// @param nerveRoots roots that burning, tingling or numbness on the drawing may come from
/// @param unexplained ids of painted zones to which no known pain pattern leads and under which no known muscle lies
/// @param notes what was not known, or was understood in a way worth knowing; in English
public record PainAnswer(
        List<RedFlagQuestion> redFlags,
        List<Candidate> candidates,
        List<Examine> examineNext,
        List<NerveRoot> nerveRoots,
        List<String> unexplained,
        List<String> notes) {

    /// A muscle that may harbour a trigger point responsible for some of the pain.
    ///
    /// @param muscle muscle id
    /// @param side left or right; both when the drawing speaks equally for either; midline without sides
    /// @param probability 0 to 1, four decimals; how it is made: `docs/explanation/pain-locator.md`
    /// @param explains ids of painted zones on its pain pattern or right over it, from head to foot
    /// @param around those of them that it explains only by lying there
    /// @param against ids of zones where its pain is usually felt and nothing is painted
    /// @param sources ids of the sources behind the patterns, the outlines and the prior, sorted
    /// @param review whether a clinician has reviewed what is known of the muscle
    public record Candidate(
            String muscle,
            Laterality side,
            double probability,
            List<String> explains,
            List<String> around,
            List<String> against,
            List<String> sources,
            Review.State review) {

        public Candidate {
            explains = List.copyOf(explains);
            around = List.copyOf(around);
            against = List.copyOf(against);
            sources = List.copyOf(sources);
        }
    }

    /// A muscle to examine next.
    ///
    /// @param rivals muscles that explain some of the same marks, which the finding would lift or lower
    public record Examine(String muscle, Laterality side, List<String> rivals) {
        public Examine {
            rivals = List.copyOf(rivals);
        }
    }

    /// A nerve root whose skin area holds the marks that feel as nerves do.
    ///
    /// @param root such as `C6`
    /// @param zones ids of those marks' zones, from head to foot
    public record NerveRoot(String root, List<String> zones) {
        public NerveRoot {
            zones = List.copyOf(zones);
        }
    }

    public PainAnswer {
        redFlags = List.copyOf(redFlags);
        candidates = List.copyOf(candidates);
        examineNext = List.copyOf(examineNext);
        nerveRoots = List.copyOf(nerveRoots);
        unexplained = List.copyOf(unexplained);
        notes = List.copyOf(notes);
    }
}
