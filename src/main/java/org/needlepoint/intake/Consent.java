package org.needlepoint.intake;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a patient agreed to: regions, for each technique, for the course of treatment. It names the practitioner "or a
/// qualified colleague here" and can be withdrawn at any time.
///
/// @param edition   of the text that was signed
/// @param document  id of the signed document
/// @param signed    what was signed, for the record
/// @param covered   muscle regions by technique; what was added aloud later is in it
/// @param refused   regions that the patient left out in so many words
/// @param byGuardian whether somebody signed for a minor
/// @param confirmed visits at which it was given or confirmed aloud
public record Consent(
        ConsentId id,
        Instant givenAt,
        Asked asked,
        @Nullable UUID visit,
        String edition,
        UUID document,
        Signed signed,
        Map<Technique, Set<String>> covered,
        Set<String> refused,
        boolean byGuardian,
        Set<UUID> confirmed) {
    public Consent {
        covered = Map.copyOf(covered);
        refused = Set.copyOf(refused);
        confirmed = Set.copyOf(confirmed);
    }

    /// What the signed document names.
    public record Signed(Set<String> regions, Set<Technique> techniques, Set<String> refused) {
        public Signed {
            regions = Set.copyOf(regions);
            techniques = Set.copyOf(techniques);
            refused = Set.copyOf(refused);
        }
    }

    /// Whether the patient agreed to this technique in this region.
    ///
    /// @param region a word of the vocabulary `muscle-region`
    public boolean covers(String region, Technique technique) {
        return covered.getOrDefault(technique, Set.of()).contains(region);
    }

    /// Whether the patient said no to this region in so many words.
    ///
    /// @param region a word of the vocabulary `muscle-region`
    public boolean refuses(String region) {
        return refused.contains(region);
    }

    /// Whether it was given or confirmed aloud at a visit.
    public boolean confirmedAt(UUID wanted) {
        return confirmed.contains(wanted);
    }

    Consent extendedBy(Set<String> regions, Set<Technique> techniques) {
        var all = new HashMap<>(covered);
        for (var technique : techniques) {
            var wider = new HashSet<>(all.getOrDefault(technique, Set.of()));
            wider.addAll(regions);
            all.put(technique, Set.copyOf(wider));
        }
        var still = new HashSet<>(refused);
        still.removeAll(regions);
        return with(all, still, confirmed);
    }

    Consent narrowedBy(Set<String> regions, Set<Technique> techniques) {
        var all = new HashMap<>(covered);
        for (var technique : techniques) {
            var less = new HashSet<>(all.getOrDefault(technique, Set.of()));
            less.removeAll(regions);
            all.put(technique, Set.copyOf(less));
        }
        var gone = new HashSet<>(refused);
        regions.stream()
                .filter(region -> all.values().stream().noneMatch(left -> left.contains(region)))
                .forEach(gone::add);
        return with(all, gone, confirmed);
    }

    Consent confirmedDuring(UUID another) {
        var visits = new HashSet<>(confirmed);
        visits.add(another);
        return with(covered, refused, visits);
    }

    private Consent with(Map<Technique, Set<String>> wider, Set<String> not, Set<UUID> visits) {
        return new Consent(id, givenAt, asked, visit, edition, document, signed, wider, not, byGuardian, visits);
    }
}
