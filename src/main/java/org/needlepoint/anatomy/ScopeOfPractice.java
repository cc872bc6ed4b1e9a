package org.needlepoint.anatomy;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.needlepoint.shared.Texts;

/// What was read about who may needle in a state or country. It proposes and decides nothing (rule C13).
///
/// @param id ISO 3166 code in lower case, such as `us-md`; a country alone holds what is said of all its states
public record ScopeOfPractice(
        String id, @Nullable String replacedBy, Texts name, List<OfProfession> professions, Review review) {
    /// What the source says of needling.
    public enum Status {
        PERMITTED,
        SILENT,
        VARIES,
        PROHIBITED
    }

    /// What was read about one profession there.
    ///
    /// @param profession          as `physical-therapist`
    /// @param asOf                month or year for which the source speaks: `2026-01`
    /// @param hours               of training in all; null: not known, never none
    /// @param hoursBeforeNeedling of them, before the first patient
    /// @param referral            whether a written referral is asked for
    /// @param regions             muscle regions to which it is limited; null: no limit was read
    /// @param note                conditions in English
    /// @param evidence            what is unread is never shown as sourced
    public record OfProfession(
            String profession,
            Status status,
            @Nullable String asOf,
            @Nullable Integer hours,
            @Nullable Integer hoursInPerson,
            @Nullable Integer hoursBeforeNeedling,
            @Nullable Integer yearsLicensed,
            @Nullable Integer supervisedSessions,
            @Nullable Boolean referral,
            @Nullable List<String> regions,
            @Nullable String note,
            Evidence evidence,
            List<String> sources) {
        public OfProfession {
            regions = regions == null ? null : List.copyOf(regions);
            sources = List.copyOf(sources);
        }
    }

    public ScopeOfPractice {
        professions = List.copyOf(professions);
    }

    /// What was read about a profession; empty when nothing was.
    public Optional<OfProfession> of(String profession) {
        return professions.stream()
                .filter(it -> it.profession().equals(profession))
                .findFirst();
    }
}
