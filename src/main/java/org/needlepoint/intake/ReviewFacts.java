package org.needlepoint.intake;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.needlepoint.audit.Actor;
import org.needlepoint.audit.AuditEntry;
import org.needlepoint.audit.AuditTrail;
import org.needlepoint.patients.PatientId;
import org.needlepoint.shared.NotFound;
import org.needlepoint.shared.PracticeId;
import org.needlepoint.shared.Uuid7;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// New facts suspend needling; a practitioner looks at them, says a word, and needling goes on.
@Service
public class ReviewFacts {
    private final Screenings screenings;
    private final Histories histories;
    private final ReviewRows rows;
    private final AuditTrail audit;
    private final Clock clock;

    ReviewFacts(Screenings screenings, Histories histories, ReviewRows rows, AuditTrail audit, Clock clock) {
        this.screenings = screenings;
        this.histories = histories;
        this.rows = rows;
        this.audit = audit;
        this.clock = clock;
    }

    /// What became of a review.
    public sealed interface Review {
        /// The word is kept for the facts that were seen; any other stays open.
        record Kept(FactReview review) implements Review {}

        /// Refused: nothing of what was seen is open any more, because it was reviewed or has changed since.
        record NothingOpen() implements Review {}
    }

    /// A practitioner has looked at what is new. Nobody answers for what they did not see.
    ///
    /// @param seen the facts that were shown, as [ScreeningStanding.Suspended] names them
    /// @param word 1..[FactReview#LONGEST_WORD] characters
    /// @throws NotFound when the practice has no such visit
    @Transactional
    public Review review(
            PracticeId practice, PatientId chart, UUID visit, Collection<String> seen, String word, Actor by) {
        var facts = open(practice, chart, visit).stream().filter(seen::contains).collect(Collectors.toSet());
        if (facts.isEmpty()) {
            return new Review.NothingOpen();
        }
        var review = new FactReview(
                visit,
                facts,
                word,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                Objects.requireNonNull(by.id(), "who reviews has an account"));
        var id = Uuid7.next();
        rows.add(practice, id, chart, review);
        audit.append(
                practice,
                AuditEntry.of(by, "reviewed", "screening", id)
                        .about(chart.value())
                        .during(visit));
        return new Review.Kept(review);
    }

    /// What was reviewed at a visit, oldest first.
    @Transactional(readOnly = true)
    public List<FactReview> of(PracticeId practice, PatientId chart, UUID visit) {
        return histories.of(practice, chart).reviews().stream()
                .filter(review -> review.visit().equals(visit))
                .toList();
    }

    /// What is new before any technique.
    private Set<String> open(PracticeId practice, PatientId chart, UUID visit) {
        return Arrays.stream(Technique.values())
                .flatMap(technique -> screenings.screened(practice, chart, visit, technique).newFactsAsFacts().stream())
                .collect(Collectors.toSet());
    }
}
