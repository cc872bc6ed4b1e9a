package org.needlepoint.intake;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something that became of a consent. Where it stands is the fold of all, oldest first.
///
/// @param consent    the consent it is about; null for a refusal
/// @param refused    regions left out in so many words, of a consent that was given
/// @param byGuardian whether somebody gave it for a minor
record ConsentEvent(
        UUID id,
        Kind kind,
        @Nullable ConsentId consent,
        @Nullable UUID visit,
        @Nullable String edition,
        @Nullable UUID document,
        Set<String> regions,
        Set<Technique> techniques,
        Instant at,
        Asked asked,
        Set<String> refused,
        boolean byGuardian) {
    /// What became of it.
    enum Kind {
        GIVEN,
        REFUSED,
        WITHDRAWN,
        EXTENDED,
        NARROWED,
        CONFIRMED;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    ConsentEvent {
        regions = Set.copyOf(regions);
        techniques = Set.copyOf(techniques);
        refused = Set.copyOf(refused);
    }

    /// By the patient, with nothing left out in so many words.
    ConsentEvent(
            UUID id,
            Kind kind,
            @Nullable ConsentId consent,
            @Nullable UUID visit,
            @Nullable String edition,
            @Nullable UUID document,
            Set<String> regions,
            Set<Technique> techniques,
            Instant at,
            Asked asked) {
        this(id, kind, consent, visit, edition, document, regions, techniques, at, asked, Set.of(), false);
    }

    static ConsentStanding standing(Collection<ConsentEvent> events) {
        ConsentStanding standing = new ConsentStanding.None();
        for (var event : events.stream()
                .sorted(Comparator.comparing(ConsentEvent::at).thenComparing(ConsentEvent::id))
                .toList()) {
            standing = event.after(standing);
        }
        return standing;
    }

    private ConsentStanding after(ConsentStanding before) {
        return switch (kind) {
            case GIVEN -> new ConsentStanding.Given(given());
            case REFUSED -> new ConsentStanding.Refused(at);
            case WITHDRAWN ->
                current(before)
                        .<ConsentStanding>map(consent -> new ConsentStanding.Withdrawn(consent, at))
                        .orElse(before);
            case EXTENDED ->
                current(before)
                        .<ConsentStanding>map(
                                consent -> new ConsentStanding.Given(consent.extendedBy(regions, techniques)))
                        .orElse(before);
            case NARROWED ->
                current(before)
                        .<ConsentStanding>map(
                                consent -> new ConsentStanding.Given(consent.narrowedBy(regions, techniques)))
                        .orElse(before);
            case CONFIRMED ->
                visit == null
                        ? before
                        : current(before)
                                .<ConsentStanding>map(
                                        consent -> new ConsentStanding.Given(consent.confirmedDuring(visit)))
                                .orElse(before);
        };
    }

    /// The consent that stands and that this event is about.
    private Optional<Consent> current(ConsentStanding before) {
        return before instanceof ConsentStanding.Given(var given) && given.id().equals(consent)
                ? Optional.of(given)
                : Optional.empty();
    }

    private Consent given() {
        if (consent == null || document == null || edition == null) {
            throw new IllegalStateException("a consent that was given has an id, an edition and a document: " + id);
        }
        var covered = new HashMap<Technique, Set<String>>();
        techniques.forEach(technique -> covered.put(technique, regions));
        var confirmed = new HashSet<UUID>();
        if (visit != null) {
            confirmed.add(visit);
        }
        return new Consent(
                consent,
                at,
                asked,
                visit,
                edition,
                document,
                new Consent.Signed(regions, techniques, refused),
                covered,
                refused,
                byGuardian,
                confirmed);
    }
}
