package org.needlepoint.charting.needling;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.needlepoint.audit.Actor;
import org.needlepoint.audit.AuditEntry;
import org.needlepoint.audit.AuditTrail;
import org.needlepoint.charting.SessionId;
import org.needlepoint.charting.ledger.DeviceId;
import org.needlepoint.charting.ledger.EventId;
import org.needlepoint.charting.ledger.LedgerEvent.Opened;
import org.needlepoint.charting.ledger.Standing;
import org.needlepoint.charting.needling.Acknowledgement.Kind;
import org.needlepoint.credentials.entitlement.Entitlement;
import org.needlepoint.credentials.entitlement.Notice;
import org.needlepoint.intake.ConsentStanding;
import org.needlepoint.intake.Consents;
import org.needlepoint.intake.Screening;
import org.needlepoint.intake.ScreeningStanding;
import org.needlepoint.intake.Technique;
import org.needlepoint.patients.PatientId;
import org.needlepoint.patients.Patients;
import org.needlepoint.scheduling.Appointment;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.scheduling.Calendar;
import org.needlepoint.scheduling.MoveVisitOn;
import org.needlepoint.scheduling.MoveVisitOn.Progress;
import org.needlepoint.scheduling.PainReport;
import org.needlepoint.shared.Laterality;
import org.needlepoint.shared.NotFound;
import org.needlepoint.shared.PracticeId;
import org.needlepoint.shared.Uuid7;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Opens a session: to needle, unless a gate stands against it, or to report. The gates judge what somebody intends;
/// what has happened is never refused (rule C3).
@Service
public class StartNeedling {
    /// Levels of red flags that a practitioner says a word about before needling (rule C2).
    private static final Set<String> INTERRUPTING = Set.of("emergency", "today", "physician-first");

    private final Ledger ledger;
    private final Gates gates;
    private final Hands hands;
    private final Acknowledgements acknowledgements;
    private final ArrivalCheck arrivals;
    private final Consents consents;
    private final Calendar calendar;
    private final Patients patients;
    private final MoveVisitOn moveVisitOn;
    private final AuditTrail audit;
    private final Clock clock;

    StartNeedling(
            Ledger ledger,
            Gates gates,
            Hands hands,
            Acknowledgements acknowledgements,
            ArrivalCheck arrivals,
            Consents consents,
            Calendar calendar,
            Patients patients,
            MoveVisitOn moveVisitOn,
            AuditTrail audit,
            Clock clock) {
        this.ledger = ledger;
        this.gates = gates;
        this.hands = hands;
        this.acknowledgements = acknowledgements;
        this.arrivals = arrivals;
        this.consents = consents;
        this.calendar = calendar;
        this.patients = patients;
        this.moveVisitOn = moveVisitOn;
        this.audit = audit;
        this.clock = clock;
    }

    /// What a practitioner says before the first needle; each word answers one thing and no other.
    ///
    /// @param redFlags about red flags reported on booking, 1..1000 characters; null: nothing
    /// @param arrival  about a patient who came unwell, 1..1000 characters; null: nothing
    public record Words(@Nullable String redFlags, @Nullable String arrival) {
        /// Nothing was said.
        public static final Words NONE = new Words(null, null);
    }

    /// Opens the session of a visit.
    ///
    /// @throws NotFound when the practice has no such visit
    @Transactional
    public Start start(PracticeId practice, AppointmentId visit, Words words, Actor by) {
        var appointment = calendar.find(practice, visit).orElseThrow(NotFound::new);
        var chart = chart(practice, appointment);
        var refusal = refusal(practice, appointment, chart, words, by);
        return refusal == null ? begin(practice, appointment, chart, words, "opened", by) : refusal;
    }

    /// Opens the session of a visit to report what has happened, and asks no gate: they judge needles that are still
    /// meant to go in. What stood against a needle is flagged where it is appended.
    ///
    /// @return [Start.Started], [Start.AlreadyOpen], or [Start.NotNow] where the visit did not take place
    /// @throws NotFound when the practice has no such visit
    @Transactional
    public Start openForReport(PracticeId practice, AppointmentId visit, Actor by) {
        var appointment = calendar.find(practice, visit).orElseThrow(NotFound::new);
        return begin(practice, appointment, chart(practice, appointment), Words.NONE, "opened-for-report", by);
    }

    private Start begin(
            PracticeId practice, Appointment appointment, PatientId chart, Words words, String act, Actor by) {
        var visit = appointment.id();
        // holds the visit's row: of two who start at once, the second finds the first one's session
        if (moveVisitOn.to(practice, visit, Appointment.Status.IN_SESSION, by) instanceof Progress.NotPossible) {
            return new Start.NotNow(appointment);
        }
        var before = ledger.ofVisit(practice, visit);
        if (before.isPresent()) {
            return new Start.AlreadyOpen(before.get().id());
        }
        return new Start.Started(open(practice, appointment, chart, words, act, by));
    }

    /// What stands against starting; null: nothing. For the page that asks.
    @Transactional(readOnly = true)
    public @Nullable Start refusal(PracticeId practice, AppointmentId visit, Actor by) {
        var appointment = calendar.find(practice, visit).orElseThrow(NotFound::new);
        return refusal(practice, appointment, chart(practice, appointment), Words.NONE, by);
    }

    /// What whoever needles should know of what entitles them.
    @Transactional(readOnly = true)
    public List<Notice> notices(PracticeId practice, AppointmentId visit, Actor by) {
        var appointment = calendar.find(practice, visit).orElseThrow(NotFound::new);
        return hands.entitledToday(practice, appointment, by) instanceof Entitlement.Entitled entitled
                ? entitled.notices()
                : List.of();
    }

    private PatientId chart(PracticeId practice, Appointment appointment) {
        return patients.find(practice, appointment.patient())
                .orElseThrow(NotFound::new)
                .chart();
    }

    private @Nullable Start refusal(
            PracticeId practice, Appointment appointment, PatientId chart, Words words, Actor by) {
        var before = ledger.ofVisit(practice, appointment.id());
        if (before.isPresent()) {
            return new Start.AlreadyOpen(before.get().id());
        }
        var possible = appointment.status() == Appointment.Status.IN_SESSION
                || MoveVisitOn.after(appointment.status()).contains(Appointment.Status.IN_SESSION);
        if (!possible) {
            return new Start.NotNow(appointment);
        }
        if (hands.entitledToday(practice, appointment, by) instanceof Entitlement.NotEntitled why) {
            return new Start.NotEntitled(hands.of(practice, appointment, by.id()), why);
        }
        var screening = gates.screening(practice, chart, appointment.id(), Technique.DRY_NEEDLING);
        if (!(screening instanceof ScreeningStanding.Complete complete)) {
            return new Start.NotScreened(screening);
        }
        if (complete.overall() instanceof Screening.Stop stop) {
            return new Start.Stopped(stop.reasons());
        }
        var consent = consents.standing(practice, chart);
        if (!(consent instanceof ConsentStanding.Given)) {
            return new Start.NoConsent(consent);
        }
        var pain = calendar.painOf(practice, appointment.id());
        if (words.redFlags() == null && interrupts(pain)) {
            return new Start.RedFlagsReported(pain);
        }
        return words.arrival() == null
                ? arrivals.unwell(practice, appointment.id())
                        .map(Start.CameUnwell::new)
                        .orElse(null)
                : null;
    }

    private static boolean interrupts(PainReport pain) {
        return pain.level() != null && INTERRUPTING.contains(pain.level());
    }

    private SessionId open(PracticeId practice, Appointment visit, PatientId chart, Words words, String act, Actor by) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var account = Objects.requireNonNull(by.id(), "who starts has an account");
        var row = new Ledger.Row(
                new SessionId(Uuid7.next()), visit.id(), chart, visit.practitioner(), Standing.OPEN, now, 0);
        ledger.insert(practice, row);
        ledger.append(
                practice,
                row.id(),
                List.of(new Ledger.Line(
                        EventId.next(),
                        DeviceId.pagesOf(row.id()),
                        null,
                        now,
                        new Opened(visit.practitioner().value()))),
                now,
                account);
        keep(practice, row, Kind.RED_FLAGS, words.redFlags(), account);
        keep(practice, row, Kind.CAME_UNWELL, words.arrival(), account);
        audit.append(
                practice,
                AuditEntry.of(by, act, "session", row.id().value())
                        .about(chart.value())
                        .during(visit.id().value()));
        return row.id();
    }

    private void keep(PracticeId practice, Ledger.Row row, Kind kind, @Nullable String word, UUID account) {
        if (word != null) {
            var given = new Acknowledgement(
                    row.id(),
                    kind,
                    Acknowledgement.EVERYWHERE,
                    Laterality.M,
                    Set.of(),
                    Set.of(),
                    "",
                    word,
                    row.openedAt(),
                    account);
            acknowledgements.add(practice, row.patient(), given);
        }
    }

    /// Why the patient of a session lies down and gets the bell (rule C8).
    @Transactional(readOnly = true)
    public Set<Caution> cautions(PracticeId practice, SessionView session) {
        var cautions = EnumSet.noneOf(Caution.class);
        if (ledger.lastOf(practice, session.patient(), session.openedAt()).isEmpty()) {
            cautions.add(Caution.FIRST_VISIT);
        } else if (ledger.everFaint(practice, session.patient())) {
            cautions.add(Caution.PAST_FAINT);
        }
        return cautions;
    }
}
