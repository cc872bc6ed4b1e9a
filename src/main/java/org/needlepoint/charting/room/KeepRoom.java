package org.needlepoint.charting.room;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.needlepoint.audit.Actor;
import org.needlepoint.audit.AuditEntry;
import org.needlepoint.audit.AuditTrail;
import org.needlepoint.charting.room.RoomEntry.Answer;
import org.needlepoint.credentials.Practitioner;
import org.needlepoint.credentials.PractitionerId;
import org.needlepoint.credentials.Practitioners;
import org.needlepoint.credentials.entitlement.Entitlement;
import org.needlepoint.credentials.entitlement.Entitlements;
import org.needlepoint.patients.PatientId;
import org.needlepoint.patients.Patients;
import org.needlepoint.scheduling.Appointment;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.scheduling.Calendar;
import org.needlepoint.shared.NotFound;
import org.needlepoint.shared.PracticeId;
import org.needlepoint.shared.Uuid7;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Keeps who is in the room at a visit (rule W7).
@Service
public class KeepRoom {
    private final RoomEntries entries;
    private final Calendar calendar;
    private final Patients patients;
    private final Entitlements entitlements;
    private final Practitioners practitioners;
    private final AuditTrail audit;
    private final Clock clock;

    KeepRoom(
            RoomEntries entries,
            Calendar calendar,
            Patients patients,
            Entitlements entitlements,
            Practitioners practitioners,
            AuditTrail audit,
            Clock clock) {
        this.entries = entries;
        this.calendar = calendar;
        this.patients = patients;
        this.entitlements = entitlements;
        this.practitioners = practitioners;
        this.audit = audit;
        this.clock = clock;
    }

    /// What became of the wish to supervise.
    public sealed interface Supervising {
        /// It stands.
        record Kept() implements Supervising {}

        /// Nobody supervises themselves.
        record Oneself() implements Supervising {}

        /// Refused: who would supervise is not entitled here themselves.
        record NotEntitled(Entitlement.NotEntitled why) implements Supervising {}
    }

    /// What became of an answer to a supervision.
    public sealed interface Answering {
        /// It stands.
        record Kept() implements Answering {}

        /// Refused: only the supervisor who is named answers, with their own sign-in.
        record OnlyTheSupervisor() implements Answering {}
    }

    /// What became of the wish to strike something.
    public sealed interface Striking {
        /// It does not count.
        record Struck() implements Striking {}

        /// Refused: the visit has a session, and somebody else than the supervisor wants to strike the supervision.
        record OnlyTheSupervisor() implements Striking {}
    }

    /// Who is in the room; [RoomAt#EMPTY] when nobody has said anything.
    @Transactional(readOnly = true)
    public RoomAt at(PracticeId practice, AppointmentId visit) {
        return new RoomAt(entries.of(practice, visit));
    }

    /// Who is in the room, for somebody to look at; the trail says who looked.
    ///
    /// @throws NotFound when the practice has no such visit
    @Transactional
    public RoomAt open(PracticeId practice, AppointmentId visit, Actor by) {
        append(practice, find(practice, visit), "viewed", by);
        return at(practice, visit);
    }

    /// Says that a chaperone was offered.
    ///
    /// @param name of the chaperone, 1..200 characters; null: the patient wants none
    /// @throws NotFound when the practice has no such visit
    @Transactional
    public void chaperone(PracticeId practice, AppointmentId visit, @Nullable String name, Actor by) {
        var kind = name == null ? RoomEntry.Kind.CHAPERONE_DECLINED : RoomEntry.Kind.CHAPERONE_PRESENT;
        keep(practice, visit, kind, name, null, null, by);
    }

    /// Says that the patient agreed, for this visit, to somebody who learns or watches.
    ///
    /// @param kind [RoomEntry.Kind#STUDENT] or [RoomEntry.Kind#OBSERVER]
    @Transactional
    public void visitor(PracticeId practice, AppointmentId visit, RoomEntry.Kind kind, String name, Actor by) {
        if (kind != RoomEntry.Kind.STUDENT && kind != RoomEntry.Kind.OBSERVER) {
            throw new IllegalArgumentException("a visitor learns or watches, was " + kind);
        }
        keep(practice, visit, kind, name, null, null, by);
    }

    /// Says that the patient does not want anybody to learn or watch.
    @Transactional
    public void refuseVisitor(PracticeId practice, AppointmentId visit, Actor by) {
        keep(practice, visit, RoomEntry.Kind.VISITOR_REFUSED, null, null, null, by);
    }

    /// Says that a trainee treats while a supervisor is in the room. The supervisor has to be entitled to needle there
    /// on the day of the visit, and it counts once they confirmed it: at once where they say it themselves.
    @Transactional
    public Supervising supervise(
            PracticeId practice, AppointmentId id, PractitionerId trainee, PractitionerId supervisor, Actor by) {
        if (trainee.equals(supervisor)) {
            return new Supervising.Oneself();
        }
        var visit = find(practice, id);
        var day = visit.localStart().toLocalDate();
        if (entitlements.of(practice, supervisor, visit.location(), day, null) instanceof Entitlement.NotEntitled why) {
            return new Supervising.NotEntitled(why);
        }
        var entry = keep(practice, id, RoomEntry.Kind.SUPERVISION, null, trainee, supervisor, by);
        if (is(practice, supervisor, by)) {
            answer(practice, visit, entry, Answer.CONFIRMED, by);
        }
        return new Supervising.Kept();
    }

    /// Says, as the supervisor whom somebody named, that one supervises, or that one does not. Said again, the latest
    /// stands.
    ///
    /// @throws NotFound when the visit has no such supervision
    @Transactional
    public Answering answer(PracticeId practice, AppointmentId id, UUID entry, Answer answer, Actor by) {
        var visit = find(practice, id);
        var found = told(practice, id, entry);
        var supervisor = found.supervisor();
        if (supervisor == null) {
            throw new NotFound();
        }
        if (!is(practice, supervisor, by)) {
            audit.appendDenial(
                    practice,
                    entry(practice, visit, "supervision-" + answer.code(), by).denied("only-the-supervisor"));
            return new Answering.OnlyTheSupervisor();
        }
        if (found.answer() != answer) {
            answer(practice, visit, entry, answer, by);
        }
        return new Answering.Kept();
    }

    private void answer(PracticeId practice, Appointment visit, UUID entry, Answer answer, Actor by) {
        entries.answer(practice, entry, answer, now(), account(by));
        append(practice, visit, "supervision-" + answer.code(), by);
    }

    private RoomEntry told(PracticeId practice, AppointmentId visit, UUID entry) {
        return entries.of(practice, visit).stream()
                .filter(it -> it.id().equals(entry))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /// Says that nobody treats under supervision here any longer.
    @Transactional
    public void endSupervision(PracticeId practice, AppointmentId visit, Actor by) {
        keep(practice, visit, RoomEntry.Kind.SUPERVISION_ENDED, null, null, null, by);
    }

    /// Says that something was entered in error. A supervision under which somebody may have needled is not theirs
    /// to take away: once the visit has a session, only the supervisor whom it names strikes it. Nor does anybody
    /// but a supervisor bring back what was ended: others name one anew, who confirms it.
    ///
    /// @throws NotFound when nothing of that id was said at the visit
    @Transactional
    public Striking strike(PracticeId practice, AppointmentId id, UUID entry, Actor by) {
        var found = told(practice, id, entry);
        if (isForSupervisors(practice, id, found)
                && supervisors(practice, id, found).noneMatch(it -> is(practice, it, by))) {
            audit.appendDenial(
                    practice, entry(practice, find(practice, id), "struck", by).denied("only-the-supervisor"));
            return new Striking.OnlyTheSupervisor();
        }
        if (entries.strike(practice, entry, now(), account(by))) {
            append(practice, find(practice, id), "struck", by);
        }
        return new Striking.Struck();
    }

    private boolean isForSupervisors(PracticeId practice, AppointmentId id, RoomEntry entry) {
        return entry.kind() == RoomEntry.Kind.SUPERVISION_ENDED
                || (entry.supervisor() != null && entries.hasSession(practice, id));
    }

    private Stream<PractitionerId> supervisors(PracticeId practice, AppointmentId id, RoomEntry entry) {
        var named = entry.supervisor();
        return named != null
                ? Stream.of(named)
                : at(practice, id).everSupervised().stream().map(RoomAt.Supervision::supervisor);
    }

    private boolean is(PracticeId practice, PractitionerId practitioner, Actor by) {
        return practitioners
                .ofAccount(practice, account(by))
                .map(Practitioner::id)
                .filter(practitioner::equals)
                .isPresent();
    }

    private UUID keep(
            PracticeId practice,
            AppointmentId id,
            RoomEntry.Kind kind,
            @Nullable String name,
            @Nullable PractitionerId trainee,
            @Nullable PractitionerId supervisor,
            Actor by) {
        var visit = find(practice, id);
        var entry = new RoomEntry(Uuid7.next(), kind, name, trainee, supervisor, now(), account(by), false, null);
        entries.add(practice, id, chart(practice, visit), entry);
        append(practice, visit, kind.code(), by);
        return entry.id();
    }

    private void append(PracticeId practice, Appointment visit, String action, Actor by) {
        audit.append(practice, entry(practice, visit, action, by));
    }

    private AuditEntry entry(PracticeId practice, Appointment visit, String action, Actor by) {
        return AuditEntry.of(by, action, "room", visit.id().value())
                .about(chart(practice, visit).value())
                .during(visit.id().value());
    }

    private Appointment find(PracticeId practice, AppointmentId id) {
        return calendar.find(practice, id).orElseThrow(NotFound::new);
    }

    private PatientId chart(PracticeId practice, Appointment visit) {
        return patients.find(practice, visit.patient())
                .orElseThrow(NotFound::new)
                .chart();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static UUID account(Actor by) {
        return Objects.requireNonNull(by.id(), "who says it has an account");
    }
}
