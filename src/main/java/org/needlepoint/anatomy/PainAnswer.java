package org.needlepoint.anatomy;

import java.util.List;
import org.needlepoint.shared.Laterality;

/// What the pain locator says to a drawing: questions that come first, muscles to examine, and what it
/// cannot explain. It names candidates for a practitioner. It never diagnoses, and patients never see the
/// probabilities.
///
/// @param redFlags questions to ask before anything else, the most urgent first, at most five
/// @param candidates best first
/// @param unexplained ids of painted zones to which no known pain pattern leads
/// @param notes what was not known, or was understood in a way worth knowing; in English
public record PainAnswer(
        List<RedFlagQuestion> redFlags, List<Candidate> candidates, List<String> unexplained, List<String> notes) {

    /// A muscle on one side that may harbour a trigger point responsible for some of the pain.
    ///
    /// @param muscle muscle id
    /// @param side left or right; midline for a muscle that has no sides
    /// @param probability 0 to 1, four decimals; how it is made: `docs/explanation/pain-locator.md`
    /// @param explains ids of painted zones on its pain pattern, from head to foot
    /// @param sources ids of the sources behind those patterns and behind the prior, sorted
    /// @param review whether a clinician has reviewed what is known of the muscle
    public record Candidate(
            String muscle,
            Laterality side,
            double probability,
            List<String> explains,
            List<String> sources,
            Review.State review) {

        public Candidate {
            explains = List.copyOf(explains);
            sources = List.copyOf(sources);
        }
    }

    public PainAnswer {
        redFlags = List.copyOf(redFlags);
        candidates = List.copyOf(candidates);
        unexplained = List.copyOf(unexplained);
        notes = List.copyOf(notes);
    }
}
