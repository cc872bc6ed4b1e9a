package org.needlepoint.charting.injection;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.needlepoint.anatomy.Knowledge;
import org.needlepoint.anatomy.Muscle;
import org.needlepoint.anatomy.ScreeningQuestion;
import org.needlepoint.audit.Actor;
import org.needlepoint.audit.AuditEntry;
import org.needlepoint.audit.AuditTrail;
import org.needlepoint.credentials.Practitioner;
import org.needlepoint.credentials.Practitioners;
import org.needlepoint.credentials.entitlement.Entitlements;
import org.needlepoint.intake.ConsentId;
import org.needlepoint.intake.ConsentStanding;
import org.needlepoint.intake.ConsentTo;
import org.needlepoint.intake.Consents;
import org.needlepoint.intake.Reason;
import org.needlepoint.intake.ScreeningStanding;
import org.needlepoint.intake.Screenings;
import org.needlepoint.intake.Technique;
import org.needlepoint.patients.Patient;
import org.needlepoint.patients.PatientId;
import org.needlepoint.patients.Patients;
import org.needlepoint.scheduling.Appointment;
import org.needlepoint.scheduling.Appointment.Status;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.scheduling.Calendar;
import org.needlepoint.shared.NotFound;
import org.needlepoint.shared.PracticeId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The gate before an injection, and its record. What is intended stops at an obstacle; what has been given is recorded
/// with the obstacle and a reason (rule C3).
@Service
public class GiveInjection {
    private static final Set<Status> HERE =
            EnumSet.of(Status.ARRIVED, Status.ROOMED, Status.IN_SESSION, Status.COMPLETED);

    private final Injections injections;
    private final Calendar calendar;
    private final Patients patients;
    private final Screenings screenings;
    private final Consents consents;
    private final Practitioners practitioners;
    private final Entitlements entitlements;
    private final Knowledge knowledge;
    private final AuditTrail audit;
    private final Clock clock;

    GiveInjection(
            Injections injections,
            Calendar calendar,
            Patients patients,
            Screenings screenings,
            Consents consents,
            Practitioners practitioners,
            Entitlements entitlements,
            Knowledge knowledge,
            AuditTrail audit,
            Clock clock) {
        this.injections = injections;
        this.calendar = calendar;
        this.patients = patients;
        this.screenings = screenings;
        this.consents = consents;
        this.practitioners = practitioners;
        this.entitlements = entitlements;
        this.knowledge = knowledge;
        this.audit = audit;
        this.clock = clock;
    }

    /// What is known before anything is drawn up.
    ///
    /// @param mayInject whether the practitioner's profession injects here
    /// @param licensed  whether the practitioner has a licence that holds here today
    /// @param answers   every answer that counts
    /// @param unasked   questions before an injection that have no answer yet
    /// @param consent   where the consent to injections stands; a consent to needling is another
    public record Before(
            boolean mayInject,
            boolean licensed,
            boolean asked,
            List<Reason> answers,
            List<ScreeningQuestion> unasked,
            ConsentStanding consent) {
        public Before {
            answers = List.copyOf(answers);
            unasked = List.copyOf(unasked);
        }

        /// Regions of muscles in which the patient agreed to injections.
        public Set<String> consented() {
            return consent instanceof ConsentStanding.Given(var given)
                    ? given.covered().getOrDefault(Technique.INJECTION, Set.of())
                    : Set.of();
        }

        /// Answers that make bleeding likelier.
        public List<Reason> bleeding() {
            return answers.stream().filter(Circumstances::isBleeding).toList();
        }

        /// Allergies to what is injected.
        public List<Reason> allergies() {
            return answers.stream()
                    .filter(answer -> Circumstances.ALLERGIES.contains(answer.question()))
                    .toList();
        }
    }

    /// What stands for and against an injection at a visit.
    ///
    /// @throws NotFound when the practice has no such visit
    @Transactional(readOnly = true)
    public Before before(PracticeId practice, AppointmentId visit, Actor by) {
        var booked = visit(practice, visit);
        var chart = chart(practice, booked);
        var standing = screenings.standing(practice, chart, visit.value(), Technique.INJECTION);
        var hands = hands(practice, by);
        return new Before(
                mayInject(hands),
                licensed(practice, hands, booked, LocalDate.ofInstant(clock.instant(), booked.zone())),
                !(standing instanceof ScreeningStanding.NotAsked),
                switch (standing) {
                    case ScreeningStanding.Complete complete ->
                        complete.overall().because();
                    case ScreeningStanding.Suspended suspended ->
                        suspended.overall().because();
                    case ScreeningStanding.NotAsked _, ScreeningStanding.Incomplete _ -> List.<Reason>of();
                },
                standing instanceof ScreeningStanding.Incomplete(var missing)
                        ? missing.stream()
                                .flatMap(id -> knowledge.screeningQuestion(id).stream())
                                .toList()
                        : List.of(),
                consents.standing(practice, chart, ConsentTo.INJECTION));
    }

    /// The same for somebody to look at; the trail says who looked.
    ///
    /// @throws NotFound when the practice has no such visit
    @Transactional
    public Before open(PracticeId practice, AppointmentId visit, Actor by) {
        audit.append(
                practice,
                AuditEntry.of(by, "viewed", "visit", visit.value())
                        .about(chart(practice, visit(practice, visit)).value())
                        .during(visit.value()));
        return before(practice, visit, by);
    }

    /// Records an injection, or says what stands against it or is to be confirmed first.
    ///
    /// @param confirmed what the practitioner has confirmed
    /// @param already   whether it has been given: then nothing keeps it out of the record
    /// @param reason    why it was given although something stood against it, or what was weighed; null for nothing
    /// @param givenAt   not in the future
    /// @throws NotFound when the practice has no such visit
    @Transactional
    public Injecting record(
            PracticeId practice,
            AppointmentId visit,
            Shot shot,
            Set<Doubt> confirmed,
            boolean already,
            @Nullable String reason,
            Instant givenAt,
            Actor by) {
        var booked = visit(practice, visit);
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (!HERE.contains(booked.status()) || givenAt.isAfter(now)) {
            return new Injecting.NotNow();
        }
        var chart = chart(practice, booked);
        var muscle = knowledge.muscle(shot.muscle()).orElseThrow(NotFound::new);
        var consent = consent(practice, chart, muscle, givenAt);
        var circumstances = circumstances(practice, booked, chart, shot, muscle, consent.isPresent(), givenAt, by);
        var against = circumstances.against(shot);
        if (!against.isEmpty() && !already) {
            audit.appendDenial(
                    practice,
                    AuditEntry.of(by, "injected", "visit", visit.value())
                            .about(chart.value())
                            .during(visit.value())
                            .denied(against.iterator().next().code()));
            return new Injecting.Refused(against);
        }
        if (!against.isEmpty() && reason == null) {
            return new Injecting.ReasonMissing(against);
        }
        var weighed = weighed(practice, visit);
        var open = circumstances.doubts(shot, weighed);
        if (!confirmed.containsAll(open)) {
            return new Injecting.Asks(open);
        }
        var injection = new Injection(
                InjectionId.next(),
                visit,
                shot,
                open,
                circumstances.weighs(shot, weighed),
                against,
                reason,
                givenAt,
                now,
                account(by),
                consent.orElse(null),
                null);
        injections.insert(practice, chart, injection);
        trail(practice, "injected", injection, chart, by);
        return new Injecting.Recorded(injection.id());
    }

    /// Marks an injection as entered in error; it stays in the record and no longer counts.
    ///
    /// @throws NotFound when the visit has no such injection
    @Transactional
    public void retract(PracticeId practice, AppointmentId visit, InjectionId id, String reason, Actor by) {
        var chart = chart(practice, visit(practice, visit));
        var injection = injections.ofVisit(practice, visit).stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(NotFound::new);
        injections.markWrong(practice, id, reason, clock.instant(), account(by));
        trail(practice, "entered-in-error", injection, chart, by);
    }

    /// The consent to injections that covers a muscle and was there, to the minute, when it was injected. A consent to
    /// needling covers none.
    private Optional<ConsentId> consent(PracticeId practice, PatientId chart, Muscle muscle, Instant givenAt) {
        return consents.standing(practice, chart, ConsentTo.INJECTION) instanceof ConsentStanding.Given(var consent)
                        && consent.covers(muscle.region(), Technique.INJECTION)
                        && !consent.givenAt().truncatedTo(ChronoUnit.MINUTES).isAfter(givenAt)
                ? Optional.of(consent.id())
                : Optional.empty();
    }

    private Circumstances circumstances(
            PracticeId practice,
            Appointment visit,
            PatientId chart,
            Shot shot,
            Muscle muscle,
            boolean agreed,
            Instant givenAt,
            Actor by) {
        var day = LocalDate.ofInstant(givenAt, visit.zone());
        var here = screenings.resultFor(
                practice, chart, visit.id().value(), Technique.INJECTION, muscle.id(), shot.side());
        var standing = standing(practice, visit, chart, hands(practice, by), day);
        if (!agreed) {
            standing.add(Obstacle.NO_CONSENT);
        }
        return new Circumstances(standing, here.because(), muscle.overPleura(), day);
    }

    /// What stands against any injection of this patient by these hands.
    private EnumSet<Obstacle> standing(
            PracticeId practice, Appointment visit, PatientId chart, Optional<Practitioner> hands, LocalDate day) {
        var standing = EnumSet.noneOf(Obstacle.class);
        if (!mayInject(hands)) {
            standing.add(Obstacle.PROFESSION);
        }
        if (!licensed(practice, hands, visit, day)) {
            standing.add(Obstacle.NOT_LICENSED);
        }
        switch (screenings.standing(practice, chart, visit.id().value(), Technique.INJECTION)) {
            case ScreeningStanding.Complete _ -> {}
            case ScreeningStanding.Suspended _ -> standing.add(Obstacle.NOT_REVIEWED);
            case ScreeningStanding.NotAsked _, ScreeningStanding.Incomplete _ -> standing.add(Obstacle.NOT_SCREENED);
        }
        return standing;
    }

    /// What was weighed at this visit before; what is entered in error weighed nothing.
    private Set<String> weighed(PracticeId practice, AppointmentId visit) {
        return injections.ofVisit(practice, visit).stream()
                .filter(Injection::counts)
                .flatMap(given -> given.weighed().stream())
                .collect(Collectors.toSet());
    }

    /// Who injects: whoever is signed in, and nobody in their place.
    private Optional<Practitioner> hands(PracticeId practice, Actor by) {
        return Optional.ofNullable(by.id()).flatMap(account -> practitioners.ofAccount(practice, account));
    }

    private static boolean mayInject(Optional<Practitioner> hands) {
        return hands.map(Practitioner::profession).filter(Injectors::includes).isPresent();
    }

    private boolean licensed(PracticeId practice, Optional<Practitioner> hands, Appointment visit, LocalDate day) {
        return hands.filter(it -> entitlements.licensed(practice, it.id(), visit.location(), day))
                .isPresent();
    }

    private Appointment visit(PracticeId practice, AppointmentId id) {
        return calendar.find(practice, id).orElseThrow(NotFound::new);
    }

    private PatientId chart(PracticeId practice, Appointment visit) {
        return patients.find(practice, visit.patient()).map(Patient::chart).orElseThrow(NotFound::new);
    }

    private static UUID account(Actor by) {
        return Objects.requireNonNull(by.id(), "who records has an account");
    }

    private void trail(PracticeId practice, String action, Injection injection, PatientId chart, Actor by) {
        audit.append(
                practice,
                AuditEntry.of(by, action, "injection", injection.id().value())
                        .about(chart.value())
                        .during(injection.visit().value()));
    }
}
