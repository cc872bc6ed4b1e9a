package org.needlepoint.frontdoor.waiting;

import java.util.UUID;
import org.needlepoint.frontdoor.reminders.ReachPatient;
import org.needlepoint.frontdoor.reminders.ReachPatient.Way;
import org.needlepoint.jobs.JobHandler;
import org.needlepoint.notifications.Message;
import org.needlepoint.notifications.Message.Kind;
import org.needlepoint.notifications.Outbox;
import org.needlepoint.patients.Patients;
import org.needlepoint.practice.Practices;
import org.needlepoint.scheduling.waiting.AnswerOffer;
import org.needlepoint.scheduling.waiting.OfferId;
import org.needlepoint.scheduling.waiting.OfferedOpening;
import org.needlepoint.shared.NotFound;
import org.needlepoint.shared.PracticeId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Tells whoever waits that a time is kept for them: a message from the practice and a link (rule P1). Whom no
/// message reaches the desk calls (rule F5).
@Component
class TellOfOffer implements JobHandler {
    private final AnswerOffer answers;
    private final OfferLinks links;
    private final Patients patients;
    private final Practices practices;
    private final ReachPatient reach;
    private final Outbox outbox;
    private final TransactionOperations transaction;

    TellOfOffer(
            AnswerOffer answers,
            OfferLinks links,
            Patients patients,
            Practices practices,
            ReachPatient reach,
            Outbox outbox,
            TransactionOperations transaction) {
        this.answers = answers;
        this.links = links;
        this.patients = patients;
        this.practices = practices;
        this.reach = reach;
        this.outbox = outbox;
        this.transaction = transaction;
    }

    @Override
    public String kind() {
        return AnswerOffer.TELL;
    }

    @Override
    public void run(PracticeId practice, UUID subject) {
        transaction.executeWithoutResult(
                _ -> answers.tell(practice, new OfferId(subject)).ifPresent(offer -> tell(practice, offer)));
    }

    private void tell(PracticeId practice, OfferedOpening offer) {
        var slug = practices.find(practice).orElseThrow(NotFound::new).slug();
        var patient = patients.find(practice, offer.patient()).orElseThrow(NotFound::new);
        var kind = Kind.WAITING_LIST_OFFER;
        if (reach.way(practice, patient, kind) instanceof Way.By(var channel, var address, var locale)) {
            var path = "/p/" + slug + "/offers/" + links.link(practice, offer);
            var message = Message.of(channel, address, locale, kind, offer.id().value(), path);
            outbox.queue(practice, message.until(offer.expiresAt()));
        }
    }
}
