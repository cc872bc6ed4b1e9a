package org.needlepoint.frontdoor.library;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.needlepoint.anatomy.Ailment;
import org.needlepoint.anatomy.Condition;
import org.needlepoint.anatomy.Evidence;
import org.needlepoint.anatomy.Knowledge;
import org.needlepoint.anatomy.Movement;
import org.needlepoint.anatomy.Muscle;
import org.needlepoint.anatomy.Pattern;
import org.needlepoint.anatomy.Review;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;

/// Writes the page of a muscle. What was read in a source and what was not never share a list.
@Service
public class DescribeMuscle {
    private final Knowledge knowledge;
    private final CountPoints points;
    private final DrawPlaces places;
    private final MessageSource messages;

    DescribeMuscle(Knowledge knowledge, CountPoints points, DrawPlaces places, MessageSource messages) {
        this.knowledge = knowledge;
        this.points = points;
        this.places = places;
        this.messages = messages;
    }

    /// All that is known about a muscle.
    ///
    /// @param staff whether hazards and percentages may be shown
    public MuscleArticle describe(Muscle muscle, boolean staff, Locale locale) {
        var references = new References(knowledge);
        var often = felt(muscle, row -> isRead(row) && isPrimary(row), Set.of(), references, locale);
        var sometimes = felt(muscle, row -> isRead(row) && !isPrimary(row), zones(often), references, locale);
        var known = new LinkedHashSet<>(zones(often));
        known.addAll(zones(sometimes));
        var unchecked = felt(muscle, row -> !isRead(row), known, references, locale);
        var latin = muscle.latin().name();
        return new MuscleArticle(
                muscle.id(),
                muscle.name().in(locale),
                latin,
                "es".equals(locale.getLanguage())
                        ? muscle.synonyms().es()
                        : muscle.synonyms().en(),
                messages.getMessage("charting.region." + muscle.region(), null, locale),
                muscle.review().status() == Review.State.REVIEWED,
                often,
                sometimes,
                unchecked,
                drawing(muscle, often, sometimes, unchecked, locale),
                movements(muscle, locale),
                new MuscleArticle.Stated(
                        muscle.actions().does(),
                        references.cite(muscle.actions().sources())),
                new MuscleArticle.Nerve(
                        muscle.innervation().nerve(),
                        muscle.innervation().roots(),
                        references.cite(muscle.innervation().sources())),
                joins(muscle, locale),
                staff ? forStaff(muscle, references, locale) : null,
                references.all());
    }

    private static boolean isRead(Pattern row) {
        return row.evidence() == Evidence.READ;
    }

    private static boolean isPrimary(Pattern row) {
        return row.strength() == Pattern.Strength.PRIMARY;
    }

    private static Set<String> zones(List<Felt> felt) {
        return new LinkedHashSet<>(felt.stream().map(Felt::zone).toList());
    }

    /// One line for each zone, however many points send pain there.
    private List<Felt> felt(
            Muscle muscle, Predicate<Pattern> wanted, Set<String> told, References references, Locale locale) {
        var byZone = new LinkedHashMap<String, List<Pattern>>();
        muscle.patterns().stream()
                .filter(wanted)
                .filter(row -> !told.contains(row.zone()))
                .forEach(row -> byZone.computeIfAbsent(row.zone(), _ -> new ArrayList<>())
                        .add(row));
        return byZone.entrySet().stream()
                .map(entry -> new Felt(
                        entry.getKey(),
                        knowledge
                                .zone(entry.getKey())
                                .map(zone -> zone.name().in(locale))
                                .orElse(entry.getKey()),
                        entry.getValue().stream()
                                .flatMap(row -> Stream.ofNullable(row.point()))
                                .distinct()
                                .toList(),
                        references.cite(entry.getValue().stream()
                                .flatMap(row -> row.sources().stream())
                                .toList())))
                .toList();
    }

    private Drawing drawing(
            Muscle muscle, List<Felt> often, List<Felt> sometimes, List<Felt> unchecked, Locale locale) {
        var zones = new LinkedHashMap<String, Drawing.Kind>();
        often.forEach(felt -> zones.put(felt.zone(), Drawing.Kind.OFTEN));
        sometimes.forEach(felt -> zones.put(felt.zone(), Drawing.Kind.SOMETIMES));
        unchecked.forEach(felt -> zones.put(felt.zone(), Drawing.Kind.UNCHECKED));
        return places.draw(zones, muscle, locale);
    }

    private List<String> movements(Muscle muscle, Locale locale) {
        return knowledge.movements().stream()
                .filter(movement -> movement.muscles().contains(muscle.id()))
                .map(Movement::name)
                .map(name -> name.in(locale))
                .toList();
    }

    private List<Link> joins(Muscle muscle, Locale locale) {
        return knowledge.ailments().stream()
                .filter(ailment -> counted(ailment).anyMatch(condition -> points.counts(condition, muscle)))
                .map(ailment -> new Link(ailment.id(), ailment.name().in(locale)))
                .toList();
    }

    private Stream<Condition> counted(Ailment ailment) {
        return knowledge.conditions().stream()
                .filter(condition -> ailment.counted().contains(condition.id()));
    }

    private MuscleArticle.ForStaff forStaff(Muscle muscle, References references, Locale locale) {
        return new MuscleArticle.ForStaff(
                muscle.hazards().near().stream()
                        .flatMap(id -> knowledge.hazard(id).stream())
                        .map(hazard -> new MuscleArticle.Near(
                                hazard.name().in(locale), hazard.kind().acknowledged()))
                        .toList(),
                points.in(muscle, references, locale),
                muscle.note());
    }
}
