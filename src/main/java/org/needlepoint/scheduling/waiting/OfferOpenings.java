package org.needlepoint.scheduling.waiting;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.needlepoint.audit.Actor;
import org.needlepoint.audit.AuditEntry;
import org.needlepoint.audit.AuditTrail;
import org.needlepoint.jobs.JobHandler;
import org.needlepoint.jobs.Jobs;
import org.needlepoint.scheduling.Attempts;
import org.needlepoint.scheduling.BookAppointment;
import org.needlepoint.scheduling.HoldOpening;
import org.needlepoint.scheduling.HoldOpening.Holding;
import org.needlepoint.shared.PracticeId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionOperations;

/// Offers what is free to those who wait, and looks again every hour as long as somebody does: hours and blocks change
/// without news.
@Component
class OfferOpenings implements JobHandler {
    static final String KIND = "waiting.match";
    private static final Duration LOOK_AGAIN = Duration.ofHours(1);

    /// After an opening that was free went to somebody else in between.
    private static final Duration LOOK_AGAIN_SOON = Duration.ofMinutes(1);

    private final FindMatches findMatches;
    private final WaitingRows wishes;
    private final OfferRows offers;
    private final HoldOpening holdOpening;
    private final Jobs jobs;
    private final AuditTrail audit;
    private final Attempts attempts;
    private final TransactionOperations transaction;
    private final Clock clock;

    OfferOpenings(
            FindMatches findMatches,
            WaitingRows wishes,
            OfferRows offers,
            HoldOpening holdOpening,
            Jobs jobs,
            AuditTrail audit,
            Attempts attempts,
            TransactionOperations transaction,
            Clock clock) {
        this.findMatches = findMatches;
        this.wishes = wishes;
        this.offers = offers;
        this.holdOpening = holdOpening;
        this.jobs = jobs;
        this.audit = audit;
        this.attempts = attempts;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(PracticeId practice, UUID subject) {
        transaction.executeWithoutResult(_ -> lookAgain(practice));
        var kept = findMatches.round(practice).stream()
                .map(found -> attempts.run(status -> offer(practice, found, status)))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Keeping.class)));
        if (kept.contains(Keeping.REFUSED)) {
            var soon = kept.contains(Keeping.KEPT) ? Duration.ZERO : LOOK_AGAIN_SOON;
            transaction.executeWithoutResult(_ ->
                    jobs.plan(practice, KIND, practice.value(), clock.instant().plus(soon)));
        }
    }

    /// What became of an opening that was found for somebody.
    private enum Keeping {
        KEPT,
        /// It is gone meanwhile: the next round finds another. Two of one round may have wanted the same room.
        REFUSED,
        /// Whoever waited does so no more, or is being asked.
        NOT_NEEDED
    }

    /// Planned before looking, so that news of meanwhile brings the next look nearer instead of being lost.
    private void lookAgain(PracticeId practice) {
        var now = clock.instant();
        if (!wishes.waiting(practice, LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(1))
                .isEmpty()) {
            jobs.plan(practice, KIND, practice.value(), now.plus(LOOK_AGAIN));
        }
    }

    /// Keeps the opening and plans the message; nothing when the wish or the opening is gone meanwhile.
    private Keeping offer(PracticeId practice, FindMatches.Found found, TransactionStatus status) {
        var wish = wishes.lock(practice, found.wish().id());
        if (wish.isEmpty()
                || wish.get().state() != Wish.State.WAITING
                || !offers.open(practice, List.of(found.wish().id())).isEmpty()) {
            return Keeping.NOT_NEEDED;
        }
        var opening = found.opening();
        var time = found.time();
        var wanted = new BookAppointment.Wish(
                found.wish().wanted().service(),
                opening.practitioner(),
                opening.location(),
                opening.start().toInstant());
        if (!(holdOpening.keep(practice, wanted, time.expires()) instanceof Holding.Held held)) {
            status.setRollbackOnly();
            return Keeping.REFUSED;
        }
        var offer = new OfferedOpening(
                OfferId.next(),
                found.wish().id(),
                found.wish().patient(),
                wanted.service(),
                held.id(),
                opening.practitioner(),
                opening.location(),
                opening.start().toInstant(),
                opening.end().toInstant(),
                opening.start().getZone(),
                time.tellAt(),
                time.expires(),
                OfferedOpening.State.OPEN);
        offers.insert(practice, offer, clock.instant());
        jobs.plan(practice, AnswerOffer.TELL, offer.id().value(), time.tellAt());
        jobs.plan(practice, EndOffer.KIND, offer.id().value(), time.expires());
        audit.append(
                practice,
                AuditEntry.of(Actor.SYSTEM, "offered", "opening", offer.id().value())
                        .about(offer.patient().value()));
        return Keeping.KEPT;
    }
}
