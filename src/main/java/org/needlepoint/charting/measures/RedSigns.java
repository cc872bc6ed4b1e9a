package org.needlepoint.charting.measures;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.needlepoint.shared.Laterality;

/// What of a neurological screen must not wait. Each sign points at the red-flag question of the knowledge that asks
/// patients the same; what to do and how soon is said there, with its source. Which sign points where is our choice and
/// nobody has reviewed it.
///
/// @param question id of a red-flag question
/// @param signs    what was found
public record RedSigns(String question, List<Measure> signs) {
    private static final String SADDLE = "saddle-numb";
    private static final String CORD = "clumsy-hands-unsteady";
    private static final String LEGS = "legs-weak-foot-drop";
    private static final String ARM = "arm-hand-weak";

    private static final Set<String> OF_ARM = Set.of("c5", "c6", "c7", "c8", "t1");
    private static final List<String> FULL = List.of("5");
    private static final List<String> NEARLY_FULL = List.of("4", "4+", "5-", "5");

    public RedSigns {
        signs = List.copyOf(signs);
    }

    /// The red signs among what stands at either moment; empty says only that none of these was entered.
    public static List<RedSigns> of(VisitMeasures measures) {
        var found = new LinkedHashMap<String, List<Measure>>();
        var standing = measures.standing();
        var bothLegs = Stream.of(Laterality.L, Laterality.R)
                .allMatch(side -> standing.stream()
                        .anyMatch(each -> legWeak(each, FULL) && each.what().side() == side));
        for (var each : standing) {
            if (each.what().code().equals(Catalogue.SADDLE) && word(each, List.of("less", "none"))) {
                add(found, SADDLE, each);
            } else if (cord(each)) {
                add(found, CORD, each);
            } else if (legWeak(each, bothLegs ? FULL : NEARLY_FULL)) {
                add(found, LEGS, each);
            } else if (myotome(each, FULL) && OF_ARM.contains(each.what().code())) {
                add(found, ARM, each);
            }
        }
        return Stream.of(SADDLE, CORD, LEGS, ARM)
                .filter(found::containsKey)
                .map(question -> new RedSigns(question, found.getOrDefault(question, List.of())))
                .toList();
    }

    /// The same for the same findings, whenever they were measured: `myotome/c7/R/plain=3`.
    public Set<String> facts() {
        return signs.stream()
                .map(sign -> sign.what().key() + "=" + (sign.value() instanceof Value.Word(var word) ? word : ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void add(Map<String, List<Measure>> found, String question, Measure sign) {
        found.computeIfAbsent(question, _ -> new ArrayList<>()).add(sign);
    }

    private static boolean cord(Measure measure) {
        return switch (measure.what().kind()) {
            case UPPER_MOTOR -> word(measure, List.of("present"));
            case REFLEX -> word(measure, List.of("4+"));
            default -> false;
        };
    }

    private static boolean legWeak(Measure measure, List<String> enough) {
        return myotome(measure, enough) && !OF_ARM.contains(measure.what().code());
    }

    private static boolean myotome(Measure measure, List<String> enough) {
        return measure.what().kind() == Kind.MYOTOME
                && measure.value() instanceof Value.Word(var grade)
                && !enough.contains(grade);
    }

    private static boolean word(Measure measure, List<String> words) {
        return measure.value() instanceof Value.Word(var word) && words.contains(word);
    }
}
