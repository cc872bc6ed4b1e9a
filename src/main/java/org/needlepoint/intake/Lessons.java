package org.needlepoint.intake;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.needlepoint.anatomy.Knowledge;
import org.needlepoint.anatomy.Lesson;
import org.needlepoint.audit.AuditEntry;
import org.needlepoint.audit.AuditTrail;
import org.needlepoint.patients.PatientId;
import org.needlepoint.shared.PracticeId;
import org.needlepoint.shared.Uuid7;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// What patients are taught before they agree, and whether they understood it.
@Repository
public class Lessons {
    /// Wrong answers to one question before somebody explains it.
    static final int MOST_WRONG = 2;

    private final JdbcClient jdbc;
    private final Charts charts;
    private final ContentSets sets;
    private final Knowledge knowledge;
    private final AuditTrail audit;
    private final Clock clock;

    Lessons(JdbcClient jdbc, Charts charts, ContentSets sets, Knowledge knowledge, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.charts = charts;
        this.sets = sets;
        this.knowledge = knowledge;
        this.audit = audit;
        this.clock = clock;
    }

    /// What came of an answer, or that the lesson was explained.
    enum Outcome {
        RIGHT,
        WRONG,
        EXPLAINED;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private record Line(String lesson, Outcome outcome) {}

    /// The lessons of a part, in their order.
    public List<Lesson> of(Lesson.Part part) {
        return knowledge.lessons().stream()
                .filter(lesson -> lesson.part() == part && lesson.replacedBy() == null)
                .toList();
    }

    /// How far a patient's understanding of the present edition has come.
    @Transactional(readOnly = true)
    public UnderstandingStanding standing(PracticeId practice, PatientId chart) {
        var lines = lines(practice, chart);
        var open = new ArrayList<Lesson>();
        var explain = new ArrayList<Lesson>();
        for (var lesson : of(Lesson.Part.EDUCATION)) {
            if (lesson.check() == null) {
                continue;
            }
            var about = lines.stream()
                    .filter(line -> line.lesson().equals(lesson.id()))
                    .map(Line::outcome)
                    .toList();
            if (about.contains(Outcome.RIGHT) || about.contains(Outcome.EXPLAINED)) {
                continue;
            }
            (about.size() >= MOST_WRONG ? explain : open).add(lesson);
        }
        if (!open.isEmpty()) {
            return new UnderstandingStanding.NotYet(open);
        }
        return explain.isEmpty()
                ? new UnderstandingStanding.Understood()
                : new UnderstandingStanding.ToExplain(explain);
    }

    /// Keeps answers to the questions of lessons.
    ///
    /// @param chosen place of the chosen answer, 0.., by lesson id; what is no question is left out
    /// @return where the understanding stands afterwards
    @Transactional
    public UnderstandingStanding answer(
            PracticeId practice, PatientId chart, UUID visit, Map<String, Integer> chosen, Asked asked) {
        for (var lesson : of(Lesson.Part.EDUCATION)) {
            var check = lesson.check();
            var choice = chosen.get(lesson.id());
            if (check != null
                    && choice != null
                    && choice >= 0
                    && choice < check.choices().size()) {
                var right = check.choices().get(choice).right();
                add(practice, chart, visit, lesson.id(), right ? Outcome.RIGHT : Outcome.WRONG, asked);
            }
        }
        return standing(practice, chart);
    }

    /// Somebody went through what was not understood.
    @Transactional
    public UnderstandingStanding explained(PracticeId practice, PatientId chart, UUID visit, Asked asked) {
        if (standing(practice, chart) instanceof UnderstandingStanding.ToExplain(var lessons)) {
            lessons.forEach(lesson -> add(practice, chart, visit, lesson.id(), Outcome.EXPLAINED, asked));
        }
        return standing(practice, chart);
    }

    private void add(PracticeId practice, PatientId chart, UUID visit, String lesson, Outcome outcome, Asked asked) {
        var id = Uuid7.next();
        jdbc.sql("""
            insert into intake.understanding
              (practice_id, id, patient_id, visit_id, edition, lesson, outcome, at, how, actor_kind, actor_id, handed_by)
            values
              (:practice, :id, :patient, :visit, :edition, :lesson, :outcome, :at, :how, :actorKind, :actor, :handedBy)
            """)
                .param("practice", practice.value())
                .param("id", id)
                .param("patient", chart.value())
                .param("visit", visit)
                .param("edition", sets.edition(ContentSet.CONSENT))
                .param("lesson", lesson)
                .param("outcome", outcome.code())
                .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("how", asked.how().code())
                .param("actorKind", asked.by().kind().name().toLowerCase(Locale.ROOT))
                .param("actor", asked.by().id())
                .param("handedBy", asked.handedBy())
                .update();
        var verb = outcome == Outcome.EXPLAINED ? "explained" : "answered";
        audit.append(
                practice,
                AuditEntry.of(asked.by(), verb, "lesson", id)
                        .about(chart.value())
                        .during(visit));
    }

    private List<Line> lines(PracticeId practice, PatientId chart) {
        return jdbc.sql("""
            select lesson, outcome
              from intake.understanding
             where practice_id = :practice
               and patient_id = any(:patients)
               and edition = :edition
             order by at, id
            """)
                .param("practice", practice.value())
                .param("patients", charts.with(practice, chart).toArray(UUID[]::new))
                .param("edition", sets.edition(ContentSet.CONSENT))
                .query((rs, _) -> new Line(
                        rs.getString("lesson"),
                        Outcome.valueOf(
                                Objects.requireNonNull(rs.getString("outcome")).toUpperCase(Locale.ROOT))))
                .list();
    }
}
