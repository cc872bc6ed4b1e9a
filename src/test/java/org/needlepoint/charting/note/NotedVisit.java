package org.needlepoint.charting.note;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.needlepoint.audit.Actor;
import org.needlepoint.credentials.PractitionerId;
import org.needlepoint.credentials.Practitioners;
import org.needlepoint.credentials.Profession;
import org.needlepoint.identity.AccountId;
import org.needlepoint.identity.Accounts;
import org.needlepoint.identity.Role;
import org.needlepoint.identity.SignIns;
import org.needlepoint.patients.DemographicsForm;
import org.needlepoint.scheduling.Appointment;
import org.needlepoint.scheduling.BookAppointment;
import org.needlepoint.scheduling.BookAppointment.Who;
import org.needlepoint.scheduling.Booking;
import org.needlepoint.scheduling.Clinic;
import org.needlepoint.scheduling.PainReport;
import org.needlepoint.scheduling.Segment;
import org.needlepoint.scheduling.WeeklyHours;
import org.needlepoint.scheduling.WorkingHours;
import org.needlepoint.shared.Laterality;
import org.needlepoint.shared.PracticeId;
import org.needlepoint.shared.Texts;
import org.needlepoint.testing.MovableClock;
import org.needlepoint.testing.PracticeFixture;
import org.needlepoint.testing.Visitor;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/// A visit on Thursday 3 December 2026 at 10 in New York, whose practitioner can sign in; the clock stands at half past
/// ten.
@Component
@Lazy
class NotedVisit {
    private static final Instant TEN = Instant.parse("2026-12-03T15:00:00Z");
    private static final Instant HALF_PAST_TEN = Instant.parse("2026-12-03T15:30:00Z");
    private static final Pattern HIDDEN = Pattern.compile("type=\"hidden\" name=\"([\\w-]+)\" value=\"([^\"]*)\"");
    private static final Pattern TEXT = Pattern.compile("<textarea[^>]*name=\"(\\w+)\"[^>]*>([^<]*)</textarea>");

    private final Clinic clinics;
    private final Practitioners practitioners;
    private final WeeklyHours hours;
    private final BookAppointment bookAppointment;
    private final Accounts accounts;
    private final SignIns signIns;
    private final PracticeFixture practices;
    private final MovableClock clock;

    NotedVisit(
            Clinic clinics,
            Practitioners practitioners,
            WeeklyHours hours,
            BookAppointment bookAppointment,
            Accounts accounts,
            SignIns signIns,
            PracticeFixture practices,
            MovableClock clock) {
        this.clinics = clinics;
        this.practitioners = practitioners;
        this.hours = hours;
        this.bookAppointment = bookAppointment;
        this.accounts = accounts;
        this.signIns = signIns;
        this.practices = practices;
        this.clock = clock;
    }

    /// The visit with the account of its practitioner.
    record Opened(Clinic.Opened clinic, Appointment visit, AccountId account) {
        PracticeId practice() {
            return clinic.id();
        }

        /// The path of the visit.
        String path() {
            return "/p/" + clinic.slug() + "/appointments/" + visit.id();
        }
    }

    Opened open() {
        clock.set(MovableClock.START);
        var clinic = clinics.inPerson("America/New_York", Segment.handsOn(30));
        var account = account(clinic.id(), Role.PRACTITIONER);
        var visit = clinic.in(() -> book(clinic, withAccount(clinic, account), TEN));
        clock.set(HALF_PAST_TEN);
        return new Opened(clinic, visit, account);
    }

    /// One more visit with the same practitioner, half an hour later.
    Opened another(Opened first) {
        clock.set(MovableClock.START);
        var visit = first.clinic()
                .in(() -> book(first.clinic(), first.visit().practitioner(), TEN.plus(Duration.ofMinutes(30))));
        clock.set(HALF_PAST_TEN);
        return new Opened(first.clinic(), visit, first.account());
    }

    private PractitionerId withAccount(Clinic.Opened clinic, AccountId account) {
        var id = practitioners.add(
                clinic.id(),
                new Practitioners.Joining(
                        "Nadia Berg",
                        "PT, DPT",
                        Profession.PHYSICAL_THERAPIST,
                        List.of("en"),
                        new Texts("Treats.", "Trata."),
                        null,
                        account.value(),
                        2),
                Actor.SYSTEM);
        hours.add(
                clinic.id(),
                new WorkingHours(
                        id,
                        clinic.location(),
                        DayOfWeek.THURSDAY,
                        LocalTime.of(9, 0),
                        LocalTime.of(17, 0),
                        Clinic.ALWAYS,
                        null));
        clinics.offerAlso(clinic, id);
        return id;
    }

    private Appointment book(Clinic.Opened clinic, PractitionerId practitioner, Instant start) {
        var read = new DemographicsForm("Ada Example", "1980-02-03", null, "ada@example.org")
                .read(LocalDate.of(2026, 12, 2), "US", Locale.ENGLISH);
        var who = new Who.Guest(((DemographicsForm.Reading.Valid) read).demographics());
        var pain = new PainReport(List.of(new PainReport.Mark("lumbar", Laterality.R, 6)), List.of(), null);
        var wish = new BookAppointment.Wish(clinic.service(), practitioner, clinic.location(), start);
        return ((Booking.Booked) bookAppointment.now(clinic.id(), wish, who, pain, Actor.SYSTEM)).appointment();
    }

    /// Somebody new with these roles.
    AccountId account(PracticeId practice, Role... roles) {
        return practices.in(
                practice,
                () -> accounts.create(
                        practice,
                        Actor.SYSTEM,
                        new Accounts.NewAccount(
                                "note-" + UUID.randomUUID() + "@example.org",
                                "Otis Brandt",
                                "a long pass phrase",
                                "KRSXG5DJNZTSA5DFKRSXG5DJNZTSA5DB",
                                Set.of(roles))));
    }

    Visitor signedIn(int port, PracticeId practice, AccountId account) {
        return new Visitor(port).with("np", practices.in(practice, () -> signIns.startStaff(practice, account)));
    }

    /// The fields of a note's page as a browser would send them, with others in place of some.
    ///
    /// @param changes name, value, name, value
    static String[] fields(String page, String... changes) {
        var fields = new java.util.LinkedHashMap<String, String>();
        var hidden = HIDDEN.matcher(page);
        while (hidden.find()) {
            fields.putIfAbsent(hidden.group(1), hidden.group(2));
        }
        var texts = TEXT.matcher(page);
        while (texts.find()) {
            fields.put(
                    texts.group(1),
                    texts.group(2)
                            .replace("&quot;", "\"")
                            .replace("&#39;", "'")
                            .replace("&lt;", "<")
                            .replace("&gt;", ">")
                            .replace("&amp;", "&")
                            .replace("\n", "\r\n"));
        }
        for (int i = 0; i < changes.length; i += 2) {
            fields.put(changes[i], changes[i + 1]);
        }
        fields.remove("_csrf");
        return fields.entrySet().stream()
                .flatMap(field -> java.util.stream.Stream.of(field.getKey(), field.getValue()))
                .toArray(String[]::new);
    }
}
