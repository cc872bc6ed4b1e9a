package org.needlepoint.frontdoor.library;

import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.needlepoint.anatomy.Ailment;
import org.needlepoint.anatomy.Condition;
import org.needlepoint.anatomy.Evidence;
import org.needlepoint.anatomy.Knowledge;
import org.needlepoint.anatomy.Muscle;
import org.needlepoint.anatomy.OtherCause;
import org.needlepoint.anatomy.Pattern;
import org.needlepoint.anatomy.Review;
import org.springframework.stereotype.Service;

/// Writes the page of a condition: muscles beside what else it could be, since pain alone tells neither (rule C10).
@Service
public class DescribeAilment {
    private final Knowledge knowledge;
    private final CountPoints points;
    private final DrawPlaces places;

    DescribeAilment(Knowledge knowledge, CountPoints points, DrawPlaces places) {
        this.knowledge = knowledge;
        this.points = points;
        this.places = places;
    }

    /// All that is known about a condition.
    ///
    /// @param staff whether codes and percentages may be shown
    public AilmentArticle describe(Ailment ailment, boolean staff, Locale locale) {
        var references = new References(knowledge);
        var read = ailment.evidence() == Evidence.READ;
        var about = references.cite(ailment.sources());
        var serious = causes(ailment, cause -> isRead(cause) && cause.serious(), references, locale);
        var common = causes(ailment, cause -> isRead(cause) && !cause.serious(), references, locale);
        var unchecked = causes(ailment, cause -> !isRead(cause), references, locale);
        return new AilmentArticle(
                ailment.id(),
                ailment.name().in(locale),
                ailment.clinical().in(locale),
                "es".equals(locale.getLanguage())
                        ? ailment.synonyms().es()
                        : ailment.synonyms().en(),
                ailment.review().status() == Review.State.REVIEWED,
                ailment.about().in(locale),
                read,
                about,
                ailment.zones().stream().map(zone -> place(zone, locale)).toList(),
                places.draw(
                        ailment.zones().stream().collect(Collectors.toMap(Function.identity(), _ -> Drawing.Kind.HERE)),
                        locale),
                serious,
                common,
                unchecked,
                inStudies(ailment, locale),
                staff ? forStaff(ailment, references, locale) : null,
                references.all());
    }

    private static boolean isRead(OtherCause cause) {
        return cause.evidence() == Evidence.READ;
    }

    private List<Cause> causes(Ailment ailment, Predicate<OtherCause> wanted, References references, Locale locale) {
        return ailment.causes().stream()
                .flatMap(id -> knowledge.otherCause(id).stream())
                .filter(wanted)
                .map(cause ->
                        new Cause(cause.name().in(locale), cause.hint().in(locale), references.cite(cause.sources())))
                .toList();
    }

    private AilmentArticle.Place place(String zone, Locale locale) {
        return new AilmentArticle.Place(
                knowledge.zone(zone).map(found -> found.name().in(locale)).orElse(zone),
                byName(
                        knowledge.muscles().stream()
                                .filter(muscle -> muscle.replacedBy() == null)
                                .filter(muscle -> muscle.patterns().stream()
                                        .anyMatch(row -> row.zone().equals(zone)
                                                && row.evidence() == Evidence.READ
                                                && row.strength() == Pattern.Strength.PRIMARY))
                                .toList(),
                        locale));
    }

    private List<Link> inStudies(Ailment ailment, Locale locale) {
        var studies = studies(ailment);
        return byName(
                knowledge.muscles().stream()
                        .filter(muscle -> studies.stream().anyMatch(condition -> points.counts(condition, muscle)))
                        .toList(),
                locale);
    }

    private static List<Link> byName(List<Muscle> muscles, Locale locale) {
        return muscles.stream()
                .map(muscle -> new Link(muscle.id(), muscle.name().in(locale)))
                .sorted(Comparator.comparing(Link::name, Collator.getInstance(locale)))
                .toList();
    }

    private List<Condition> studies(Ailment ailment) {
        return knowledge.conditions().stream()
                .filter(condition -> ailment.counted().contains(condition.id()))
                .toList();
    }

    private AilmentArticle.ForStaff forStaff(Ailment ailment, References references, Locale locale) {
        return new AilmentArticle.ForStaff(
                ailment.icd10cm(),
                ailment.redFlags().stream()
                        .flatMap(id -> knowledge.redFlagQuestion(id).stream())
                        .map(question -> question.ask().in(locale))
                        .toList(),
                studies(ailment).stream()
                        .flatMap(condition -> points.of(condition, references, locale).stream())
                        .toList());
    }
}
