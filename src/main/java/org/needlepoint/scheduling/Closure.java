package org.needlepoint.scheduling;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.needlepoint.credentials.PractitionerId;
import org.needlepoint.shared.Texts;

/// Days that differ from the weekly hours, for a practitioner, a location, or (both null) the whole practice.
///
/// *Closed* without hours is closed all day, with hours closed between them. *Other hours* of a practice or
/// location cut the hours of those who work that day down to them; *other hours* of a practitioner at a location
/// replace theirs, also on a day they would not work. *Telehealth only* is closed for visits in person.
///
/// @param label what the public site says of it, such as "Thanksgiving"
public record Closure(
        UUID id,
        Kind kind,
        @Nullable PractitionerId practitioner,
        @Nullable UUID location,
        LocalDate firstDay,
        LocalDate lastDay,
        @Nullable LocalTime opens,
        @Nullable LocalTime closes,
        Texts label) {
    /// How the days differ.
    public enum Kind {
        CLOSED,
        OTHER_HOURS,
        TELEHEALTH_ONLY;

        /// As tables and message keys write it.
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /// The kind of a code.
        ///
        /// @throws IllegalArgumentException for any other text
        public static Kind of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    public Closure {
        if (lastDay.isBefore(firstDay)) {
            throw new IllegalArgumentException(
                    "lastDay must not be before firstDay, was " + firstDay + " to " + lastDay);
        }
        if ((opens == null) != (closes == null) || (kind == Kind.OTHER_HOURS && opens == null)) {
            throw new IllegalArgumentException("opens and closes come together, and other hours have both");
        }
        if (opens != null && closes != null && !closes.isAfter(opens)) {
            throw new IllegalArgumentException("closes must be after opens, was " + opens + " to " + closes);
        }
        if (kind == Kind.OTHER_HOURS && practitioner != null && location == null) {
            throw new IllegalArgumentException("other hours of a practitioner are at a location");
        }
    }

    boolean covers(LocalDate day) {
        return !day.isBefore(firstDay) && !day.isAfter(lastDay);
    }

    boolean concerns(PractitionerId who, UUID where) {
        return (practitioner == null || practitioner.equals(who)) && (location == null || location.equals(where));
    }

    /// Whether it takes time away from visits in person, or from all.
    boolean closes(boolean inPerson) {
        return kind == Kind.CLOSED || (inPerson && kind == Kind.TELEHEALTH_ONLY);
    }

    /// Whether another entry leaves no room for this one: both speak of the same hours of the same days for the same
    /// people and places, and say the same, or one of them closes the whole day.
    public boolean saysTheSameAs(Closure other) {
        return Objects.equals(practitioner, other.practitioner)
                && Objects.equals(location, other.location)
                && !firstDay.isAfter(other.lastDay)
                && !other.firstDay.isAfter(lastDay)
                && (kind == other.kind || closesWholeDays() || other.closesWholeDays())
                && meets(other);
    }

    private boolean closesWholeDays() {
        return kind == Kind.CLOSED && opens == null;
    }

    private boolean meets(Closure other) {
        return opens == null
                || closes == null
                || other.opens == null
                || other.closes == null
                || (opens.isBefore(other.closes) && other.opens.isBefore(closes));
    }
}
