package org.needlepoint.intake;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.needlepoint.anatomy.Knowledge;
import org.needlepoint.audit.AuditEntry;
import org.needlepoint.audit.AuditTrail;
import org.needlepoint.patients.PatientId;
import org.needlepoint.shared.Laterality;
import org.needlepoint.shared.NotFound;
import org.needlepoint.shared.PracticeId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Safety screening before needles: what was answered, and what that means for a visit, a technique, a muscle.
@Service
public class Screenings {
    private final AnswerRows rows;
    private final ChangeRows changes;
    private final Histories histories;
    private final VisitDirectory visits;
    private final Knowledge knowledge;
    private final AuditTrail audit;
    private final Clock clock;

    Screenings(
            AnswerRows rows,
            ChangeRows changes,
            Histories histories,
            VisitDirectory visits,
            Knowledge knowledge,
            AuditTrail audit,
            Clock clock) {
        this.rows = rows;
        this.changes = changes;
        this.histories = histories;
        this.visits = visits;
        this.knowledge = knowledge;
        this.audit = audit;
        this.clock = clock;
    }

    /// How far the questions have come for a patient at a visit, and what the answers say altogether.
    ///
    /// @throws NotFound when the practice has no such visit
    @Transactional(readOnly = true)
    public ScreeningStanding standing(PracticeId practice, PatientId chart, UUID visit, Technique technique) {
        return screened(practice, chart, visit, technique).standing();
    }

    /// What the answers say about needling one muscle on one side. What has not been answered says nothing: ask
    /// [#standing] first.
    ///
    /// @param muscle id of the knowledge
    /// @throws NotFound when the practice has no such visit
    /// @throws IllegalArgumentException when there is no such muscle
    @Transactional(readOnly = true)
    public Screening resultFor(
            PracticeId practice, PatientId chart, UUID visit, Technique technique, String muscle, Laterality side) {
        var known = knowledge
                .muscle(muscle)
                .orElseThrow(() -> new IllegalArgumentException("no muscle has the id " + muscle));
        return screened(practice, chart, visit, technique).at(known, side);
    }

    /// Keeps answers as they were given. A question may be answered again; the latest counts.
    ///
    /// @param said by question id
    /// @throws IllegalArgumentException when there is no such question
    @Transactional
    public void record(PracticeId practice, PatientId chart, UUID visit, Map<String, Said> said, Asked asked) {
        var now = now();
        said.forEach((question, answer) -> {
            if (knowledge.screeningQuestion(question).isEmpty()) {
                throw new IllegalArgumentException("no screening question has the id " + question);
            }
            rows.add(practice, chart, new Answer(question, answer, visit, now, asked, edition()));
        });
        trail(practice, chart, visit, "answered", asked);
    }

    /// Keeps what somebody said has changed since the last visit (rule W4). What has not is carried on, with who said
    /// so
    /// and when; what a change can touch is asked again. Changes nothing for somebody who was never asked before.
    @Transactional
    public void reportChange(PracticeId practice, VisitFacts visit, ChangeReport.Told told, Asked asked) {
        var history = histories.of(practice, visit.chart());
        var since = history.lastTime(visit).map(Answer::at);
        if (since.isEmpty()) {
            return;
        }
        var now = now();
        changes.add(
                practice,
                visit.chart(),
                new ChangeReport(told.given(), told.changes(), visit.visit(), since.get(), now, asked));
        for (var question : Questionnaire.ABOUT_LAST_TIME) {
            rows.add(
                    practice,
                    visit.chart(),
                    new Answer(question, told.to(question), visit.visit(), now, asked, edition()));
        }
        CarriedOn.from(knowledge.screeningQuestions(), history, visit, told, now)
                .forEach(answer -> rows.add(practice, visit.chart(), answer.carriedTo(visit.visit(), now, asked)));
        trail(practice, visit.chart(), visit.visit(), "said-what-changed", asked);
    }

    /// What was said to have changed, oldest first.
    @Transactional(readOnly = true)
    public List<ChangeReport> changes(PracticeId practice, PatientId chart) {
        return histories.of(practice, chart).reports();
    }

    /// The patient's answers to all questions, oldest first.
    @Transactional(readOnly = true)
    public List<Answer> answers(PracticeId practice, PatientId chart) {
        return histories.of(practice, chart).answers();
    }

    /// What is still to be asked of a patient before a technique, page by page.
    ///
    /// @throws NotFound when the practice has no such visit
    @Transactional(readOnly = true)
    public Questionnaire questionnaire(PracticeId practice, VisitFacts visit, Technique technique) {
        var history = histories.of(practice, visit.chart());
        return Questionnaire.of(
                Screened.of(knowledge.screeningQuestions(), history, visit, technique, clock.instant()),
                history.answers(),
                visit,
                clock.instant());
    }

    /// What the answers so far say about a technique, also while some are missing.
    @Transactional(readOnly = true)
    public Screening soFar(PracticeId practice, VisitFacts visit, Technique technique) {
        return Screened.of(
                        knowledge.screeningQuestions(),
                        histories.of(practice, visit.chart()),
                        visit,
                        technique,
                        clock.instant())
                .overall();
    }

    /// The latest answer to each question, in the order of the knowledge.
    @Transactional(readOnly = true)
    public List<Answer> latest(PracticeId practice, PatientId chart) {
        var latest = new HashMap<String, Answer>();
        answers(practice, chart).forEach(answer -> latest.put(answer.question(), answer));
        return knowledge.screeningQuestions().stream()
                .flatMap(question -> Optional.ofNullable(latest.get(question.id())).stream())
                .toList();
    }

    /// Until when an answer holds for a visit; empty when it holds no longer.
    @Transactional(readOnly = true)
    public Optional<Instant> holdsUntil(PracticeId practice, VisitFacts visit, Answer answer) {
        var holding = Holding.of(visit, histories.of(practice, visit.chart()), clock.instant());
        return knowledge.screeningQuestion(answer.question()).flatMap(question -> holding.until(question, answer));
    }

    /// The same read once, to be asked about the whole and about any muscle.
    ///
    /// @throws NotFound when the practice has no such visit
    @Transactional(readOnly = true)
    public Screened screened(PracticeId practice, PatientId chart, UUID visit, Technique technique) {
        var facts = visits.find(practice, visit).orElseThrow(NotFound::new);
        return Screened.of(
                knowledge.screeningQuestions(), histories.of(practice, chart), facts, technique, clock.instant());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private String edition() {
        return knowledge.version().toString();
    }

    private void trail(PracticeId practice, PatientId chart, UUID visit, String verb, Asked asked) {
        audit.append(
                practice,
                AuditEntry.of(asked.by(), verb, "screening", visit)
                        .about(chart.value())
                        .during(visit));
    }
}
