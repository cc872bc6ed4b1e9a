package org.needlepoint.anatomy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.needlepoint.shared.Texts;

/// A question to a person seeking care, and what the answer that sets it off means.
///
/// @param order place in the data, for questions that are otherwise alike
/// @param zones zone ids where it is asked, or `any`
/// @param ageMin youngest age at which it is asked, null for no limit
/// @param ageMax oldest age at which it is asked, null for no limit
/// @param suspects what a practitioner should think of
public record RedFlagQuestion(
        String id,
        @Nullable String replacedBy,
        int order,
        RedFlagLevel level,
        Texts ask,
        PositiveAnswer positiveAnswer,
        Texts instruction,
        List<String> zones,
        @Nullable Integer ageMin,
        @Nullable Integer ageMax,
        List<String> suspects,
        @Nullable String note,
        Evidence evidence,
        List<String> sources,
        Review review) {

    /// The answer that sets the question off.
    public enum PositiveAnswer {
        YES,
        NO
    }

    public RedFlagQuestion {
        zones = List.copyOf(zones);
        suspects = List.copyOf(suspects);
        sources = List.copyOf(sources);
    }

    /// Whether it is asked wherever pain is painted.
    public boolean anywhere() {
        return zones.contains("any");
    }

    /// Whether it is asked for a zone.
    public boolean fits(String zone) {
        return anywhere() || zones.contains(zone);
    }

    /// Whether it is asked at an age in years; when the age is not known it is.
    public boolean fitsAge(@Nullable Integer age) {
        return age == null || ((ageMin == null || age >= ageMin) && (ageMax == null || age <= ageMax));
    }
}
