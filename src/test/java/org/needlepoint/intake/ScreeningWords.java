package org.needlepoint.intake;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.needlepoint.anatomy.Knowledge;
import org.needlepoint.anatomy.Muscle;
import org.needlepoint.anatomy.ScreeningQuestion;
import org.needlepoint.audit.Actor;
import org.needlepoint.credentials.PractitionerId;
import org.needlepoint.patients.PatientId;
import org.needlepoint.shared.Texts;

/// Small words to build what a patient has answered. The visit is on Thursday 3 December 2026 at 10 in New York.
final class ScreeningWords {
    static final Knowledge KNOWLEDGE = Knowledge.load();
    static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    static final UUID THIS_VISIT = UUID.fromString("0193c000-0000-7000-8000-000000000002");
    static final UUID LAST_VISIT = UUID.fromString("0193c000-0000-7000-8000-000000000001");
    static final Instant LAST_WEEK = Instant.parse("2026-11-26T15:00:00Z");
    static final Instant JUST_NOW = Instant.parse("2026-12-03T14:30:00Z");

    private final List<Answer> answers = new ArrayList<>();
    private final List<ChangeReport> reports = new ArrayList<>();
    private final List<FactReview> reviews = new ArrayList<>();
    private History.@Nullable Agreed agreed;
    private @Nullable Instant begun;

    static VisitFacts visit(boolean returning) {
        return visit(returning, null);
    }

    private static VisitFacts visit(boolean returning, @Nullable Instant begun) {
        return new VisitFacts(
                THIS_VISIT,
                PatientId.next(),
                new Texts("Visit", "Visita"),
                Instant.parse("2026-12-03T15:00:00Z").atZone(NEW_YORK),
                "Main Street",
                UUID.fromString("0193c000-0000-7000-8000-000000000003"),
                PractitionerId.next(),
                List.of(),
                true,
                returning,
                begun);
    }

    ScreeningWords said(String question, Said said, UUID visit, Instant at) {
        answers.add(new Answer(question, said, visit, at, Asked.byLink(Actor.GUEST), "1"));
        return this;
    }

    ScreeningWords says(String question, Said said) {
        return said(question, said, THIS_VISIT, JUST_NOW);
    }

    /// Answered no to everything, at some visit.
    ScreeningWords noToAll(UUID visit, Instant at) {
        KNOWLEDGE.screeningQuestions().forEach(question -> said(question.id(), Said.NO, visit, at));
        return this;
    }

    /// The patient agreed to needles for the first time.
    ScreeningWords agreed(UUID visit, Instant at) {
        agreed = new History.Agreed(at, visit);
        return this;
    }

    /// Said at this visit what has changed since the last one, and what that carries on.
    ScreeningWords changed(ChangeReport.Told told) {
        var asked = Asked.byLink(Actor.GUEST);
        var carried = CarriedOn.from(KNOWLEDGE.screeningQuestions(), history(), visit(false), told, JUST_NOW);
        reports.add(new ChangeReport(told.given(), told.changes(), THIS_VISIT, LAST_WEEK, JUST_NOW, asked));
        Questionnaire.ABOUT_LAST_TIME.forEach(question -> says(question, told.to(question)));
        carried.forEach(answer -> answers.add(answer.carriedTo(THIS_VISIT, JUST_NOW, asked)));
        return this;
    }

    /// A practitioner looked at everything that is new.
    ScreeningWords reviewed(Instant at) {
        var facts = screened(Technique.DRY_NEEDLING).newFactsAsFacts();
        reviews.add(new FactReview(THIS_VISIT, facts, "gentler", at, THIS_VISIT));
        return this;
    }

    History history() {
        return new History(answers, reports, reviews, agreed);
    }

    /// At the beginning of the visit.
    Screened screened(Technique technique) {
        return screened(technique, visit(false).start().toInstant());
    }

    /// A session of needling was opened.
    ScreeningWords begun(Instant at) {
        begun = at;
        return this;
    }

    Screened screened(Technique technique, Instant now) {
        return Screened.of(KNOWLEDGE.screeningQuestions(), history(), visit(false, begun), technique, now);
    }

    Questionnaire questionnaire() {
        return Questionnaire.of(screened(Technique.DRY_NEEDLING), answers, visit(false));
    }

    static ScreeningQuestion question(String id) {
        return KNOWLEDGE.screeningQuestion(id).orElseThrow();
    }

    static Muscle muscle(String id) {
        return KNOWLEDGE.muscle(id).orElseThrow();
    }

    static List<ReportedPlace> places(String codes) {
        return Stream.of(codes.split(" "))
                .filter(code -> !code.isEmpty())
                .map(ReportedPlace::of)
                .toList();
    }
}
