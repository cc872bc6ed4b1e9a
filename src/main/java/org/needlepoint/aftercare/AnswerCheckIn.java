package org.needlepoint.aftercare;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.needlepoint.aftercare.Report.Level;
import org.needlepoint.aftercare.Report.Reply;
import org.needlepoint.anatomy.Knowledge;
import org.needlepoint.anatomy.WatchQuestion;
import org.needlepoint.audit.Actor;
import org.needlepoint.audit.AuditEntry;
import org.needlepoint.audit.AuditTrail;
import org.needlepoint.outcomes.Moment;
import org.needlepoint.outcomes.Scores;
import org.needlepoint.shared.PracticeId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Takes what a patient says after a visit. An answer that means danger stands on the practice's worklist in the same
/// transaction: if one is there, so is the other.
@Service
public class AnswerCheckIn {
    private final Knowledge knowledge;
    private final Reports reports;
    private final Concerns concerns;
    private final CheckIns checkIns;
    private final Scores scores;
    private final AuditTrail audit;
    private final Clock clock;

    AnswerCheckIn(
            Knowledge knowledge,
            Reports reports,
            Concerns concerns,
            CheckIns checkIns,
            Scores scores,
            AuditTrail audit,
            Clock clock) {
        this.knowledge = knowledge;
        this.reports = reports;
        this.concerns = concerns;
        this.checkIns = checkIns;
        this.scores = scores;
        this.audit = audit;
        this.clock = clock;
    }

    /// What a patient gave.
    ///
    /// @param replies by question id
    /// @param now     pain now, 0 to 10, null when not said; `worst` of the last 24 hours likewise
    /// @param words   in the patient's own words, up to 2000 characters; null for none
    public record Given(
            Map<String, Reply> replies,
            @Nullable Integer now,
            @Nullable Integer worst,
            @Nullable String words) {
        public Given {
            replies = Map.copyOf(replies);
        }
    }

    /// What became of it.
    public sealed interface Answering {
        /// Nothing was kept: these danger questions have no answer.
        record Incomplete(List<String> questions) implements Answering {}

        /// Every danger question was answered with no.
        record NothingAlarming(Report report) implements Answering {}

        /// Something was answered with yes or unsure, and the practice's worklist has it.
        record Alarming(Report report) implements Answering {}
    }

    /// The danger questions after a plan's visit, the most urgent first.
    public List<WatchQuestion> questions(Plan plan) {
        return Watch.of(knowledge, plan.hazards(), plan.techniques()).questions();
    }

    /// Takes the answers of one time.
    @Transactional
    public Answering answer(PracticeId practice, Plan plan, Given given, Actor by) {
        var questions = questions(plan);
        var missing = questions.stream()
                .map(WatchQuestion::id)
                .filter(id -> !given.replies().containsKey(id))
                .toList();
        if (!missing.isEmpty()) {
            return new Answering.Incomplete(missing);
        }
        var answers = new LinkedHashMap<String, Reply>();
        questions.forEach(
                question -> answers.put(question.id(), given.replies().getOrDefault(question.id(), Reply.UNSURE)));
        var report = new Report(
                ReportId.next(), plan.id(), clock.instant(), answers, given.words(), level(questions, answers));
        reports.keep(practice, report, knowledge.version().toString(), by);
        var alarming = report.level() != Level.NONE;
        if (alarming) {
            concerns.raise(practice, plan, report);
        }
        checkIns.answered(practice, plan.id(), report.id());
        scores.recordPain(practice, plan.patient(), plan.visit(), Moment.CHECK_IN, given.now(), given.worst(), by);
        audit.append(
                practice,
                AuditEntry.of(by, "answered", "check-in", report.id().value())
                        .about(plan.patient().value())
                        .during(plan.visit()));
        return alarming ? new Answering.Alarming(report) : new Answering.NothingAlarming(report);
    }

    /// The most urgent of what was not answered with no.
    static Level level(List<WatchQuestion> questions, Map<String, Reply> answers) {
        var level = Level.NONE;
        for (var question : questions) {
            if (answers.get(question.id()) != Reply.NO) {
                switch (question.level()) {
                    case EMERGENCY -> {
                        return Level.EMERGENCY;
                    }
                    case TODAY -> level = Level.TODAY;
                }
            }
        }
        return level;
    }
}
