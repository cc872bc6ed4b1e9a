package org.needlepoint.scheduling.waiting;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.needlepoint.audit.Actor;
import org.needlepoint.audit.AuditEntry;
import org.needlepoint.audit.AuditTrail;
import org.needlepoint.jobs.Jobs;
import org.needlepoint.patients.PatientId;
import org.needlepoint.patients.Patients;
import org.needlepoint.scheduling.BookAppointment.Who;
import org.needlepoint.scheduling.ClientTurns;
import org.needlepoint.scheduling.HoldOpening;
import org.needlepoint.scheduling.Offer;
import org.needlepoint.scheduling.Services;
import org.needlepoint.shared.NotFound;
import org.needlepoint.shared.PracticeId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Who waits for a visit: joined, looked at, left.
@Service
public class WaitingList {
    /// How many wishes one visitor may have on a practice's list: a family's. Each may keep one opening from others.
    public static final int MOST_PER_CLIENT = 3;

    /// So many offers in a row may stay without an answer; then a wish is asked no more until somebody says that it
    /// still stands.
    static final int MOST_UNANSWERED = 2;

    private final WaitingRows wishes;
    private final OfferRows offers;
    private final Services services;
    private final Patients patients;
    private final HoldOpening holds;
    private final ClientTurns turns;
    private final Jobs jobs;
    private final AuditTrail audit;
    private final Clock clock;

    WaitingList(
            WaitingRows wishes,
            OfferRows offers,
            Services services,
            Patients patients,
            HoldOpening holds,
            ClientTurns turns,
            Jobs jobs,
            AuditTrail audit,
            Clock clock) {
        this.wishes = wishes;
        this.offers = offers;
        this.services = services;
        this.patients = patients;
        this.holds = holds;
        this.turns = turns;
        this.jobs = jobs;
        this.audit = audit;
        this.clock = clock;
    }

    /// What became of joining.
    public sealed interface Joining {
        /// They wait from now on.
        record Joined(WishId id) implements Joining {}

        /// Refused: this visitor has so many wishes on the list already.
        record TooMany(int most) implements Joining {}

        /// Refused: no such service, practitioner, location or patient here, or nobody offers it so.
        ///
        /// @param field `service`, `practitioner`, `location` or `patient`
        record NotOffered(String field) implements Joining {}
    }

    /// A wish with the opening that is kept for it just now.
    public record Line(Wish wish, @Nullable OfferedOpening offer) {}

    /// Puts a wish on the list. What is free already is offered at once.
    ///
    /// @param client keyed hash of a visitor's address, as of [org.needlepoint.scheduling.BookingClients];
    ///               null for staff
    @Transactional
    public Joining join(PracticeId practice, Who who, Wanted wanted, @Nullable String client, Actor actor) {
        var refused = notOffered(practice, wanted);
        if (refused != null) {
            return new Joining.NotOffered(refused);
        }
        if (who instanceof Who.Known(var known)
                && patients.find(practice, known).isEmpty()) {
            return new Joining.NotOffered("patient");
        }
        if (client != null) {
            turns.take(practice, client);
            if (wishes.listedOf(practice, client, yesterday()) >= MOST_PER_CLIENT) {
                return new Joining.TooMany(MOST_PER_CLIENT);
            }
        }
        var now = clock.instant();
        var patient = switch (who) {
            case Who.Known(var known) -> known;
            case Who.Guest(var demographics) -> patients.makeProvisional(practice, demographics, actor);
        };
        var wish = new Wish(WishId.next(), patient, wanted, now, Wish.State.WAITING, 0);
        wishes.insert(practice, wish, client);
        audit.append(
                practice,
                AuditEntry.of(actor, "joined", "waiting-list", wish.id().value())
                        .about(patient.value()));
        jobs.plan(practice, OfferOpenings.KIND, practice.value(), now);
        return new Joining.Joined(wish.id());
    }

    private @Nullable String notOffered(PracticeId practice, Wanted wanted) {
        if (services.find(practice, wanted.service())
                .filter(org.needlepoint.scheduling.Service::active)
                .isEmpty()) {
            return "service";
        }
        var practitioner = wanted.practitioner();
        var location = wanted.location();
        var theirs = services.offers(practice).stream()
                .filter(offer -> offer.service().equals(wanted.service()))
                .filter(offer -> practitioner == null || offer.practitioner().equals(practitioner))
                .toList();
        if (theirs.isEmpty()) {
            return practitioner == null ? "service" : "practitioner";
        }
        return location == null || theirs.stream().map(Offer::location).anyMatch(location::equals) ? null : "location";
    }

    /// A wish; empty when the practice has none of that id.
    @Transactional(readOnly = true)
    public Optional<Wish> find(PracticeId practice, WishId id) {
        return wishes.find(practice, id);
    }

    /// Takes a wish off the list; what was kept for it is free again.
    ///
    /// @return false when it was not on the list any more
    @Transactional
    public boolean withdraw(PracticeId practice, WishId id, Actor actor) {
        var wish = wishes.lock(practice, id).orElseThrow(NotFound::new);
        if (!wish.isListed()) {
            return false;
        }
        var now = clock.instant();
        wishes.end(practice, id, Wish.State.WITHDRAWN, now);
        offers.open(practice, List.of(id)).values().forEach(offer -> takeBack(practice, offer, now));
        audit.append(
                practice,
                AuditEntry.of(actor, "left", "waiting-list", id.value())
                        .about(wish.patient().value()));
        return true;
    }

    /// Lets a wish wait again at the place that it had: it was taken off by mistake, or asked in vain and is still
    /// wanted.
    ///
    /// @return false when there is nothing to wait for any more: it is fulfilled, or its last day is over
    @Transactional
    public boolean putBack(PracticeId practice, WishId id, Actor actor) {
        var wish = wishes.lock(practice, id).orElseThrow(NotFound::new);
        if (wish.state() == Wish.State.BOOKED || wish.wanted().until().isBefore(yesterday())) {
            return false;
        }
        if (wish.state() != Wish.State.WAITING) {
            var now = clock.instant();
            wishes.keepWaiting(practice, id, now);
            audit.append(
                    practice,
                    AuditEntry.of(actor, "returned", "waiting-list", id.value())
                            .about(wish.patient().value()));
            jobs.plan(practice, OfferOpenings.KIND, practice.value(), now);
        }
        return true;
    }

    private void takeBack(PracticeId practice, OfferedOpening offer, Instant now) {
        offers.end(practice, offer.id(), OfferedOpening.State.WITHDRAWN, now);
        holds.release(practice, offer.hold());
        jobs.cancel(practice, EndOffer.KIND, offer.id().value());
        jobs.plan(practice, OfferOpenings.KIND, practice.value(), now);
    }

    /// Everybody on the list, longest first.
    @Transactional(readOnly = true)
    public List<Line> waiting(PracticeId practice) {
        return lines(practice, wishes.listed(practice, yesterday()));
    }

    /// The wishes of a patient, or of a chart and the provisional patients linked to it, that are on the list.
    @Transactional(readOnly = true)
    public List<Line> of(PracticeId practice, Collection<PatientId> who) {
        return lines(practice, wishes.listedOf(practice, who, yesterday()));
    }

    /// A wish whose last day is yesterday in UTC may still have today where the practice is.
    private LocalDate yesterday() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(1);
    }

    private List<Line> lines(PracticeId practice, List<Wish> found) {
        var open = offers.open(practice, found.stream().map(Wish::id).toList());
        return found.stream().map(wish -> new Line(wish, open.get(wish.id()))).toList();
    }
}
