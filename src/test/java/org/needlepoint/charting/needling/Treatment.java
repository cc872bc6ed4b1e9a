package org.needlepoint.charting.needling;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.needlepoint.anatomy.Knowledge;
import org.needlepoint.audit.Actor;
import org.needlepoint.charting.SessionId;
import org.needlepoint.charting.ledger.EventId;
import org.needlepoint.charting.ledger.LedgerEvent;
import org.needlepoint.charting.ledger.NeedleId;
import org.needlepoint.charting.ledger.NeedleTechnique;
import org.needlepoint.charting.ledger.Placement;
import org.needlepoint.charting.ledger.Tissue;
import org.needlepoint.database.PracticeScope;
import org.needlepoint.documents.Signature;
import org.needlepoint.identity.Accounts;
import org.needlepoint.identity.Role;
import org.needlepoint.identity.SignIns;
import org.needlepoint.intake.Asked;
import org.needlepoint.intake.BodyArea;
import org.needlepoint.intake.Circumstance;
import org.needlepoint.intake.ConsentScope;
import org.needlepoint.intake.Consents;
import org.needlepoint.intake.Said;
import org.needlepoint.intake.Screenings;
import org.needlepoint.intake.Technique;
import org.needlepoint.patients.Demographics;
import org.needlepoint.patients.PatientId;
import org.needlepoint.patients.Patients;
import org.needlepoint.practice.Practices;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.scheduling.BookAppointment;
import org.needlepoint.scheduling.BookAppointment.Who;
import org.needlepoint.scheduling.Booking;
import org.needlepoint.scheduling.Clinic;
import org.needlepoint.scheduling.PainReport;
import org.needlepoint.scheduling.Segment;
import org.needlepoint.shared.Laterality;
import org.needlepoint.testing.MovableClock;
import org.needlepoint.testing.PracticeFixture;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// A patient on the table, in small words, through the same doors as everybody else.
@Component
@Lazy
public class Treatment {
    private final Clinic clinic;
    private final Patients patients;
    private final BookAppointment bookAppointment;
    private final Screenings screenings;
    private final Consents consents;
    private final Practices practices;
    private final Knowledge knowledge;
    private final StartNeedling startNeedling;
    private final AppendEvents appendEvents;
    private final Accounts accounts;
    private final SignIns signIns;
    private final PracticeFixture fixture;
    private final MovableClock clock;
    private final JdbcClient jdbc;

    Treatment(
            Clinic clinic,
            Patients patients,
            BookAppointment bookAppointment,
            Screenings screenings,
            Consents consents,
            Practices practices,
            Knowledge knowledge,
            StartNeedling startNeedling,
            AppendEvents appendEvents,
            Accounts accounts,
            SignIns signIns,
            PracticeFixture fixture,
            MovableClock clock,
            JdbcClient jdbc) {
        this.clinic = clinic;
        this.patients = patients;
        this.bookAppointment = bookAppointment;
        this.screenings = screenings;
        this.consents = consents;
        this.practices = practices;
        this.knowledge = knowledge;
        this.startNeedling = startNeedling;
        this.appendEvents = appendEvents;
        this.accounts = accounts;
        this.signIns = signIns;
        this.fixture = fixture;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    /// A clinic with a patient and a booked visit; nobody has asked anything yet.
    ///
    /// @param by the account of whoever needles: the visit's practitioner
    public record Room(Clinic.Opened clinic, PatientId patient, AppointmentId visit, Actor by, String signIn) {
        public <T> T in(Supplier<T> work) {
            return PracticeScope.in(clinic.id(), work::get);
        }
    }

    /// A room with a visit in half an hour's time or later today.
    public Room room(PainReport pain) {
        return room(pain, LocalDate.of(1988, 3, 4));
    }

    /// The same with a patient who was born then.
    Room room(PainReport pain, LocalDate born) {
        var opened = clinic.inPerson("America/New_York", Segment.handsOn(30));
        return PracticeScope.in(opened.id(), () -> {
            var account = fixture.in(
                    opened.id(),
                    () -> accounts.create(
                            opened.id(),
                            Actor.SYSTEM,
                            new Accounts.NewAccount(
                                    "hands-" + UUID.randomUUID() + "@example.org",
                                    "Robin Hale",
                                    "a long pass phrase",
                                    "KRSXG5DJNZTSA5DFKRSXG5DJNZTSA5DB",
                                    Set.of(Role.PRACTITIONER))));
            clinic.signsInAs(opened.id(), opened.practitioner(), account.value());
            var token = fixture.in(opened.id(), () -> signIns.startStaff(opened.id(), account));
            var patient = patients.register(
                    opened.id(),
                    new Demographics("Ana Ruiz", born, null, "ana@example.org", Locale.ENGLISH),
                    Actor.SYSTEM);
            return new Room(opened, patient, visit(opened, patient, pain), Actor.account(account.value()), token);
        });
    }

    /// One more visit of the same patient, today.
    public AppointmentId anotherVisit(Room room) {
        return room.in(() -> visit(room.clinic(), room.patient(), PainReport.NONE));
    }

    private AppointmentId visit(Clinic.Opened opened, PatientId patient, PainReport pain) {
        var days = Duration.between(MovableClock.START, clock.instant()).toDays();
        var start = MovableClock.START.plus(Duration.ofDays(days).plusHours(1));
        for (int tries = 0; tries < 10; tries++) {
            var wish = new BookAppointment.Wish(
                    opened.service(),
                    opened.practitioner(),
                    opened.location(),
                    start.plus(Duration.ofMinutes(30L * tries)));
            var booking = bookAppointment.now(
                    opened.id(), wish, new Who.Known(patient), pain, Actor.account(UUID.randomUUID()));
            if (booking instanceof Booking.Booked booked) {
                return booked.appointment().id();
            }
        }
        throw new IllegalStateException("no time is free");
    }

    /// Lets whoever is signed in be of this profession.
    public void treatedBy(Room room, String profession) {
        fixture.in(
                room.clinic().id(),
                () -> jdbc.sql("""
                        update credentials.practitioner
                           set profession = :profession
                         where practice_id = :practice
                           and id = :id
                        """)
                        .param("profession", profession)
                        .param("practice", room.clinic().id().value())
                        .param("id", room.clinic().practitioner().value())
                        .update());
    }

    /// Every question answered no but these.
    void screened(Room room, AppointmentId visit, Map<String, Said> but) {
        var said = new LinkedHashMap<String, Said>();
        knowledge.screeningQuestions().forEach(question -> said.put(question.id(), Said.NO));
        said.putAll(but);
        room.in(() -> {
            screenings.record(room.clinic().id(), room.patient(), visit.value(), said, Asked.byStaff(room.by()));
            return true;
        });
    }

    /// Consent to dry needling of these areas.
    void consented(Room room, BodyArea... areas) {
        consented(room, List.of(), areas);
    }

    /// The same with how it came about.
    void consented(Room room, List<Circumstance> told, BodyArea... areas) {
        room.in(() -> consents.give(
                practices.find(room.clinic().id()).orElseThrow(),
                room.patient(),
                room.visit().value(),
                new ConsentScope(EnumSet.copyOf(List.of(areas)), Set.of(Technique.DRY_NEEDLING)),
                new Signature.Typed("Ana Ruiz"),
                told,
                Locale.ENGLISH,
                Asked.byStaff(room.by())));
    }

    /// A session that is open: nothing reported, consent everywhere.
    SessionId open(Room room) {
        return open(room, room.visit());
    }

    SessionId open(Room room, AppointmentId visit) {
        screened(room, visit, Map.of());
        consented(room, BodyArea.values());
        var start = room.in(() -> startNeedling.start(room.clinic().id(), visit, StartNeedling.Words.NONE, room.by()));
        if (start instanceof Start.Started(var session)) {
            return session;
        }
        throw new IllegalStateException("refused: " + start);
    }

    static Placement in(String muscle, Laterality side) {
        return new Placement(muscle, side, 250, 40, NeedleTechnique.DEEP_STATIC, Tissue.TRIGGER_POINT, "0.1.0+test");
    }

    /// Appends events on the pages, now.
    Appending append(Room room, SessionId session, LedgerEvent... events) {
        var reports = new ArrayList<Report>();
        for (var event : events) {
            reports.add(Report.onPage(EventId.next(), clock.instant(), event));
        }
        return append(room, session, reports);
    }

    Appending append(Room room, SessionId session, List<Report> reports) {
        return room.in(() -> appendEvents.append(room.clinic().id(), session, reports, room.by()));
    }

    /// Charts a needle and says which.
    NeedleId insert(Room room, SessionId session, String muscle, Laterality side) {
        var needle = NeedleId.next();
        append(room, session, new LedgerEvent.Inserted(needle, in(muscle, side)));
        return needle;
    }
}
