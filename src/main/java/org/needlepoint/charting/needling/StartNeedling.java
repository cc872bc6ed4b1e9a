package org.needlepoint.charting.needling;

import java.time.Clock;
import java.time.LocalDate;
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
import org.needlepoint.charting.measures.RedSigns;
import org.needlepoint.charting.needling.Acknowledgement.Kind;
import org.needlepoint.charting.referral.Referrals;
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
    private final RedSignGate redSigns;
    private final Interruptions put;
    private final ArrivalCheck arrivals;
    private final Referrals referrals;
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
            RedSignGate redSigns,
            Interruptions put,
            ArrivalCheck arrivals,
            Referrals referrals,
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
        this.redSigns = redSigns;
        this.put = put;
        this.arrivals = arrivals;
        this.referrals = referrals;
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
    /// @param redSigns about red signs that the examination found, 1..1000 characters; null: nothing
    /// @param arrival  about a patient who came unwell, 1..1000 characters; null: nothing
    /// @param referral about a referral that the rule asks for and nobody has noted, 1..1000 characters; null: none
    public record Words(
            @Nullable String redFlags,
            @Nullable String redSigns,
            @Nullable String arrival,
            @Nullable String referral) {
        /// Nothing was said.
        public static final Words NONE = new Words(null, null, null, null);
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
    @Transactional
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
        var today = hands.entitledToday(practice, appointment, by);
        if (today instanceof Entitlement.NotEntitled why) {
            return new Start.NotEntitled(why);
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
        var signs = redSigns.found(practice, appointment.id());
        put.add(practice, appointment.id(), account(by), RedSignGate.put(signs), clock.instant());
        if (words.redSigns() == null && !signs.isEmpty()) {
            return new Start.RedSignsFound(signs);
        }
        var arrival = arrivals.unwell(practice, appointment.id());
        if (words.arrival() == null && arrival.isPresent()) {
            return new Start.CameUnwell(arrival.get());
        }
        return noReferral(practice, appointment, chart, today, by) && words.referral() == null
                ? new Start.NoReferral()
                : null;
    }

    /// Whether the rule asks for a referral that nobody has noted; that it was put to somebody is kept.
    private boolean noReferral(PracticeId practice, Appointment visit, PatientId chart, Entitlement today, Actor by) {
        var day = LocalDate.ofInstant(clock.instant(), visit.zone());
        boolean missing = today instanceof Entitlement.Entitled(var rule, var _)
                && rule.requirements().referral()
                && !referrals.onFile(practice, chart, day);
        if (missing) {
            put.add(practice, visit.id(), account(by), List.of(Interruptions.NO_REFERRAL), clock.instant());
        }
        return missing;
    }

    private static boolean interrupts(PainReport pain) {
        return pain.level() != null && INTERRUPTING.contains(pain.level());
    }

    private SessionId open(PracticeId practice, Appointment visit, PatientId chart, Words words, String act, Actor by) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var account = account(by);
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
        keep(practice, row, Kind.RED_FLAGS, List.of(), words.redFlags(), account);
        keep(practice, row, Kind.RED_SIGNS, redSigns.found(practice, visit.id()), words.redSigns(), account);
        keep(practice, row, Kind.CAME_UNWELL, List.of(), words.arrival(), account);
        keep(practice, row, Kind.NO_REFERRAL, List.of(), words.referral(), account);
        audit.append(
                practice,
                AuditEntry.of(by, act, "session", row.id().value())
                        .about(chart.value())
                        .during(visit.id().value()));
        return row.id();
    }

    private static UUID account(Actor by) {
        return Objects.requireNonNull(by.id(), "who starts has an account");
    }

    /// A word about signs that are not there is none.
    private void keep(
            PracticeId practice, Ledger.Row row, Kind kind, List<RedSigns> signs, @Nullable String word, UUID account) {
        if (word != null && (kind != Kind.RED_SIGNS || !signs.isEmpty())) {
            var given = new Acknowledgement(
                    row.id(),
                    kind,
                    Acknowledgement.EVERYWHERE,
                    Laterality.M,
                    Set.of(),
                    kind == Kind.NO_REFERRAL
                            ? Set.of(Interruptions.NO_REFERRAL.subject())
                            : RedSignGate.questions(signs),
                    RedSignGate.facts(signs),
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
