package org.needlepoint.anatomy;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.needlepoint.shared.Texts;

/// A muscle, or a part of one that is needled by itself, with everything known about it.
///
/// @param replacedBy the muscle to use instead, when this one was a mistake
/// @param order place in lists, roughly from head to foot; not a ranking
/// @param region part of the body, see `knowledge/vocabulary.yaml`
/// @param codes ids in other systems, null when none is known
public record Muscle(
        String id,
        @Nullable String replacedBy,
        Texts name,
        Latin latin,
        Synonyms synonyms,
        int order,
        Side side,
        String region,
        Innervation innervation,
        Actions actions,
        @Nullable Codes codes,
        Hazards hazards,
        List<Pattern> patterns,
        @Nullable String note,
        Review review) {

    /// Whether there is one on each side, or one across the middle.
    public enum Side {
        PAIRED,
        UNPAIRED
    }

    /// The name in Terminologia Anatomica.
    public record Latin(String name, List<String> sources) {
        public Latin {
            sources = List.copyOf(sources);
        }
    }

    /// Other and everyday names, for search.
    public record Synonyms(List<String> en, List<String> es) {
        public Synonyms {
            en = List.copyOf(en);
            es = List.copyOf(es);
        }
    }

    /// Nerve and spinal segments.
    ///
    /// @param roots such as `C5`; empty when not known
    public record Innervation(String nerve, List<String> roots, List<String> sources) {
        public Innervation {
            roots = List.copyOf(roots);
            sources = List.copyOf(sources);
        }
    }

    /// What the muscle does.
    public record Actions(List<String> does, List<String> sources) {
        public Actions {
            does = List.copyOf(does);
            sources = List.copyOf(sources);
        }
    }

    /// Ids in other systems; `parent` is the whole muscle when this is a part. SNOMED CT needs a licence.
    public record Codes(
            @Nullable String fma,
            @Nullable String uberon,
            @Nullable String snomed,
            @Nullable String parentFma,
            @Nullable String parentUberon,
            List<String> sources) {
        public Codes {
            sources = List.copyOf(sources);
        }
    }

    /// Ids of structures near enough to be warned about. What is not listed is not thereby safe.
    public record Hazards(List<String> near, List<String> sources) {
        public Hazards {
            near = List.copyOf(near);
            sources = List.copyOf(sources);
        }
    }

    public Muscle {
        patterns = List.copyOf(patterns);
    }

    /// Every name it goes by, in English, Spanish and Latin, everyday ones too; the proper names first.
    public List<String> names() {
        return Stream.of(Stream.of(name.en(), name.es(), latin.name()), synonyms.en().stream(), synonyms.es().stream())
                .flatMap(it -> it)
                .toList();
    }

    /// Whether a needle here could reach the lung: such a muscle belongs to the thorax whatever its region
    /// is called.
    public boolean overPleura() {
        return hazards.near().contains("pleura");
    }

    /// Ids of every source that a statement about this muscle cites, patterns apart; sorted.
    public List<String> sources() {
        var all = new TreeSet<>(latin.sources());
        all.addAll(innervation.sources());
        all.addAll(actions.sources());
        all.addAll(hazards.sources());
        if (codes != null) {
            all.addAll(codes.sources());
        }
        return List.copyOf(all);
    }
}
