package org.needlepoint.frontdoor;

import java.util.Optional;
import org.needlepoint.audit.Actor;
import org.needlepoint.audit.AuditEntry;
import org.needlepoint.audit.AuditTrail;
import org.needlepoint.frontdoor.reminders.ReachPatient;
import org.needlepoint.frontdoor.reminders.ReachPatient.Way;
import org.needlepoint.keys.SignedLinks;
import org.needlepoint.notifications.Message;
import org.needlepoint.notifications.Message.Kind;
import org.needlepoint.notifications.Outbox;
import org.needlepoint.patients.Patients;
import org.needlepoint.practice.Practice;
import org.needlepoint.scheduling.Appointment;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.scheduling.Calendar;
import org.needlepoint.scheduling.Modality;
import org.needlepoint.shared.NotFound;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The link by which a patient answers the health questions, learns and agrees before a visit: shown after booking, or
/// sent. It works for a week after the visit, because consent can be taken back at any time.
@Service
public class PreparingAVisit {
    private final SignedLinks links;
    private final Calendar calendar;
    private final Patients patients;
    private final ReachPatient reach;
    private final Outbox outbox;
    private final AuditTrail audit;

    PreparingAVisit(
            SignedLinks links,
            Calendar calendar,
            Patients patients,
            ReachPatient reach,
            Outbox outbox,
            AuditTrail audit) {
        this.links = links;
        this.calendar = calendar;
        this.patients = patients;
        this.reach = reach;
        this.outbox = outbox;
        this.audit = audit;
    }

    /// What came of sending the link.
    public enum Sending {
        QUEUED,
        /// Refused: there is no address on record, or none that wants messages.
        NO_CONTACT
    }

    /// The path of a visit's preparation; empty by phone or video, where there are no needles.
    public Optional<String> path(Practice practice, Appointment visit) {
        return visit.modality() == Modality.IN_PERSON ? Optional.of(anyPath(practice, visit)) : Optional.empty();
    }

    private String anyPath(Practice practice, Appointment visit) {
        var token = links.issue(
                practice.id(), SignedLinks.Purpose.PREPARE_VISIT, visit.id().value(), visit.linksEnd());
        return "/p/" + practice.slug() + "/prepare/" + token;
    }

    /// Sends the link to the patient in neutral words (rule P1).
    @Transactional
    public Sending send(Practice practice, AppointmentId id, Actor actor) {
        var visit = calendar.find(practice.id(), id).orElseThrow(NotFound::new);
        var patient = patients.find(practice.id(), visit.patient()).orElseThrow(NotFound::new);
        if (!(reach.way(practice.id(), patient, Kind.VISIT_PREPARATION)
                instanceof Way.By(var channel, var address, var locale))) {
            return Sending.NO_CONTACT;
        }
        var path = anyPath(practice, visit);
        outbox.queue(practice.id(), Message.of(channel, address, locale, Kind.VISIT_PREPARATION, id.value(), path));
        audit.append(
                practice.id(),
                AuditEntry.of(actor, "sent", "preparation", id.value())
                        .about(visit.patient().value())
                        .during(id.value()));
        return Sending.QUEUED;
    }
}
