package org.needlepoint.charting.examination.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.needlepoint.anatomy.Knowledge;
import org.needlepoint.anatomy.PainAnswer;
import org.needlepoint.anatomy.PainAnswer.Candidate;
import org.needlepoint.anatomy.PainLocator;
import org.needlepoint.anatomy.PainRequest;
import org.needlepoint.anatomy.PainRequest.About;
import org.needlepoint.anatomy.PainRequest.Mark;
import org.needlepoint.anatomy.PainRequest.Sign;
import org.needlepoint.anatomy.Review;
import org.needlepoint.charting.examination.Examination;
import org.needlepoint.charting.examination.ExamineMuscle.Opened;
import org.needlepoint.charting.examination.Finding;
import org.needlepoint.charting.examination.Outcome;
import org.needlepoint.charting.examination.PaintedMarks;
import org.needlepoint.charting.examination.web.Ranking.Hand;
import org.needlepoint.charting.examination.web.Ranking.Moved;
import org.needlepoint.charting.examination.web.Ranking.Next;
import org.needlepoint.charting.examination.web.Ranking.Row;
import org.needlepoint.charting.examination.web.Ranking.Sought;
import org.needlepoint.shared.Laterality;
import org.springframework.stereotype.Component;

/// Ranks the muscles for a visit's drawing and what hands found, and says beside each how the findings moved it.
@Component
class RankingModel {
    private static final int SHOWN = 12;
    private static final int WHOLE = 100;

    private final PainLocator locator;
    private final Knowledge knowledge;
    private final PatternSources patterns;
    private final Tell tell;

    RankingModel(PainLocator locator, Knowledge knowledge, PatternSources patterns, Tell tell) {
        this.locator = locator;
        this.knowledge = knowledge;
        this.patterns = patterns;
        this.tell = tell;
    }

    private record Place(String muscle, Laterality side) {
        static Place of(Candidate candidate) {
            return new Place(candidate.muscle(), candidate.side());
        }
    }

    private record Stood(int place, double probability) {}

    Ranking ranking(Opened opened, Locale locale) {
        var examination = opened.examination();
        var marks = PaintedMarks.of(opened.pain(), knowledge);
        if (marks.isEmpty()) {
            return new Ranking(
                    false,
                    List.of(),
                    besides(examination, List.of(), locale),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    examination.standing().size());
        }
        var answer = answer(marks, examination);
        var shown = shown(answer, examination);
        var before = examination.standing().isEmpty() ? Map.<Place, Stood>of() : places(answer(marks, NOBODY));
        return new Ranking(
                true,
                shown.stream()
                        .map(candidate ->
                                row(answer.candidates().indexOf(candidate) + 1, candidate, before, examination, locale))
                        .toList(),
                besides(examination, shown, locale),
                answer.examineNext().stream()
                        .map(next -> new Next(
                                tell.muscle(next.muscle(), next.side(), locale),
                                next.rivals().stream()
                                        .map(rival -> tell.muscle(rival, locale))
                                        .toList()))
                        .toList(),
                tell.zones(answer.unexplained(), locale),
                answer.nerveRoots().stream()
                        .map(root -> tell.it(
                                "examination.root",
                                locale,
                                root.root(),
                                String.join(", ", tell.zones(root.zones(), locale))))
                        .toList(),
                answer.notes(),
                examination.standing().size());
    }

    private static final Examination NOBODY = new Examination(List.of());

    private PainAnswer answer(List<Mark> marks, Examination examination) {
        return locator.locate(
                new PainRequest(marks, About.NOTHING, examination.examined(), PainRequest.MOST_CANDIDATES));
    }

    /// The first ones, and those farther down that were examined: a finding is never out of sight.
    private static List<Candidate> shown(PainAnswer answer, Examination examination) {
        var shown =
                new LinkedHashSet<>(answer.candidates().stream().limit(SHOWN).toList());
        answer.candidates().stream()
                .filter(candidate -> sides(candidate.side()).stream()
                        .anyMatch(side -> examination.touched(candidate.muscle(), side)))
                .forEach(shown::add);
        return List.copyOf(shown);
    }

    private static Map<Place, Stood> places(PainAnswer answer) {
        var places = new HashMap<Place, Stood>();
        for (var candidate : answer.candidates()) {
            places.put(Place.of(candidate), new Stood(places.size() + 1, candidate.probability()));
        }
        return places;
    }

    private Row row(int place, Candidate candidate, Map<Place, Stood> before, Examination examination, Locale locale) {
        var around = new LinkedHashSet<>(candidate.around());
        return new Row(
                place,
                candidate.muscle(),
                candidate.side().name(),
                tell.muscle(candidate.muscle(), candidate.side(), locale),
                tell.percent(candidate.probability(), locale),
                Math.max(1, (int) Math.round(candidate.probability() * WHOLE)),
                moved(place, before.get(Place.of(candidate)), locale),
                tell.zones(
                        candidate.explains().stream()
                                .filter(zone -> !around.contains(zone))
                                .toList(),
                        locale),
                tell.zones(candidate.around(), locale),
                tell.zones(candidate.against(), locale),
                patterns.read(candidate),
                tell.zones(patterns.unread(candidate), locale),
                knowledge.muscle(candidate.muscle()).stream()
                        .flatMap(muscle -> muscle.hazards().near().stream())
                        .flatMap(hazard -> knowledge.hazard(hazard).stream())
                        .map(hazard -> hazard.name().in(locale))
                        .toList(),
                candidate.review() == Review.State.UNREVIEWED,
                sides(candidate.side()).stream()
                        .map(side -> hand(candidate.muscle(), side, examination, locale))
                        .toList());
    }

    private @Nullable Moved moved(int place, @Nullable Stood stood, Locale locale) {
        return stood == null || stood.place() == place
                ? null
                : new Moved(stood.place() - place, stood.place(), tell.percent(stood.probability(), locale));
    }

    private static List<Laterality> sides(Laterality side) {
        return side == Laterality.B ? List.of(Laterality.R, Laterality.L) : List.of(side);
    }

    private List<Hand> besides(Examination examination, List<Candidate> shown, Locale locale) {
        var besides = new LinkedHashSet<Place>();
        examination.standing().forEach(finding -> besides.add(new Place(finding.muscle(), finding.side())));
        shown.forEach(candidate ->
                sides(candidate.side()).forEach(side -> besides.remove(new Place(candidate.muscle(), side))));
        return besides.stream()
                .map(place -> hand(place.muscle(), place.side(), examination, locale))
                .toList();
    }

    /// The examination of one muscle on one side, as its form shows it.
    Hand hand(String muscle, Laterality side, Examination examination, Locale locale) {
        var signs = Arrays.stream(Sign.values())
                .map(sign -> new Sought(
                        sign.word(),
                        tell.it("examination.sign." + sign.word(), locale),
                        examination.outcome(muscle, side, sign).word()))
                .toList();
        return new Hand(
                muscle,
                side.name(),
                tell.muscle(muscle, side, locale),
                examination.touched(muscle, side),
                summary(muscle, side, examination, locale),
                signs);
    }

    private @Nullable String summary(String muscle, Laterality side, Examination examination, Locale locale) {
        var found = new ArrayList<String>();
        for (Finding finding : examination.standing()) {
            if (finding.muscle().equals(muscle) && finding.side() == side) {
                var sign = tell.it("examination.sign." + finding.sign().word(), locale);
                found.add(tell.it(
                        finding.outcome() == Outcome.FOUND ? "examination.said.found" : "examination.said.notFound",
                        locale,
                        finding.point() == null ? sign : tell.it("point.sign", locale, finding.point(), sign)));
            }
        }
        return found.isEmpty() ? null : String.join("; ", found);
    }
}
