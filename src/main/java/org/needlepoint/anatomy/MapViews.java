package org.needlepoint.anatomy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.needlepoint.anatomy.PainRequest.Mark;
import org.needlepoint.anatomy.PainRequest.Outline;
import org.needlepoint.anatomy.PainRequest.Quality;
import org.needlepoint.anatomy.atlas.Atlas;
import org.needlepoint.anatomy.atlas.Atlas.ZoneShape;
import org.needlepoint.anatomy.atlas.PointInside;
import org.needlepoint.shared.Laterality;
import org.springframework.context.MessageSource;

/// The body map as its pages need it: the complete list of zones, what is marked in words, and the views with the
/// marks drawn in. See "Body map" in `docs/reference/design-system.md`.
public final class MapViews {
    private static final List<String> GROUPS = List.of("head", "arm", "back", "chest", "hip", "foot");
    private static final List<String> SHADED = List.of("front", "back", "left", "right");
    private static final Map<String, String> GROUP_OF_PART = Map.ofEntries(
            Map.entry("head", "head"),
            Map.entry("neck", "head"),
            Map.entry("shoulder", "arm"),
            Map.entry("upper-arm", "arm"),
            Map.entry("elbow", "arm"),
            Map.entry("forearm", "arm"),
            Map.entry("wrist", "arm"),
            Map.entry("hand", "arm"),
            Map.entry("back", "back"),
            Map.entry("chest", "chest"),
            Map.entry("abdomen", "chest"),
            Map.entry("hip", "hip"),
            Map.entry("thigh", "hip"),
            Map.entry("knee", "hip"),
            Map.entry("leg", "hip"),
            Map.entry("ankle", "foot"),
            Map.entry("foot", "foot"));

    private final Knowledge knowledge;
    private final Atlas atlas;
    private final MapWords words;

    public MapViews(Knowledge knowledge, Atlas atlas, MessageSource messages) {
        this.knowledge = knowledge;
        this.atlas = atlas;
        this.words = new MapWords(knowledge, messages);
    }

    /// A quality that can be chosen.
    ///
    /// @param word   as forms write it; empty for "nobody said"
    /// @param letter stands for it on the map; empty for none
    public record QualityChoice(String word, String label, String letter) {}

    /// Zones of one part of the body.
    ///
    /// @param id `head`, `arm`, `back`, `chest`, `hip` or `foot`
    public record Group(String id, String label, List<Choice> zones) {
        public Group {
            zones = List.copyOf(zones);
        }

        /// How many of its zones are marked.
        public long marked() {
            return zones.stream().filter(Choice::checked).count();
        }
    }

    /// One zone on one side, as a checkbox.
    ///
    /// @param side      `L`, `R`, or `M` for a zone that has no sides
    /// @param sideLabel the side in words; null for `M`
    /// @param felt      null when it is not marked
    public record Choice(
            String id,
            String label,
            String side,
            @Nullable String sideLabel,
            @Nullable Felt felt) {
        public boolean checked() {
            return felt != null;
        }
    }

    /// How a place feels.
    ///
    /// @param intensity 0 to 10
    /// @param quality   a word such as `burning`; empty when nobody said
    /// @param letter    stands for the quality on the map; empty when nobody said
    /// @param words     "burning, spreads to here"; empty when nobody said
    public record Felt(int intensity, String quality, String letter, boolean spreads, String words) {
        /// `none`, `mild`, `moderate` or `severe`: the colour.
        public String level() {
            if (intensity == 0) {
                return "none";
            }
            return intensity <= 3 ? "mild" : intensity <= 6 ? "moderate" : "severe";
        }

        /// The name of the pattern to fill with: colour by how bad it is, pattern by what it feels like.
        public String pattern() {
            return "np-map-" + level() + "-" + (quality.isEmpty() ? "plain" : quality);
        }
    }

    /// A mark in words.
    ///
    /// @param label "Calf (right)"
    public record Marked(String zone, String side, String label, Felt felt) {
        public int intensity() {
            return felt.intensity();
        }
    }

    /// A view with the marks drawn in.
    ///
    /// @param label  "Front"
    /// @param canvas the view that shapes painted here belong to: itself, or the one of which it enlarges a part
    /// @param image  the view whose shaded figure lies below; null where there is none
    /// @param marked whether anything is marked or painted on it
    public record Drawn(
            String id,
            String label,
            String box,
            String canvas,
            @Nullable String image,
            String skinPath,
            boolean marked,
            List<DrawnZone> zones,
            List<DrawnOutline> outlines) {
        public Drawn {
            zones = List.copyOf(zones);
            outlines = List.copyOf(outlines);
        }

        /// Whether it shows the body from one side, rather than a part of it from near.
        public boolean whole() {
            return id.equals(image);
        }
    }

    /// A zone of a view with what is marked there.
    ///
    /// @param choice as the form names it: `scapula:R`
    /// @param felt   null when it is not marked
    public record DrawnZone(
            String choice,
            String label,
            String path,
            double x,
            double y,
            @Nullable Felt felt) {}

    /// A freehand shape of a view.
    ///
    /// @param x of its number
    public record DrawnOutline(String path, double x, double y, Felt felt) {}

    /// Every quality, after the empty one.
    public List<QualityChoice> qualities(Locale locale) {
        return Stream.concat(
                        Stream.of(new QualityChoice("", words.say("bodymap.quality.none", locale), "")),
                        Arrays.stream(Quality.values())
                                .map(quality -> new QualityChoice(
                                        quality.word(),
                                        words.say("bodymap.quality." + quality.word(), locale),
                                        words.letter(quality, locale))))
                .toList();
    }

    /// The list, with what is marked checked: every zone in use, right before left.
    public List<Group> groups(Collection<Mark> marks, Locale locale) {
        var choices = new LinkedHashMap<String, List<Choice>>();
        GROUPS.forEach(group -> choices.put(group, new ArrayList<>()));
        for (var zone : knowledge.zones()) {
            if (zone.replacedBy() == null) {
                for (var side : sidesOf(zone)) {
                    choices.getOrDefault(groupOf(zone), List.of())
                            .add(new Choice(
                                    zone.id(),
                                    zone.name().in(locale),
                                    side.name(),
                                    words.side(side, locale).orElse(null),
                                    felt(zone.id(), side, marks, locale)));
                }
            }
        }
        return choices.entrySet().stream()
                .map(entry -> new Group(
                        entry.getKey(), words.say("bodymap.group." + entry.getKey(), locale), entry.getValue()))
                .toList();
    }

    /// What is marked, worst first.
    public List<Marked> marks(Collection<Mark> marks, Locale locale) {
        return marks.stream()
                .sorted(Comparator.comparingDouble(Mark::intensity).reversed())
                .map(mark -> new Marked(
                        mark.zone(),
                        mark.side().name(),
                        label(mark.zone(), mark.side(), locale),
                        felt(mark.intensity(), mark.quality(), mark.spreads(), locale)))
                .toList();
    }

    /// A zone with its side, such as "Calf (right)"; the id itself when there is no such zone.
    public String label(String zone, Laterality side, Locale locale) {
        return words.place(zone, side, locale);
    }

    /// What a place feels like, such as "burning, spreads to here"; empty when nobody said, or in words nobody knows.
    ///
    /// @param quality as forms and records write it; null when nobody said
    public String feeling(@Nullable String quality, boolean spreads, Locale locale) {
        return words.feeling(quality == null ? null : Quality.of(quality).orElse(null), spreads, locale);
    }

    /// The views with the marks and shapes drawn in: front, back, left, right, then the close-ups. A zone is marked
    /// when it is on its own side, or on both; and then as bad as the worst mark.
    public List<Drawn> views(Collection<Mark> marks, Collection<Outline> outlines, Locale locale) {
        return atlas.views().stream()
                .map(view -> {
                    var canvas = view.of() == null ? view.id() : view.of();
                    var zones = view.zones().stream()
                            .map(shape -> drawn(shape, marks, locale))
                            .toList();
                    var shapes = outlines.stream()
                            .filter(outline -> outline.view().equals(canvas))
                            .map(outline -> drawn(outline, locale))
                            .toList();
                    return new Drawn(
                            view.id(),
                            words.say("bodymap.view." + view.id(), locale),
                            view.box(),
                            canvas,
                            SHADED.contains(canvas) ? canvas : null,
                            view.skin(),
                            !shapes.isEmpty() || zones.stream().anyMatch(zone -> zone.felt() != null),
                            zones,
                            shapes);
                })
                .toList();
    }

    private DrawnZone drawn(ZoneShape shape, Collection<Mark> marks, Locale locale) {
        return new DrawnZone(
                shape.zone() + ":" + shape.side(),
                label(shape.zone(), shape.side(), locale),
                shape.path(),
                shape.x(),
                shape.y(),
                felt(shape.zone(), shape.side(), marks, locale));
    }

    private DrawnOutline drawn(Outline outline, Locale locale) {
        var points = outline.points();
        var middle = PointInside.of(points.stream()
                .map(point -> new double[] {point.x(), point.y()})
                .toList());
        return new DrawnOutline(
                points.stream().map(point -> point.x() + " " + point.y()).collect(Collectors.joining("L", "M", "Z")),
                middle[0],
                middle[1],
                felt(outline.intensity(), outline.quality(), outline.spreads(), locale));
    }

    private static List<Laterality> sidesOf(Zone zone) {
        return zone.sideable() ? List.of(Laterality.R, Laterality.L) : List.of(Laterality.M);
    }

    private static String groupOf(Zone zone) {
        return Objects.requireNonNull(
                GROUP_OF_PART.get(zone.partOf()), () -> "no group of the list for part " + zone.partOf());
    }

    private @Nullable Felt felt(String zone, Laterality side, Collection<Mark> marks, Locale locale) {
        Optional<Mark> worst = marks.stream()
                .filter(mark -> mark.zone().equals(zone) && touches(mark.side(), side))
                .max(Comparator.comparingDouble(Mark::intensity));
        return worst.map(mark -> felt(mark.intensity(), mark.quality(), mark.spreads(), locale))
                .orElse(null);
    }

    private static boolean touches(Laterality marked, Laterality side) {
        return marked == side || marked == Laterality.B || marked == Laterality.M || side == Laterality.M;
    }

    private Felt felt(double intensity, @Nullable Quality quality, boolean spreads, Locale locale) {
        return new Felt(
                (int) Math.round(intensity),
                quality == null ? "" : quality.word(),
                words.letter(quality, locale),
                spreads,
                words.feeling(quality, spreads, locale));
    }
}
