package org.needlepoint.credentials.entitlement;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.needlepoint.credentials.Profession;

/// What an owner confirmed for a profession in a jurisdiction, with where it was read and until when it stands without
/// another look (rule C13). A later confirmation stands in its place; none is ever changed.
///
/// @param permits   whether the profession may needle there at all
/// @param proposed  what the knowledge said when it was confirmed
/// @param source    where the owner read it: an address or a citation, 1..500 characters
/// @param word      why needling is permitted although the proposal did not say so, or the legal basis against a
///                  prohibition; null where none is asked for
/// @param validFrom first day
/// @param reviewOn  last day on which it stands without another look
public record PracticeRule(
        Jurisdiction jurisdiction,
        Profession profession,
        boolean permits,
        Requirements requirements,
        Proposal.Standing proposed,
        String source,
        @Nullable String word,
        LocalDate validFrom,
        LocalDate reviewOn) {
    public PracticeRule {
        if (source.isBlank() || source.length() > 500) {
            throw new IllegalArgumentException("a rule says where it was read, in 1..500 characters");
        }
        if (!reviewOn.isAfter(validFrom)) {
            throw new IllegalArgumentException(
                    "reviewOn must be after validFrom, was " + reviewOn + " after " + validFrom);
        }
        if (permits && needsWord(proposed) && (word == null || word.isBlank())) {
            throw new IllegalArgumentException("what is " + proposed.code() + " never passes without a word");
        }
    }

    /// Whether permitting against this proposal takes a word: all but what was read as permitted.
    public static boolean needsWord(Proposal.Standing proposed) {
        return proposed != Proposal.Standing.PERMITTED;
    }
}
