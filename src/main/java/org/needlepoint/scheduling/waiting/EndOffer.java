package org.needlepoint.scheduling.waiting;

import java.time.Clock;
import java.util.UUID;
import org.needlepoint.jobs.JobHandler;
import org.needlepoint.jobs.Jobs;
import org.needlepoint.scheduling.HoldOpening;
import org.needlepoint.shared.PracticeId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Ends an offer that nobody answered in time, and lets the next be asked.
@Component
class EndOffer implements JobHandler {
    static final String KIND = "waiting.end";

    private final WaitingRows wishes;
    private final OfferRows offers;
    private final HoldOpening holds;
    private final Jobs jobs;
    private final TransactionOperations transaction;
    private final Clock clock;

    EndOffer(
            WaitingRows wishes,
            OfferRows offers,
            HoldOpening holds,
            Jobs jobs,
            TransactionOperations transaction,
            Clock clock) {
        this.wishes = wishes;
        this.offers = offers;
        this.holds = holds;
        this.jobs = jobs;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(PracticeId practice, UUID subject) {
        transaction.executeWithoutResult(_ -> end(practice, new OfferId(subject)));
    }

    private void end(PracticeId practice, OfferId id) {
        offers.find(practice, id).ifPresent(offer -> wishes.lock(practice, offer.wish()));
        var now = clock.instant();
        offers.find(practice, id)
                .filter(offer -> offer.state() == OfferedOpening.State.OPEN && !offer.isOpen(now))
                .ifPresent(offer -> {
                    offers.end(practice, id, OfferedOpening.State.EXPIRED, now);
                    wishes.countUnanswered(practice, offer.wish(), WaitingList.MOST_UNANSWERED, now);
                    holds.release(practice, offer.hold());
                    jobs.plan(practice, OfferOpenings.KIND, practice.value(), now);
                });
    }
}
