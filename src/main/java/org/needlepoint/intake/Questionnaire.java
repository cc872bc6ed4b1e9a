package org.needlepoint.intake;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.needlepoint.anatomy.ScreeningQuestion;

/// How the questions are put to a patient: by topic, one topic a page. Somebody whose answers of an earlier visit still
/// hold is asked what has changed and one short list (rule W4).
public final class Questionnaire {
    static final Set<String> ABOUT_LAST_TIME =
            Set.of(Holding.HEALTH_CHANGE, Holding.MEDICINE_CHANGE, "trouble-since-last-visit");

    private final Screened screened;
    private final @Nullable Instant lastTime;
    private final Instant now;

    private Questionnaire(Screened screened, @Nullable Instant lastTime, Instant now) {
        this.screened = screened;
        this.lastTime = lastTime;
        this.now = now;
    }

    /// A page of questions.
    public sealed interface Page {
        /// "Has anything changed since that day?": one question for all that a change can be about.
        record Changed(Instant since, List<ScreeningQuestion> questions) implements Page {}

        /// What is asked at each visit, as one list.
        record EachVisit(List<ScreeningQuestion> questions) implements Page {}

        /// The questions of one topic.
        record About(Topic topic, List<ScreeningQuestion> questions) implements Page {}

        /// The questions on the page.
        List<ScreeningQuestion> questions();

        /// As in addresses: `changed`, `each-visit`, or the topic's code.
        default String code() {
            return switch (this) {
                case Changed _ -> "changed";
                case EachVisit _ -> "each-visit";
                case About about -> about.topic().code();
            };
        }
    }

    /// The questions as they are put on arrival.
    static Questionnaire of(Screened screened, List<Answer> answers, VisitFacts visit) {
        return of(screened, answers, visit, visit.start().toInstant());
    }

    /// @param now when they are put: what would not hold until the visit is not asked yet
    static Questionnaire of(Screened screened, List<Answer> answers, VisitFacts visit, Instant now) {
        var lastTime = answers.stream()
                .filter(answer -> !answer.visit().equals(visit.visit()))
                .map(Answer::at)
                .max(Comparator.naturalOrder());
        return new Questionnaire(screened, lastTime.orElse(null), now);
    }

    /// The next page with a question to be answered; empty when there is none.
    public Optional<Page> next() {
        return pages().stream()
                .filter(page -> page.questions().stream().anyMatch(screened.missing()::contains))
                .findFirst();
    }

    /// The page of an address, with every question on it, answered or not; empty when this patient has no such page.
    public Optional<Page> page(String code) {
        return pages().stream().filter(page -> page.code().equals(code)).findFirst();
    }

    /// All pages of this patient in their order.
    public List<Page> pages() {
        var since = lastTime;
        var about = screened.asked().stream().filter(this::isDue).toList();
        if (since == null) {
            return byTopic(about);
        }
        var change = about.stream().filter(Questionnaire::isAboutLastTime).toList();
        var pages = new LinkedHashSet<Page>();
        pages.add(new Page.Changed(since, change));
        var rest = about.stream()
                .filter(question -> !change.contains(question))
                .filter(question -> !holdsFromEarlier(question))
                .toList();
        var onlyEachVisit = rest.stream().allMatch(question -> screened.isOfOneVisit(question));
        pages.addAll(onlyEachVisit ? List.of(new Page.EachVisit(rest)) : byTopic(rest));
        return pages.stream().filter(page -> !page.questions().isEmpty()).toList();
    }

    /// Since when a change is asked about; empty when it was said already, or there was no earlier visit.
    public Optional<Instant> changeSince() {
        return pages().stream()
                .filter(page -> page.questions().stream().anyMatch(screened.missing()::contains))
                .flatMap(page -> page instanceof Page.Changed changed ? Stream.of(changed.since()) : Stream.empty())
                .findFirst();
    }

    private boolean isDue(ScreeningQuestion question) {
        return screened.holding().wouldHold(question, now);
    }

    /// How many questions are asked only nearer to the visit.
    public int later() {
        return (int)
                screened.missing().stream().filter(question -> !isDue(question)).count();
    }

    private boolean holdsFromEarlier(ScreeningQuestion question) {
        return !screened.isOfOneVisit(question) && screened.holdsFromAnotherVisit(question);
    }

    private static List<Page> byTopic(List<ScreeningQuestion> questions) {
        return java.util.Arrays.stream(Topic.values())
                .<Page>map(topic -> new Page.About(
                        topic,
                        questions.stream()
                                .filter(question -> Topic.of(question) == topic)
                                .toList()))
                .filter(page -> !page.questions().isEmpty())
                .toList();
    }

    /// What was last answered to a question; empty when nothing was, or when it counts no longer.
    public Optional<Said> said(ScreeningQuestion question) {
        return screened.latest(question)
                .filter(answer -> screened.holding().holds(question, answer)
                        || (answer.positive() && screened.holding().counts(question, answer)))
                .map(Answer::said);
    }

    /// The questions that have no answer which holds.
    public List<ScreeningQuestion> missing() {
        return screened.missing();
    }

    /// Whether the question makes sense only for somebody who was here before.
    static boolean isAboutLastTime(ScreeningQuestion question) {
        return ABOUT_LAST_TIME.contains(question.id());
    }

    /// Whether a yes needs a place.
    public static boolean asksWhere(ScreeningQuestion question) {
        return switch (question.regionRule()) {
            case NONE, THORAX, DEEP_OR_NO_PRESSURE, PREGNANCY_REGIONS -> false;
            case REPORTED_SITE,
                    REPORTED_LIMB,
                    SURGERY_SITE,
                    IMPLANT_SITE,
                    SPINAL_LEVEL,
                    DEVICE_AND_CHEST,
                    RADIATION_FIELD,
                    FACE_OR_TREATED_SITE -> true;
        };
    }
}
