package org.needlepoint.anatomy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.needlepoint.anatomy.PainRequest.Mark;
import org.needlepoint.shared.Laterality;
import org.springframework.context.MessageSource;

/// The body map as its pages need it: the complete list of zones, what is marked in words, and the four views with the
/// marks drawn in. See "Body map" in `docs/reference/design-system.md`.
public final class MapViews {
    private static final List<String> GROUPS = List.of("head", "arm", "back", "chest", "hip", "foot");
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
    private final BodyMap map;
    private final MessageSource messages;

    public MapViews(Knowledge knowledge, BodyMap map, MessageSource messages) {
        this.knowledge = knowledge;
        this.map = map;
        this.messages = messages;
    }

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
    /// @param intensity 0 to 10; null when it is not marked
    public record Choice(
            String id,
            String label,
            String side,
            @Nullable String sideLabel,
            boolean checked,
            @Nullable Integer intensity) {}

    /// A mark in words, such as "Calf (right)".
    public record Marked(String zone, String side, String label, int intensity) {}

    /// A view with the marks drawn in.
    ///
    /// @param label  "Front"
    /// @param marked whether any of its regions is
    public record Drawn(
            String id, String label, String box, String skinPath, boolean marked, List<DrawnRegion> regions) {
        public Drawn {
            regions = List.copyOf(regions);
        }
    }

    /// A region of a view with what is marked there.
    ///
    /// @param side      `L` or `R`
    /// @param zones     the choices of the list that lie there, as the form names them: `scapula:R sternum:M`
    /// @param intensity the worst of what is marked there; null when nothing is
    /// @param level     `none`, `mild`, `moderate` or `severe`, its pattern; null when nothing is
    public record DrawnRegion(
            String id,
            String label,
            String side,
            String path,
            double x,
            double y,
            String zones,
            boolean marked,
            @Nullable Integer intensity,
            @Nullable String level) {}

    /// The list, with what is marked checked: every zone in use, right before left.
    public List<Group> groups(Collection<Mark> marks, Locale locale) {
        var choices = new LinkedHashMap<String, List<Choice>>();
        GROUPS.forEach(group -> choices.put(group, new ArrayList<>()));
        for (var zone : knowledge.zones()) {
            if (zone.replacedBy() == null) {
                for (var side : sidesOf(zone)) {
                    choices.getOrDefault(groupOf(zone), List.of()).add(choice(zone, side, marks, locale));
                }
            }
        }
        return choices.entrySet().stream()
                .map(entry ->
                        new Group(entry.getKey(), say("bodymap.group." + entry.getKey(), locale), entry.getValue()))
                .toList();
    }

    private Choice choice(Zone zone, Laterality side, Collection<Mark> marks, Locale locale) {
        var worst = worst(marks, List.of(zone.id()), side);
        return new Choice(
                zone.id(),
                zone.name().in(locale),
                side.name(),
                sideWord(side, locale).orElse(null),
                worst.isPresent(),
                worst.orElse(null));
    }

    /// What is marked, worst first.
    public List<Marked> marks(Collection<Mark> marks, Locale locale) {
        return marks.stream()
                .sorted(Comparator.comparingDouble(Mark::intensity).reversed())
                .map(mark -> new Marked(
                        mark.zone(), mark.side().name(), label(mark.zone(), mark.side(), locale), whole(mark)))
                .toList();
    }

    /// A zone with its side, such as "Calf (right)"; the id itself when there is no such zone.
    public String label(String zone, Laterality side, Locale locale) {
        var name = knowledge.zone(zone).map(found -> found.name().in(locale)).orElse(zone);
        return sideWord(side, locale).map(word -> name + " (" + word + ")").orElse(name);
    }

    /// The four views with the marks drawn in; empty when the browser build was left out. A region is marked when one
    /// of
    /// its zones is marked on its side, on both, or on the midline, and then as bad as the worst of them.
    public List<Drawn> views(Collection<Mark> marks, Locale locale) {
        return map.views().stream()
                .map(view -> {
                    var regions = view.regions().stream()
                            .map(region -> drawn(region, marks, locale))
                            .toList();
                    return new Drawn(
                            view.id(),
                            say("bodymap.view." + view.id(), locale),
                            view.box(),
                            view.skin(),
                            regions.stream().anyMatch(DrawnRegion::marked),
                            regions);
                })
                .toList();
    }

    private DrawnRegion drawn(BodyMap.Region region, Collection<Mark> marks, Locale locale) {
        var worst = worst(marks, region.zones(), region.side());
        return new DrawnRegion(
                region.id(),
                say("bodymap.region." + region.area(), locale) + " ("
                        + sideWord(region.side(), locale).orElse("") + ")",
                region.side().name(),
                region.path(),
                region.x(),
                region.y(),
                region.zones().stream()
                        .map(knowledge::zone)
                        .flatMap(Optional::stream)
                        .map(zone -> zone.id() + ":" + (zone.sideable() ? region.side() : Laterality.M))
                        .collect(Collectors.joining(" ")),
                worst.isPresent(),
                worst.orElse(null),
                worst.map(MapViews::level).orElse(null));
    }

    private static List<Laterality> sidesOf(Zone zone) {
        return zone.sideable() ? List.of(Laterality.R, Laterality.L) : List.of(Laterality.M);
    }

    private static String groupOf(Zone zone) {
        return Objects.requireNonNull(
                GROUP_OF_PART.get(zone.partOf()), () -> "no group of the list for part " + zone.partOf());
    }

    private static Optional<Integer> worst(Collection<Mark> marks, List<String> zones, Laterality side) {
        return marks.stream()
                .filter(mark -> zones.contains(mark.zone()) && touches(mark.side(), side))
                .map(MapViews::whole)
                .max(Comparator.naturalOrder());
    }

    private static boolean touches(Laterality marked, Laterality side) {
        return marked == side || marked == Laterality.B || marked == Laterality.M || side == Laterality.M;
    }

    private static int whole(Mark mark) {
        return (int) Math.round(mark.intensity());
    }

    private static String level(int intensity) {
        if (intensity == 0) {
            return "none";
        }
        return intensity <= 3 ? "mild" : intensity <= 6 ? "moderate" : "severe";
    }

    private Optional<String> sideWord(Laterality side, Locale locale) {
        return side == Laterality.M ? Optional.empty() : Optional.of(say("bodymap.side." + side, locale));
    }

    private String say(String key, Locale locale) {
        return Objects.requireNonNull(messages.getMessage(key, null, locale));
    }
}
