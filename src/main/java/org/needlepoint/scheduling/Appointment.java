package org.needlepoint.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.needlepoint.credentials.PractitionerId;
import org.needlepoint.patients.PatientId;
import org.needlepoint.shared.Money;
import org.needlepoint.shared.Texts;

/// A booked visit.
///
/// @param serviceName as it was when booked
/// @param localStart  what was promised, in `zone`; `startsAt` and `endsAt` are derived from it
/// @param room        null by phone or video, and where the location manages no rooms
/// @param version     carried by forms, so that two people never overwrite each other
public record Appointment(
        AppointmentId id,
        Status status,
        ServiceId service,
        Texts serviceName,
        Modality modality,
        Money price,
        PractitionerId practitioner,
        UUID location,
        @Nullable RoomId room,
        PatientId patient,
        LocalDateTime localStart,
        ZoneId zone,
        Instant startsAt,
        Instant endsAt,
        @Nullable CancelReason cancelReason,
        int version,
        Instant changedAt) {
    /// Where the visit stands.
    public enum Status {
        BOOKED,
        ARRIVED,
        ROOMED,
        IN_SESSION,
        COMPLETED,
        NO_SHOW,
        CANCELLED;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Status of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    /// Why a visit was cancelled.
    public enum CancelReason {
        PATIENT_ASKED,
        PATIENT_ILL,
        PRACTITIONER_AWAY,
        WEATHER,
        BOOKED_BY_MISTAKE,
        OTHER;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static CancelReason of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    public ZonedDateTime start() {
        return startsAt.atZone(zone);
    }

    public ZonedDateTime end() {
        return endsAt.atZone(zone);
    }

    /// How long it is, which may be longer or shorter than its service.
    public int minutes() {
        return (int) Duration.between(startsAt, endsAt).toMinutes();
    }

    /// Until when links to it work: for a week after its end, however far it was moved since they were sent.
    public Instant linksEnd() {
        return endsAt.plus(Duration.ofDays(7));
    }

    /// Whether it can still be moved or cancelled: it is booked and lies ahead.
    public boolean canChange(Instant now) {
        return status == Status.BOOKED && now.isBefore(startsAt);
    }

    /// Whether a change now is later than the service allows without consequence.
    boolean isLate(Instant now, Service of) {
        return now.isAfter(startsAt.minus(Duration.ofHours(of.cancellationHours())));
    }

    Appointment movedTo(Openings.Slot slot, ZoneId where) {
        var start = Instant.ofEpochSecond(slot.start());
        return new Appointment(
                id,
                Status.BOOKED,
                service,
                serviceName,
                modality,
                price,
                slot.offer().practitioner(),
                slot.offer().location(),
                slot.room(),
                patient,
                LocalDateTime.ofInstant(start, where),
                where,
                start,
                Instant.ofEpochSecond(slot.end()),
                null,
                version,
                changedAt);
    }

    /// The same visit, standing as it did, at another place.
    Appointment placedAt(Place place, @Nullable RoomId newRoom, LocalDateTime newStart, ZoneId where, Instant newEnd) {
        return new Appointment(
                id,
                status,
                service,
                serviceName,
                modality,
                price,
                place.practitioner(),
                place.location(),
                newRoom,
                patient,
                newStart,
                where,
                place.start(),
                newEnd,
                null,
                version,
                changedAt);
    }

    /// Whether the patient comes at the same time to the same person and location as before.
    boolean sameForThePatient(Appointment before) {
        return startsAt.equals(before.startsAt)
                && practitioner.equals(before.practitioner)
                && location.equals(before.location);
    }

    Appointment with(Status changed, @Nullable CancelReason reason) {
        return with(changed, room, reason);
    }

    Appointment with(Status changed, @Nullable RoomId newRoom, @Nullable CancelReason reason) {
        return new Appointment(
                id,
                changed,
                service,
                serviceName,
                modality,
                price,
                practitioner,
                location,
                newRoom,
                patient,
                localStart,
                zone,
                startsAt,
                endsAt,
                reason,
                version,
                changedAt);
    }
}
