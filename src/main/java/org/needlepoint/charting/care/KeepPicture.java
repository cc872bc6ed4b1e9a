package org.needlepoint.charting.care;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.needlepoint.audit.Actor;
import org.needlepoint.audit.AuditEntry;
import org.needlepoint.audit.AuditTrail;
import org.needlepoint.documents.Picture;
import org.needlepoint.documents.Pictures;
import org.needlepoint.intake.Asked;
import org.needlepoint.intake.PhotoConsents;
import org.needlepoint.intake.PhotoConsents.Standing;
import org.needlepoint.intake.PhotoConsents.Use;
import org.needlepoint.patients.Patient;
import org.needlepoint.patients.PatientId;
import org.needlepoint.patients.Patients;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.scheduling.Calendar;
import org.needlepoint.shared.NotFound;
import org.needlepoint.shared.PracticeId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Keeps photos of reactions and scans of sheets with the visit. A photo of the patient is kept with their consent to
/// photographs for the chart alone; who was not asked yet is asked here, and the answer stands from then on.
@Service
public class KeepPicture {
    private final Pictures pictures;
    private final PhotoConsents consents;
    private final Calendar calendar;
    private final Patients patients;
    private final AuditTrail audit;

    KeepPicture(Pictures pictures, PhotoConsents consents, Calendar calendar, Patients patients, AuditTrail audit) {
        this.pictures = pictures;
        this.consents = consents;
        this.calendar = calendar;
        this.patients = patients;
        this.audit = audit;
    }

    /// What became of a picture that was sent.
    public sealed interface Keeping {
        /// Kept, drawn anew; of a scan the first page.
        record Kept(UUID id) implements Keeping {}

        /// Refused: it is no JPEG or PNG; for a scan, nor a PDF.
        record NoPicture() implements Keeping {}

        /// Refused: nobody has asked the patient about photographs for the chart.
        record NotAgreed() implements Keeping {}

        /// Refused: the patient does not want photographs, or took that consent back.
        record NotWanted() implements Keeping {}
    }

    /// Whether photos of a patient are kept.
    public enum Photos {
        /// The patient agreed.
        AGREED,
        /// The patient is asked first.
        TO_ASK,
        /// The patient said no, or no longer.
        NOT_WANTED
    }

    /// Keeps a picture.
    ///
    /// @param sent   a JPEG or PNG, or for a scan a PDF, as it came
    /// @param agreed whether the patient, who was not asked before, says yes to photographs for the chart now
    /// @throws NotFound when the practice has no such visit
    @Transactional
    public Keeping keep(
            PracticeId practice, AppointmentId visit, Picture.Kind kind, boolean agreed, byte[] sent, Actor by) {
        var chart = chart(practice, visit);
        if (kind != Picture.Kind.REACTION) {
            return addScan(practice, visit, chart, kind, sent, by);
        }
        return switch (photos(practice, chart)) {
            case AGREED -> add(practice, visit, chart, sent, by);
            case NOT_WANTED -> new Keeping.NotWanted();
            case TO_ASK -> {
                if (!agreed) {
                    yield new Keeping.NotAgreed();
                }
                var kept = add(practice, visit, chart, sent, by);
                if (kept instanceof Keeping.Kept) {
                    agree(practice, visit, chart, by);
                }
                yield kept;
            }
        };
    }

    private Keeping add(PracticeId practice, AppointmentId visit, PatientId chart, byte[] sent, Actor by) {
        return pictures.keep(practice, chart.value(), visit.value(), Picture.Kind.REACTION, true, sent, by)
                .<Keeping>map(id -> {
                    trail(practice, "kept", id, visit, chart, by);
                    return new Keeping.Kept(id);
                })
                .orElseGet(Keeping.NoPicture::new);
    }

    private Keeping addScan(
            PracticeId practice, AppointmentId visit, PatientId chart, Picture.Kind kind, byte[] sent, Actor by) {
        var pages = pictures.keepScan(practice, chart.value(), visit.value(), kind, sent, by);
        pages.forEach(id -> trail(practice, "kept", id, visit, chart, by));
        return pages.isEmpty() ? new Keeping.NoPicture() : new Keeping.Kept(pages.getFirst());
    }

    /// For the chart as well as for what was agreed to before.
    private void agree(PracticeId practice, AppointmentId visit, PatientId chart, Actor by) {
        var uses = EnumSet.of(Use.CHART);
        if (consents.standing(practice, chart) instanceof Standing.Given given) {
            uses.addAll(given.uses());
        }
        consents.give(practice, chart, visit.value(), uses, Asked.byStaff(by));
    }

    /// Whether photos of a patient are kept, as it stands now.
    @Transactional(readOnly = true)
    public Photos photos(PracticeId practice, PatientId chart) {
        return switch (consents.standing(practice, chart)) {
            case Standing.Refused _, Standing.Withdrawn _ -> Photos.NOT_WANTED;
            case Standing.Given given when given.allows(Use.CHART) -> Photos.AGREED;
            case Standing.Given _, Standing.NotAsked _ -> Photos.TO_ASK;
        };
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
