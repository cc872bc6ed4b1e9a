package org.needlepoint.aftercare;

import java.time.Clock;
import java.util.UUID;
import org.needlepoint.aftercare.CheckIn.State;
import org.needlepoint.intake.ContentSet;
import org.needlepoint.intake.ContentSets;
import org.needlepoint.jobs.JobHandler;
import org.needlepoint.jobs.Jobs;
import org.needlepoint.notifications.Message;
import org.needlepoint.notifications.Message.Channel;
import org.needlepoint.notifications.Message.Kind;
import org.needlepoint.notifications.Outbox;
import org.needlepoint.patients.Patients;
import org.needlepoint.practice.Practice;
import org.needlepoint.practice.Practices;
import org.needlepoint.shared.NotFound;
import org.needlepoint.shared.PracticeId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Asks a patient once, asks once more, then puts one line on the morning list (rule K2).
@Component
class AskCheckIn implements JobHandler {
    static final String KIND = "aftercare.ask";

    private final CheckIns checkIns;
    private final Plans plans;
    private final NextVisit nextVisit;
    private final Practices practices;
    private final Patients patients;
    private final ContentSets content;
    private final AftercareLinks links;
    private final Outbox outbox;
    private final Jobs jobs;
    private final TransactionOperations transaction;
    private final Clock clock;

    AskCheckIn(
            CheckIns checkIns,
            Plans plans,
            NextVisit nextVisit,
            Practices practices,
            Patients patients,
            ContentSets content,
            AftercareLinks links,
            Outbox outbox,
            Jobs jobs,
            TransactionOperations transaction,
            Clock clock) {
        this.checkIns = checkIns;
        this.plans = plans;
        this.nextVisit = nextVisit;
        this.practices = practices;
        this.patients = patients;
        this.content = content;
        this.links = links;
        this.outbox = outbox;
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
        transaction.executeWithoutResult(_ -> checkIns.lock(practice, subject)
                .filter(checkIn -> !clock.instant().isBefore(checkIn.nextAt()))
                .ifPresent(checkIn -> goOn(practice, checkIn)));
    }

    private void goOn(PracticeId practice, CheckIn checkIn) {
        var plan = plans.find(practice, checkIn.plan()).orElseThrow(NotFound::new);
        var now = clock.instant();
        switch (checkIn.state()) {
            case PLANNED -> {
                if (isOver(practice, plan)) {
                    checkIns.move(practice, checkIn.id(), State.CANCELLED, now);
                } else {
                    ask(practice, plan, checkIn);
                    later(practice, checkIn, State.ASKED, CheckInRule.again(now, plan.zone()));
                }
            }
            case ASKED -> {
                if (isOver(practice, plan)) {
                    checkIns.move(practice, checkIn.id(), State.CANCELLED, now);
                } else {
                    ask(practice, plan, checkIn);
                    later(practice, checkIn, State.ASKED_AGAIN, CheckInRule.listed(now, plan.zone()));
                }
            }
            case ASKED_AGAIN -> checkIns.move(practice, checkIn.id(), State.UNANSWERED, now);
            case UNANSWERED, SEEN, ANSWERED, CANCELLED -> {}
        }
    }

    /// The patient is back, or the practice has taken its questions back.
    private boolean isOver(PracticeId practice, Plan plan) {
        return CheckInRule.isOverAt(
                        clock.instant(), nextVisit.after(practice, plan).orElse(null))
                || !content.published(of(practice), ContentSet.AFTERCARE);
    }

    private void later(PracticeId practice, CheckIn checkIn, State state, java.time.Instant next) {
        checkIns.move(practice, checkIn.id(), state, next);
        jobs.plan(practice, KIND, checkIn.id(), next);
    }

    private void ask(PracticeId practice, Plan plan, CheckIn checkIn) {
        var who = patients.find(practice, plan.patient())
                .orElseThrow(NotFound::new)
                .demographics();
        var path = links.path(of(practice), plan);
        var email = who.email();
        var phone = who.phone();
        if (email != null) {
            outbox.queue(practice, Message.of(Channel.EMAIL, email, who.locale(), Kind.CHECK_IN, checkIn.id(), path));
        } else if (phone != null) {
            outbox.queue(practice, Message.of(Channel.SMS, phone, who.locale(), Kind.CHECK_IN, checkIn.id(), path));
        }
    }

    private Practice of(PracticeId practice) {
        return practices.find(practice).orElseThrow(NotFound::new);
    }
}
