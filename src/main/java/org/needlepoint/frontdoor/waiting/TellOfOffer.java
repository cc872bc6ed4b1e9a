package org.needlepoint.frontdoor.waiting;

import java.util.UUID;
import org.needlepoint.jobs.JobHandler;
import org.needlepoint.notifications.Message;
import org.needlepoint.notifications.Message.Channel;
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

/// Tells whoever waits that a time is kept for them: a message from the practice and a link (rule P1). Who has neither
/// address stands on the staff's list, to be called (rule F5).
@Component
class TellOfOffer implements JobHandler {
    private final AnswerOffer answers;
    private final OfferLinks links;
    private final Patients patients;
    private final Practices practices;
    private final Outbox outbox;
    private final TransactionOperations transaction;

    TellOfOffer(
            AnswerOffer answers,
            OfferLinks links,
            Patients patients,
            Practices practices,
            Outbox outbox,
            TransactionOperations transaction) {
        this.answers = answers;
        this.links = links;
        this.patients = patients;
        this.practices = practices;
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
        var who = patients.find(practice, offer.patient())
                .orElseThrow(NotFound::new)
                .demographics();
        var path = "/p/" + slug + "/offers/" + links.link(practice, offer);
        var email = who.email();
        var phone = who.phone();
        var address = email == null ? phone : email;
        if (address != null) {
            var channel = email == null ? Channel.SMS : Channel.EMAIL;
            var kind = Kind.WAITING_LIST_OFFER;
            outbox.queue(
                    practice,
                    new Message(
                            channel, address, who.locale(), kind, offer.id().value(), path, null, offer.expiresAt()));
        }
    }
}
