package org.needlepoint.frontdoor;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.needlepoint.anatomy.Evidence;
import org.needlepoint.anatomy.Knowledge;
import org.needlepoint.anatomy.Muscle;
import org.needlepoint.anatomy.PainAnswer.Candidate;
import org.needlepoint.anatomy.PainLocator;
import org.needlepoint.anatomy.PainRequest;
import org.needlepoint.anatomy.Review;
import org.needlepoint.anatomy.Source;
import org.needlepoint.shared.Laterality;
import org.springframework.stereotype.Service;

/// What a visitor is told about a drawing: muscles often linked to pain there, by the alphabet, without figures (rule
/// C10). Only pain patterns that somebody has read in a source are told, and muscles that lie right there.
@Service
public class LikelyMuscles {
    /// More names than this do not help anybody; the practitioner sees them all.
    static final int MOST = 12;

    private final Knowledge knowledge;
    private final PainLocator locator;

    LikelyMuscles(Knowledge knowledge, PainLocator locator) {
        this.knowledge = knowledge;
        this.locator = locator;
    }

    /// A muscle that is often linked to some of the painted pain.
    ///
    /// @param id       of the muscle
    /// @param sides    where it would be looked for, in the patient's own sense
    /// @param zones    ids of painted zones on its pattern
    /// @param sources  numbers into the page's list of sources, from 1
    public record Linked(
            String id,
            String name,
            Set<Laterality> sides,
            List<String> zones,
            List<Integer> sources,
            boolean reviewed) {}

    /// All that is told.
    ///
    /// @param unexplained ids of painted zones to which no told pattern leads
    public record Telling(List<Linked> muscles, List<String> unexplained, List<Source> sources) {
        /// Where nothing may be told (rule C11).
        public static final Telling NOTHING = new Telling(List.of(), List.of(), List.of());
    }

    private static final class Found {
        final Muscle muscle;
        final Set<Laterality> sides = new TreeSet<>();
        final Set<String> zones = new LinkedHashSet<>();
        boolean liesThere;

        Found(Muscle muscle) {
            this.muscle = muscle;
        }
    }

    /// Muscles by name in the reader's language.
    public Telling tell(PainStory story, Locale locale) {
        var answer = locator.locate(new PainRequest(story.marks(), null, PainRequest.MOST_CANDIDATES));
        var found = new LinkedHashMap<String, Found>();
        for (var candidate : answer.candidates()) {
            knowledge.muscle(candidate.muscle()).ifPresent(muscle -> add(found, muscle, candidate));
        }
        var collator = Collator.getInstance(locale);
        var chosen = found.values().stream()
                .sorted(Comparator.comparing(each -> each.muscle.name().in(locale), collator))
                .toList();
        var sources = new ArrayList<String>();
        var muscles = chosen.stream()
                .map(each -> new Linked(
                        each.muscle.id(),
                        each.muscle.name().in(locale),
                        each.sides,
                        List.copyOf(each.zones),
                        numbers(each, sources),
                        each.muscle.review().status() == Review.State.REVIEWED))
                .toList();
        var told = new LinkedHashSet<String>();
        muscles.forEach(muscle -> told.addAll(muscle.zones()));
        var unexplained =
                story.zones().stream().filter(zone -> !told.contains(zone)).toList();
        return new Telling(
                muscles,
                unexplained,
                sources.stream().flatMap(id -> knowledge.source(id).stream()).toList());
    }

    private static void add(java.util.Map<String, Found> found, Muscle muscle, Candidate candidate) {
        var read = candidate.explains().stream()
                .filter(zone -> muscle.patterns().stream()
                        .anyMatch(pattern -> pattern.zone().equals(zone) && pattern.evidence() == Evidence.READ))
                .toList();
        var told = Stream.concat(read.stream(), candidate.around().stream()).toList();
        if (told.isEmpty() || (!found.containsKey(muscle.id()) && found.size() == MOST)) {
            return;
        }
        var entry = found.computeIfAbsent(muscle.id(), _ -> new Found(muscle));
        entry.sides.add(candidate.side());
        entry.zones.addAll(told);
        entry.liesThere |= !candidate.around().isEmpty();
    }

    private List<Integer> numbers(Found found, List<String> sources) {
        var patterns = found.muscle.patterns().stream()
                .filter(pattern -> pattern.evidence() == Evidence.READ && found.zones.contains(pattern.zone()))
                .flatMap(pattern -> pattern.sources().stream());
        var place = found.liesThere ? Stream.of(PainLocator.BODY_MAP) : Stream.<String>empty();
        return Stream.concat(patterns, place)
                .filter(id -> knowledge
                        .source(id)
                        .filter(source -> source.read() != Source.Reading.UNREAD)
                        .isPresent())
                .distinct()
                .map(id -> {
                    if (!sources.contains(id)) {
                        sources.add(id);
                    }
                    return sources.indexOf(id) + 1;
                })
                .sorted()
                .toList();
    }
}
