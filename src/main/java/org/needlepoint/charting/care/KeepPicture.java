package org.needlepoint.charting.care;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.needlepoint.audit.Actor;
import org.needlepoint.audit.AuditEntry;
import org.needlepoint.audit.AuditTrail;
import org.needlepoint.documents.Picture;
import org.needlepoint.documents.Pictures;
import org.needlepoint.patients.Patient;
import org.needlepoint.patients.PatientId;
import org.needlepoint.patients.Patients;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.scheduling.Calendar;
import org.needlepoint.shared.NotFound;
import org.needlepoint.shared.PracticeId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Keeps photos of reactions and scans of sheets with the visit. A photo of the patient is kept with their agreement
/// alone.
@Service
public class KeepPicture {
    private final Pictures pictures;
    private final Calendar calendar;
    private final Patients patients;
    private final AuditTrail audit;

    KeepPicture(Pictures pictures, Calendar calendar, Patients patients, AuditTrail audit) {
        this.pictures = pictures;
        this.calendar = calendar;
        this.patients = patients;
        this.audit = audit;
    }

    /// What became of a picture that was sent.
    public sealed interface Keeping {
        /// Kept, drawn anew.
        record Kept(UUID id) implements Keeping {}

        /// Refused: it is no JPEG or PNG.
        record NoPicture() implements Keeping {}

        /// Refused: the patient has not agreed to this photo.
        record NotAgreed() implements Keeping {}
    }

    /// Keeps a picture.
    ///
    /// @param agreed whether the patient agreed to it for the record
    /// @throws NotFound when the practice has no such visit
    @Transactional
    public Keeping keep(
            PracticeId practice, AppointmentId visit, Picture.Kind kind, boolean agreed, byte[] sent, Actor by) {
        var chart = chart(practice, visit);
        if (kind == Picture.Kind.REACTION && !agreed) {
            return new Keeping.NotAgreed();
        }
        return pictures.keep(practice, chart.value(), visit.value(), kind, agreed, sent, by)
                .<Keeping>map(id -> {
                    trail(practice, "kept", id, visit, chart, by);
                    return new Keeping.Kept(id);
                })
                .orElseGet(Keeping.NoPicture::new);
    }

    /// The pictures of a visit, the oldest first.
    @Transactional(readOnly = true)
    public List<Picture> of(PracticeId practice, AppointmentId visit) {
        return pictures.ofVisit(practice, visit.value());
    }

    /// The JPEG of one, looked at by somebody; empty when the visit has none of that id.
    @Transactional
    public Optional<byte[]> look(PracticeId practice, AppointmentId visit, UUID id, Actor by) {
        var jpeg = pictures.jpeg(practice, visit.value(), id);
        jpeg.ifPresent(_ -> trail(practice, "viewed", id, visit, chart(practice, visit), by));
        return jpeg;
    }

    private PatientId chart(PracticeId practice, AppointmentId visit) {
        return calendar.find(practice, visit)
                .flatMap(booked -> patients.find(practice, booked.patient()))
                .map(Patient::chart)
                .orElseThrow(NotFound::new);
    }

    private void trail(
            PracticeId practice, String action, UUID picture, AppointmentId visit, PatientId chart, Actor by) {
        audit.append(
                practice,
                AuditEntry.of(by, action, "picture", picture)
                        .about(chart.value())
                        .during(visit.value()));
    }
}
