package org.needlepoint.frontdoor;

import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.needlepoint.keys.SignedLinks;
import org.needlepoint.patients.Demographics;
import org.needlepoint.patients.Patients;
import org.needlepoint.scheduling.Appointment;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.scheduling.Calendar;
import org.needlepoint.shared.PracticeId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Visits as the people who booked them reach them: through a signed link that outlives the visit a little.
@Service
public class BookedVisits {
    private final SignedLinks links;
    private final Calendar calendar;
    private final Patients patients;
    private final Clock clock;

    BookedVisits(SignedLinks links, Calendar calendar, Patients patients, Clock clock) {
        this.links = links;
        this.calendar = calendar;
        this.patients = patients;
        this.clock = clock;
    }

    /// What a link led to.
    public sealed interface Found {
        /// This visit.
        record Visit(Appointment appointment) implements Found {}

        /// A visit once, but the link's time is over.
        record Expired() implements Found {}

        /// Nothing: the link was not made here, or a part of it is lost.
        record Unknown() implements Found {}
    }

    /// The token of a visit's link.
    public String link(PracticeId practice, Appointment appointment) {
        return links.issue(
                practice,
                SignedLinks.Purpose.MANAGE_APPOINTMENT,
                appointment.id().value(),
                appointment.linksEnd());
    }

    /// The visit that a token leads to. The link lives as long as the visit and a week: one that was sent before
    /// the visit moved to a later day still opens it.
    @Transactional(readOnly = true)
    public Found find(PracticeId practice, String token) {
        return switch (links.read(practice, SignedLinks.Purpose.MANAGE_APPOINTMENT, token)) {
            case SignedLinks.Reading.Valid(var id) -> current(practice, id);
            case SignedLinks.Reading.Expired(var id) -> current(practice, id);
            case SignedLinks.Reading.Forged _ -> new Found.Unknown();
        };
    }

    private Found current(PracticeId practice, UUID id) {
        return calendar.find(practice, new AppointmentId(id))
                .<Found>map(visit ->
                        clock.instant().isBefore(visit.linksEnd()) ? new Found.Visit(visit) : new Found.Expired())
                .orElseGet(Found.Unknown::new);
    }

    /// The visit that a hold became, when the same person sends the same form again; empty for anybody else.
    @Transactional(readOnly = true)
    public Optional<Appointment> sameGuest(PracticeId practice, AppointmentId id, Demographics who) {
        return calendar.find(practice, id)
                .filter(appointment -> patients.find(practice, appointment.patient())
                        .map(patient -> samePerson(patient.demographics(), who))
                        .orElse(false));
    }

    private static boolean samePerson(Demographics one, Demographics other) {
        return one.name().equals(other.name())
                && one.birthDate().equals(other.birthDate())
                && Objects.equals(one.phone(), other.phone())
                && Objects.equals(one.email(), other.email());
    }
}
