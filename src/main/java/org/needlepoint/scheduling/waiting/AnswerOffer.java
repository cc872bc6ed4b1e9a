package org.needlepoint.scheduling.waiting;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import org.needlepoint.audit.Actor;
import org.needlepoint.audit.AuditEntry;
import org.needlepoint.audit.AuditTrail;
import org.needlepoint.jobs.Jobs;
import org.needlepoint.scheduling.Appointment;
import org.needlepoint.scheduling.Attempts;
import org.needlepoint.scheduling.BookAppointment;
import org.needlepoint.scheduling.Booking;
import org.needlepoint.scheduling.HoldOpening;
import org.needlepoint.scheduling.PainReport;
import org.needlepoint.shared.NotFound;
import org.needlepoint.shared.PracticeId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Takes the answer to an offered opening.
@Service
public class AnswerOffer {
    /// The kind of work that tells somebody of an offer; its subject is the offer. Whoever sends messages does it.
    public static final String TELL = "waiting.tell";

    private final WaitingRows wishes;
    private final OfferRows offers;
    private final BookAppointment bookAppointment;
    private final HoldOpening holds;
    private final Jobs jobs;
    private final AuditTrail audit;
    private final Attempts attempts;
    private final Clock clock;

    AnswerOffer(
            WaitingRows wishes,
            OfferRows offers,
            BookAppointment bookAppointment,
            HoldOpening holds,
            Jobs jobs,
            AuditTrail audit,
            Attempts attempts,
            Clock clock) {
        this.wishes = wishes;
        this.offers = offers;
        this.bookAppointment = bookAppointment;
        this.holds = holds;
        this.jobs = jobs;
        this.audit = audit;
        this.attempts = attempts;
        this.clock = clock;
    }

    /// What became of an answer.
    public sealed interface Answer {
        /// The opening is booked, and the wish fulfilled.
        record Accepted(Appointment appointment) implements Answer {}

        /// It is given back; with `left`, the wish is off the list too.
        record Declined(boolean left) implements Answer {}

        /// Too late, or answered before: this is how it stands.
        record Over(OfferedOpening offer) implements Answer {}

        /// Refused: the patient has another visit at that time. It is kept for them still.
        record PatientBusy() implements Answer {}
    }

    /// An offer; empty when the practice has none of that id.
    @Transactional(readOnly = true)
    public Optional<OfferedOpening> find(PracticeId practice, OfferId id) {
        return offers.find(practice, id);
    }

    /// Notes, in the caller's transaction, that the patient is being told of an offer.
    ///
    /// @return the offer; empty when it is over, or was told before
    @Transactional
    public Optional<OfferedOpening> tell(PracticeId practice, OfferId id) {
        var now = clock.instant();
        return offers.find(practice, id).filter(offer -> offer.isOpen(now) && offers.tell(practice, id, now));
    }

    /// Books the opening. Call it outside a transaction.
    public Answer accept(PracticeId practice, OfferId id, Actor actor) {
        return attempts.run(_ -> whileOpen(practice, id, offer -> accept(practice, offer, actor)));
    }

    private Answer accept(PracticeId practice, OfferedOpening offer, Actor actor) {
        var who = new BookAppointment.Who.Known(offer.patient());
        return switch (bookAppointment.fromHold(practice, offer.hold(), who, PainReport.NONE, actor)) {
            case Booking.Booked(var visit) -> {
                var now = clock.instant();
                offers.accept(practice, offer.id(), visit.id(), now);
                wishes.end(practice, offer.wish(), Wish.State.BOOKED, now);
                jobs.cancel(practice, EndOffer.KIND, offer.id().value());
                note(practice, offer, "accepted", actor);
                yield new Answer.Accepted(visit);
            }
            case Booking.PatientBusy() -> new Answer.PatientBusy();
            case Booking _ -> new Answer.Over(offer);
        };
    }

    /// Gives the opening back for the next.
    ///
    /// @param leave whether they want to wait no longer
    public Answer decline(PracticeId practice, OfferId id, boolean leave, Actor actor) {
        return attempts.run(_ -> whileOpen(practice, id, offer -> {
            var now = clock.instant();
            offers.end(practice, id, OfferedOpening.State.DECLINED, now);
            holds.release(practice, offer.hold());
            if (leave) {
                wishes.end(practice, offer.wish(), Wish.State.WITHDRAWN, now);
            } else {
                wishes.keepWaiting(practice, offer.wish(), now);
            }
            jobs.cancel(practice, EndOffer.KIND, id.value());
            jobs.plan(practice, OfferOpenings.KIND, practice.value(), now);
            note(practice, offer, "declined", actor);
            return new Answer.Declined(leave);
        }));
    }

    private Answer whileOpen(PracticeId practice, OfferId id, Function<OfferedOpening, Answer> act) {
        var asked = offers.find(practice, id).orElseThrow(NotFound::new);
        wishes.lock(practice, asked.wish());
        var offer = offers.find(practice, id).orElseThrow(NotFound::new);
        return offer.isOpen(clock.instant()) ? act.apply(offer) : new Answer.Over(offer);
    }

    private void note(PracticeId practice, OfferedOpening offer, String act, Actor actor) {
        audit.append(
                practice,
                AuditEntry.of(actor, act, "opening", offer.id().value())
                        .about(offer.patient().value()));
    }
}
