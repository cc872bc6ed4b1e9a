package org.needlepoint.aftercare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.needlepoint.audit.Actor;
import org.needlepoint.charting.SessionClosed;
import org.needlepoint.charting.needling.NeedledVisit;
import org.needlepoint.identity.AccountId;
import org.needlepoint.identity.Accounts;
import org.needlepoint.identity.Role;
import org.needlepoint.identity.SignIns;
import org.needlepoint.intake.ContentSet;
import org.needlepoint.intake.ContentSets;
import org.needlepoint.patients.Demographics;
import org.needlepoint.practice.Practices;
import org.needlepoint.scheduling.Appointment;
import org.needlepoint.scheduling.BookAppointment;
import org.needlepoint.scheduling.BookAppointment.Who;
import org.needlepoint.scheduling.Booking;
import org.needlepoint.scheduling.Clinic;
import org.needlepoint.scheduling.PainReport;
import org.needlepoint.scheduling.Segment;
import org.needlepoint.shared.Uuid7;
import org.needlepoint.testing.MovableClock;
import org.needlepoint.testing.PracticeFixture;
import org.needlepoint.testing.Visitor;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/// A patient on the way home, for tests: a clinic that has published its aftercare, a visit with needles, its plan.
@Component
@Lazy
class AfterNeedles {
    static final Demographics ANA =
            new Demographics("Ana Ruiz", LocalDate.of(1988, 3, 4), null, "ana@example.org", Locale.ENGLISH);

    private final Clinic clinics;
    private final BookAppointment bookAppointment;
    private final NeedledVisit needledVisit;
    private final Plans plans;
    private final AftercareLinks links;
    private final AnswerCheckIn answerCheckIn;
    private final ContentSets content;
    private final Practices practices;
    private final PracticeFixture fixture;
    private final Accounts accounts;
    private final SignIns signIns;
    private final MovableClock clock;

    AfterNeedles(
            Clinic clinics,
            BookAppointment bookAppointment,
            NeedledVisit needledVisit,
            Plans plans,
            AftercareLinks links,
            AnswerCheckIn answerCheckIn,
            ContentSets content,
            Practices practices,
            PracticeFixture fixture,
            Accounts accounts,
            SignIns signIns,
            MovableClock clock) {
        this.clinics = clinics;
        this.bookAppointment = bookAppointment;
        this.needledVisit = needledVisit;
        this.plans = plans;
        this.links = links;
        this.answerCheckIn = answerCheckIn;
        this.content = content;
        this.practices = practices;
        this.fixture = fixture;
        this.accounts = accounts;
        this.signIns = signIns;
        this.clock = clock;
    }

    /// A clinic where aftercare may be shown.
    Clinic.Opened clinic() {
        var clinic = unpublished();
        clinic.in(() ->
                content.sign(clinic.id(), ContentSet.AFTERCARE, content.edition(ContentSet.AFTERCARE), Uuid7.next()));
        return clinic;
    }

    /// A clinic that has signed nothing yet.
    Clinic.Opened unpublished() {
        return clinics.inPerson("America/New_York", Segment.handsOn(30));
    }

    /// A visit of Ana's, booked.
    Appointment booked(Clinic.Opened clinic, Instant start) {
        return booked(clinic, start, new Who.Guest(ANA));
    }

    Appointment booked(Clinic.Opened clinic, Instant start, Who who) {
        var wish = new BookAppointment.Wish(clinic.service(), clinic.practitioner(), clinic.location(), start);
        var booking = clinic.in(() -> bookAppointment.now(clinic.id(), wish, who, PainReport.NONE, Actor.GUEST));
        assertThat(booking).isInstanceOf(Booking.Booked.class);
        return ((Booking.Booked) booking).appointment();
    }

    /// Needles in and out again, and the plan that follows.
    Plan needled(Clinic.Opened clinic, Appointment visit, String... muscles) {
        needledVisit.closed(clinic.id(), visit, muscles);
        return await().atMost(Duration.ofSeconds(8))
                .until(
                        () -> clinic.in(
                                () -> plans.ofVisit(clinic.id(), visit.id().value())),
                        found -> found.isPresent())
                .orElseThrow();
    }

    SessionClosed closed(Clinic.Opened clinic, Appointment visit, String... muscles) {
        return needledVisit.closed(clinic.id(), visit, muscles);
    }

    SessionClosed closedAgain(Clinic.Opened clinic, Appointment visit, SessionClosed before, String... muscles) {
        return needledVisit.closeAgain(clinic.id(), visit, before.session(), muscles);
    }

    /// A visit today at eleven, needled, and over at noon.
    Plan today(Clinic.Opened clinic, String... muscles) {
        var visit = booked(clinic, Instant.parse("2026-12-02T16:00:00Z"));
        clock.set(Instant.parse("2026-12-02T17:00:00Z"));
        return needled(clinic, visit, muscles);
    }

    String link(Clinic.Opened clinic, Plan plan) {
        return clinic.in(() -> links.path(practices.find(clinic.id()).orElseThrow(), plan));
    }

    /// Somebody who holds the link and knows the birth date.
    Visitor patient(int port, String link) {
        var visitor = new Visitor(port);
        visitor.get(link);
        var opened = visitor.post(link, "birthDate-year", "1988", "birthDate-month", "3", "birthDate-day", "4");
        assertThat(opened.status()).isEqualTo(303);
        return visitor;
    }

    Visitor staff(Clinic.Opened clinic, int port, Role role) {
        var account = clinic.in(() -> accounts.create(
                clinic.id(),
                Actor.SYSTEM,
                new Accounts.NewAccount(
                        "s" + AccountId.next() + "@example.com",
                        "Mara Fields",
                        "correct horse battery",
                        null,
                        Set.of(role))));
        return new Visitor(port).with("np", clinic.in(() -> signIns.startStaff(clinic.id(), account)));
    }

    /// The fields of a check-in in which everything is answered with no, but for these.
    ///
    /// @param otherwise id, answer, id, answer; an answer of "" leaves the question out
    String[] fields(Plan plan, String... otherwise) {
        var fields = new ArrayList<String>();
        for (var question : answerCheckIn.questions(plan)) {
            var reply = "no";
            for (int i = 0; i < otherwise.length; i += 2) {
                if (otherwise[i].equals(question.id())) {
                    reply = otherwise[i + 1];
                }
            }
            if (!reply.isEmpty()) {
                fields.addAll(List.of("sign-" + question.id(), reply));
            }
        }
        return fields.toArray(String[]::new);
    }

    <T> T in(Clinic.Opened clinic, Supplier<T> work) {
        return fixture.in(clinic.id(), work);
    }
}
