package org.needlepoint.charting.medication;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.needlepoint.audit.Actor;
import org.needlepoint.audit.AuditEntry;
import org.needlepoint.audit.AuditTrail;
import org.needlepoint.charting.medication.MedicationRequest.Answer;
import org.needlepoint.charting.medication.MedicationRequest.Wanted;
import org.needlepoint.credentials.Practitioner;
import org.needlepoint.credentials.Practitioners;
import org.needlepoint.credentials.Profession;
import org.needlepoint.patients.Patient;
import org.needlepoint.patients.Patients;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.scheduling.Calendar;
import org.needlepoint.shared.NotFound;
import org.needlepoint.shared.PracticeId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Asks for a medicine, and answers: sent by hand, or declined. Neither interactions nor allergies are checked.
@Service
public class RequestMedication {
    /// Who prescribes when nobody has said more; a practice's confirmed rule will take the place of this table (rule
    /// C13).
    private static final Set<Profession> PRESCRIBE = EnumSet.of(Profession.PHYSICIAN);

    private final MedicationRequests requests;
    private final Calendar calendar;
    private final Patients patients;
    private final Practitioners practitioners;
    private final AuditTrail audit;
    private final Clock clock;

    RequestMedication(
            MedicationRequests requests,
            Calendar calendar,
            Patients patients,
            Practitioners practitioners,
            AuditTrail audit,
            Clock clock) {
        this.requests = requests;
        this.calendar = calendar;
        this.patients = patients;
        this.practitioners = practitioners;
        this.audit = audit;
        this.clock = clock;
    }

    /// Whether somebody answers requests.
    @Transactional(readOnly = true)
    public boolean mayPrescribe(PracticeId practice, Actor who) {
        return practitioners
                .ofAccount(practice, account(who))
                .map(Practitioner::profession)
                .filter(PRESCRIBE::contains)
                .isPresent();
    }

    /// Puts a request on the list of whoever may prescribe.
    ///
    /// @throws NotFound when the practice has no such visit
    @Transactional
    public MedicationRequestId request(PracticeId practice, AppointmentId visit, Wanted wanted, Actor by) {
        var chart = calendar.find(practice, visit)
                .flatMap(booked -> patients.find(practice, booked.patient()))
                .map(Patient::chart)
                .orElseThrow(NotFound::new);
        var request = new MedicationRequest(
                MedicationRequestId.next(),
                visit,
                chart,
                wanted,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                account(by),
                null);
        requests.insert(practice, request);
        trail(practice, "requested", request, by);
        return request.id();
    }

    /// Closes a request.
    ///
    /// @param sent whether a prescription went out by hand; else it is declined, with a word
    /// @throws NotFound when the practice has no such request
    @Transactional
    public Answering answer(
            PracticeId practice, MedicationRequestId id, boolean sent, @Nullable String word, Actor by) {
        var request = requests.find(practice, id).orElseThrow(NotFound::new);
        if (!mayPrescribe(practice, by)) {
            return new Answering.MayNotPrescribe();
        }
        if (!sent && word == null) {
            return new Answering.WordMissing();
        }
        var answer = new Answer(sent, word, clock.instant(), account(by));
        if (!requests.answer(practice, id, answer)) {
            return new Answering.AnsweredBefore();
        }
        trail(practice, sent ? "sent-by-hand" : "declined", request, by);
        return new Answering.Answered();
    }

    private static UUID account(Actor by) {
        return Objects.requireNonNull(by.id(), "who asks has an account");
    }

    private void trail(PracticeId practice, String action, MedicationRequest request, Actor by) {
        audit.append(
                practice,
                AuditEntry.of(by, action, "medication-request", request.id().value())
                        .about(request.patient().value())
                        .during(request.visit().value()));
    }
}
