package org.needlepoint.frontdoor.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.needlepoint.anatomy.Knowledge;
import org.needlepoint.anatomy.PainRequest.Mark;
import org.needlepoint.anatomy.Zone;
import org.needlepoint.shared.Laterality;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// The body map in words: the complete list of zones that stands beside the figure, and what is marked now.
@Component
class BodyMapModel {
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
    private static final List<String> GROUPS = List.of("head", "arm", "back", "chest", "hip", "foot");

    private final Knowledge knowledge;
    private final MessageSource messages;

    BodyMapModel(Knowledge knowledge, MessageSource messages) {
        this.knowledge = knowledge;
        this.messages = messages;
    }

    /// Zones of one part of the body, in the order of the map.
    public record Group(String id, String label, List<Choice> zones) {}

    /// One zone on one side, as a checkbox.
    public record Choice(
            String id,
            String label,
            String side,
            @Nullable String sideLabel,
            boolean checked,
            @Nullable Integer intensity) {}

    /// A marked zone in words.
    public record Marked(String zone, String side, String label, int intensity) {}

    /// The list, with what is marked checked.
    List<Group> groups(List<Mark> marks, Locale locale) {
        var choices = new LinkedHashMap<String, List<Choice>>();
        GROUPS.forEach(group -> choices.put(group, new ArrayList<>()));
        for (var zone : knowledge.zones()) {
            if (zone.replacedBy() != null) {
                continue;
            }
            var into = choices.get(GROUP_OF_PART.getOrDefault(zone.partOf(), "head"));
            if (into != null) {
                into.addAll(choicesOf(zone, marks, locale));
            }
        }
        return choices.entrySet().stream()
                .map(entry ->
                        new Group(entry.getKey(), say("bodymap.group." + entry.getKey(), locale), entry.getValue()))
                .toList();
    }

    private List<Choice> choicesOf(Zone zone, List<Mark> marks, Locale locale) {
        var sides = zone.sideable() ? List.of(Laterality.R, Laterality.L) : List.of(Laterality.M);
        return sides.stream()
                .map(side -> {
                    var mark = marks.stream()
                            .filter(each -> each.zone().equals(zone.id()) && covers(each.side(), side))
                            .findFirst();
                    return new Choice(
                            zone.id(),
                            zone.name().in(locale),
                            side.name(),
                            sideWord(side, locale).orElse(null),
                            mark.isPresent(),
                            mark.map(each -> (int) each.intensity()).orElse(null));
                })
                .toList();
    }

    private static boolean covers(Laterality marked, Laterality side) {
        return marked == side
                || (marked == Laterality.B && side != Laterality.M)
                || (marked == Laterality.M && side != Laterality.M);
    }

    /// What is marked, worst first.
    List<Marked> marked(List<Mark> marks, Locale locale) {
        return marks.stream()
                .sorted(Comparator.comparingDouble(Mark::intensity).reversed())
                .map(mark -> new Marked(mark.zone(), mark.side().name(), label(mark.zone(), mark.side(), locale), (int)
                        mark.intensity()))
                .toList();
    }

    /// A zone with its side, such as "Calf (right)".
    String label(String zone, Laterality side, Locale locale) {
        var name = knowledge.zone(zone).map(found -> found.name().in(locale)).orElse(zone);
        return sided(name, side, locale);
    }

    /// A name with its side in parentheses.
    String sided(String name, Laterality side, Locale locale) {
        return sideWord(side, locale).map(word -> name + " (" + word + ")").orElse(name);
    }

    private Optional<String> sideWord(Laterality side, Locale locale) {
        return switch (side) {
            case L -> Optional.of(say("frontdoor.side.left", locale));
            case R -> Optional.of(say("frontdoor.side.right", locale));
            case B -> Optional.of(say("frontdoor.side.both", locale));
            case M -> Optional.empty();
        };
    }

    private String say(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
