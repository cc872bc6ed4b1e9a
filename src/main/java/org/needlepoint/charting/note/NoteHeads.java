package org.needlepoint.charting.note;

import java.util.Optional;
import org.needlepoint.credentials.Practitioner;
import org.needlepoint.credentials.Practitioners;
import org.needlepoint.identity.Role;
import org.needlepoint.identity.SignedIn;
import org.needlepoint.patients.Patients;
import org.needlepoint.practice.Practice;
import org.needlepoint.scheduling.Appointment;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.scheduling.Calendar;
import org.needlepoint.shared.PracticeId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Finds what stands above a note, and says who may sign it.
@Component
class NoteHeads {
    private final Calendar calendar;
    private final Patients patients;
    private final Practitioners practitioners;

    NoteHeads(Calendar calendar, Patients patients, Practitioners practitioners) {
        this.calendar = calendar;
        this.patients = patients;
        this.practitioners = practitioners;
    }

    /// Empty when the practice has no such visit.
    @Transactional(readOnly = true)
    public Optional<NoteHead> of(Practice practice, AppointmentId id) {
        return calendar.find(practice.id(), id)
                .flatMap(visit -> patients.find(practice.id(), visit.patient())
                        .flatMap(patient -> patients.find(practice.id(), patient.chart()))
                        .map(chart -> new NoteHead(
                                visit,
                                chart,
                                practitioners
                                        .find(practice.id(), visit.practitioner())
                                        .map(Practitioner::titledName)
                                        .orElse(""),
                                practice.locations().stream()
                                        .filter(location -> location.id().equals(visit.location()))
                                        .findFirst()
                                        .map(Practice.Location::name)
                                        .orElse(practice.name()))));
    }

    /// Practitioners sign their own visits, supervisors everybody's.
    boolean maySign(SignedIn who, Appointment visit) {
        return who.kind() == SignedIn.Kind.STAFF
                && (who.isAny(Role.SUPERVISOR)
                        || (who.isAny(Role.PRACTITIONER)
                                && practitioners
                                        .ofAccount(who.practice(), who.id())
                                        .map(Practitioner::id)
                                        .filter(visit.practitioner()::equals)
                                        .isPresent()));
    }

    /// As the signature prints the name: with its letters where the account is a practitioner's.
    String nameOf(PracticeId practice, SignedIn who) {
        return practitioners
                .ofAccount(practice, who.id())
                .map(Practitioner::titledName)
                .orElse(who.displayName());
    }
}
