package org.needlepoint.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.needlepoint.audit.Actor;
import org.needlepoint.credentials.PractitionerId;
import org.needlepoint.credentials.Profession;
import org.needlepoint.credentials.entitlement.Jurisdiction;
import org.needlepoint.credentials.entitlement.Licence;
import org.needlepoint.credentials.entitlement.PracticeRule;
import org.needlepoint.credentials.entitlement.PracticeRules;
import org.needlepoint.credentials.entitlement.Proposals;
import org.needlepoint.credentials.entitlement.QualificationRecords;
import org.needlepoint.credentials.entitlement.Requirements;
import org.needlepoint.credentials.entitlement.Training;
import org.needlepoint.shared.PracticeId;
import org.needlepoint.shared.Uuid7;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/// What entitles the demo's practitioners to needle. All of it is invented and says so; massage therapists have no
/// rule.
@Component
@Profile("demo")
class DemoQualifications {
    private static final LocalDate RULES_SINCE = LocalDate.of(2026, 1, 1);
    private static final String INVENTED = "Invented for this demonstration";
    private static final int USUAL_HOURS = 100;
    private static final int DAYS_TO_REVIEW = 180;
    private static final int FIRST_LICENCE_DAYS = 20;
    private static final int DAYS_BETWEEN_LICENCES = 200;

    private final PracticeRules rules;
    private final QualificationRecords records;
    private final Proposals proposals;
    private final Clock clock;

    DemoQualifications(PracticeRules rules, QualificationRecords records, Proposals proposals, Clock clock) {
        this.rules = rules;
        this.records = records;
        this.proposals = proposals;
        this.clock = clock;
    }

    /// Confirms a rule for each profession that needles.
    void confirmRules(PracticeId practice, DemoPractice demo) {
        var where = jurisdiction(demo);
        var review = today(demo).plusDays(DAYS_TO_REVIEW);
        for (var profession : demo.practitioners().stream()
                .map(person -> Profession.of(person.profession()))
                .filter(it -> it != Profession.MASSAGE_THERAPIST)
                .collect(Collectors.toCollection(TreeSet::new))) {
            var proposal = proposals.of(where, profession);
            var word = PracticeRule.needsWord(proposal.standing()) ? INVENTED : null;
            rules.confirm(
                    practice,
                    new PracticeRule(
                            where,
                            profession,
                            true,
                            requirements(demo, proposal.read() == null ? null : Requirements.of(proposal.read())),
                            proposal.standing(),
                            INVENTED,
                            word,
                            RULES_SINCE,
                            review),
                    Actor.SYSTEM);
        }
    }

    private static Requirements requirements(DemoPractice demo, @Nullable Requirements proposed) {
        var asked = proposed == null ? Requirements.NONE : proposed;
        var sessions = demo.supervisedSessions();
        return sessions == null ? asked : asked.withSessions(sessions);
    }

    /// Notes a licence, the first of a practice soon to end, and a course.
    void add(PracticeId practice, PractitionerId id, DemoPractice.Person person, DemoPractice demo, int position) {
        if (Profession.of(person.profession()) == Profession.MASSAGE_THERAPIST) {
            return;
        }
        var today = today(demo);
        var hours = person.trainingHours();
        records.note(
                practice,
                new Licence(
                        id,
                        jurisdiction(demo),
                        "DEMO-" + (1001 + position),
                        LocalDate.of(2018, 6, 1),
                        today.plusDays(FIRST_LICENCE_DAYS + (long) DAYS_BETWEEN_LICENCES * position),
                        today.plusDays(DAYS_TO_REVIEW)),
                Actor.SYSTEM);
        records.note(
                practice,
                new Training(
                        Uuid7.next(),
                        id,
                        "Dry needling, both parts",
                        hours == null ? USUAL_HOURS : hours,
                        true,
                        sessions(person, demo),
                        LocalDate.of(2025, 10, 12),
                        INVENTED,
                        null),
                Actor.SYSTEM);
    }

    /// Those that the person's file names, else as many as the practice asks for.
    private static int sessions(DemoPractice.Person person, DemoPractice demo) {
        var named = person.supervisedSessions();
        var asked = demo.supervisedSessions();
        return named != null ? named : asked != null ? asked : 0;
    }

    private Jurisdiction jurisdiction(DemoPractice demo) {
        return proposals.jurisdiction("US", demo.locations().getFirst().region());
    }

    private LocalDate today(DemoPractice demo) {
        return LocalDate.ofInstant(clock.instant(), ZoneId.of(demo.zone()));
    }
}
