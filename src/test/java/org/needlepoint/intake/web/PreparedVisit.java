package org.needlepoint.intake.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.needlepoint.audit.Actor;
import org.needlepoint.identity.AccountId;
import org.needlepoint.identity.Accounts;
import org.needlepoint.identity.Role;
import org.needlepoint.identity.SignIns;
import org.needlepoint.intake.ContentSet;
import org.needlepoint.intake.ContentSets;
import org.needlepoint.keys.SignedLinks;
import org.needlepoint.patients.DemographicsForm;
import org.needlepoint.patients.PatientId;
import org.needlepoint.scheduling.Appointment;
import org.needlepoint.scheduling.BookAppointment;
import org.needlepoint.scheduling.BookAppointment.Who;
import org.needlepoint.scheduling.Booking;
import org.needlepoint.scheduling.Clinic;
import org.needlepoint.scheduling.PainReport;
import org.needlepoint.scheduling.Segment;
import org.needlepoint.shared.Laterality;
import org.needlepoint.shared.PracticeId;
import org.needlepoint.testing.MovableClock;
import org.needlepoint.testing.PracticeFixture;
import org.needlepoint.testing.Visitor;
import org.needlepoint.testing.Visitor.Answer;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/// A visit with needles on Thursday 3 December 2026 at 10 in New York, of a patient born on 3 February 1980 whose low
/// back hurts; the clock stands at half past nine, and a practitioner has published the content.
@Component
@Lazy
class PreparedVisit {
    private static final Instant TEN = Instant.parse("2026-12-03T15:00:00Z");
    static final Instant HALF_PAST_NINE = Instant.parse("2026-12-03T14:30:00Z");

    private static final String BORN = "1980-02-03";

    private final Clinic clinics;
    private final BookAppointment bookAppointment;
    private final Accounts accounts;
    private final SignIns signIns;
    private final SignedLinks links;
    private final ContentSets sets;
    private final PracticeFixture practices;
    private final MovableClock clock;

    PreparedVisit(
            Clinic clinics,
            BookAppointment bookAppointment,
            Accounts accounts,
            SignIns signIns,
            SignedLinks links,
            ContentSets sets,
            PracticeFixture practices,
            MovableClock clock) {
        this.clinics = clinics;
        this.bookAppointment = bookAppointment;
        this.accounts = accounts;
        this.signIns = signIns;
        this.links = links;
        this.sets = sets;
        this.practices = practices;
        this.clock = clock;
    }

    /// The visit with the account of a practitioner.
    ///
    /// @param path of the patient's pages
    record Opened(Clinic.Opened clinic, Appointment visit, AccountId account, String path) {
        PracticeId practice() {
            return clinic.id();
        }

        PatientId chart() {
            return visit.patient();
        }

        UUID id() {
            return visit.id().value();
        }

        /// A page of staff about the visit.
        String staff(String rest) {
            return "/p/" + clinic.slug() + "/appointments/" + id() + rest;
        }
    }

    Opened open() {
        return open(BORN);
    }

    /// The same of somebody who was born on another day.
    Opened open(String birthDate) {
        var opened = unpublished(birthDate);
        opened.clinic().in(() -> {
            Arrays.stream(ContentSet.values())
                    .forEach(set -> sets.sign(
                            opened.practice(),
                            set,
                            sets.edition(set),
                            opened.account().value()));
            return true;
        });
        return opened;
    }

    Opened unpublished() {
        return unpublished(BORN);
    }

    private Opened unpublished(String birthDate) {
        clock.set(MovableClock.START);
        var clinic = clinics.inPerson("America/New_York", Segment.handsOn(30));
        var visit = clinic.in(() -> book(clinic, TEN, new Who.Guest(patient(birthDate))));
        clock.set(HALF_PAST_NINE);
        var account = account(clinic.id(), Role.PRACTITIONER);
        clinic.in(() -> {
            clinics.signsInAs(clinic.id(), clinic.practitioner(), account.value());
            return true;
        });
        return new Opened(clinic, visit, account, path(clinic, visit));
    }

    /// The same patient's visit a week later, when its day has come.
    Opened aWeekLater(Opened first) {
        var clinic = first.clinic();
        var start = TEN.plus(Duration.ofDays(7));
        var visit = clinic.in(() -> book(clinic, start, new Who.Known(first.chart())));
        clock.set(start.minus(Duration.ofMinutes(30)));
        return new Opened(clinic, visit, first.account(), path(clinic, visit));
    }

    private String path(Clinic.Opened clinic, Appointment visit) {
        var token = links.issue(
                clinic.id(), SignedLinks.Purpose.PREPARE_VISIT, visit.id().value(), TEN.plus(Duration.ofDays(14)));
        return "/p/" + clinic.slug() + "/prepare/" + token;
    }

    private static org.needlepoint.patients.Demographics patient(String birthDate) {
        var read = new DemographicsForm("Ada Example", birthDate, null, "ada@example.org")
                .read(LocalDate.of(2026, 12, 2), "US", Locale.ENGLISH);
        return ((DemographicsForm.Reading.Valid) read).demographics();
    }

    private Appointment book(Clinic.Opened clinic, Instant start, Who who) {
        var pain = new PainReport(List.of(new PainReport.Mark("lumbar", Laterality.R, 6)), List.of(), null);
        var wish = new BookAppointment.Wish(clinic.service(), clinic.practitioner(), clinic.location(), start);
        return ((Booking.Booked) bookAppointment.now(clinic.id(), wish, who, pain, Actor.SYSTEM)).appointment();
    }

    AccountId account(PracticeId practice, Role... roles) {
        return practices.in(
                practice,
                () -> accounts.create(
                        practice,
                        Actor.SYSTEM,
                        new Accounts.NewAccount(
                                "intake-" + UUID.randomUUID() + "@example.org",
                                "Otis Brandt",
                                "a long pass phrase",
                                "KRSXG5DJNZTSA5DFKRSXG5DJNZTSA5DB",
                                Set.of(roles))));
    }

    Visitor signedIn(int port, PracticeId practice, AccountId account) {
        return new Visitor(port).with("np", practices.in(practice, () -> signIns.startStaff(practice, account)));
    }

    /// The patient behind the link, past the birth date.
    Visitor patient(int port, Opened visit) {
        var patient = new Visitor(port);
        assertThat(knock(patient, visit, "1980").status()).isEqualTo(303);
        return patient;
    }

    Visitor patient(int port, Opened visit, String birthDate) {
        var born = LocalDate.parse(birthDate);
        var patient = new Visitor(port);
        patient.get(visit.path());
        var passed = patient.post(
                visit.path(),
                "birthDate-year",
                String.valueOf(born.getYear()),
                "birthDate-month",
                String.valueOf(born.getMonthValue()),
                "birthDate-day",
                String.valueOf(born.getDayOfMonth()));
        assertThat(passed.status()).isEqualTo(303);
        return patient;
    }

    static Answer knock(Visitor visitor, Opened visit, String year) {
        visitor.get(visit.path());
        return visitor.post(visit.path(), "birthDate-year", year, "birthDate-month", "2", "birthDate-day", "3");
    }

    /// Answers page after page with "none of these", as often as there is a page or until enough.
    ///
    /// @return how many pages there were
    static int noneOfThese(Visitor patient, String path, int most) {
        var pages = 0;
        var next = patient.get(path + "/questions");
        while (pages < most) {
            assertThat(next.status()).as(next.body()).isEqualTo(303);
            var page = patient.get(next.location());
            assertThat(page.status()).as(page.body()).isEqualTo(200);
            var said = page.body().contains("name=\"changed\"")
                    ? patient.post(next.location(), "changed", "no")
                    : patient.post(next.location(), "none", "1");
            assertThat(said.status()).as(said.body()).isEqualTo(303);
            pages++;
            if (said.location().endsWith("?done=saved")) {
                break;
            }
            next = patient.get(said.location());
        }
        return pages;
    }
}
