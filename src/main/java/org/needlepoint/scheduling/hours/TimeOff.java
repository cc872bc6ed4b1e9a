package org.needlepoint.scheduling.hours;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.needlepoint.credentials.PractitionerId;
import org.needlepoint.scheduling.Closure;

/// Time off that a practitioner asks for: whole days, or hours of them.
///
/// @param note    why, for those who decide; never shown to patients
/// @param answer  what the owner said to it
/// @param closure the entry among the days that differ; null unless it is approved
public record TimeOff(
        UUID id,
        PractitionerId practitioner,
        LocalDate firstDay,
        LocalDate lastDay,
        @Nullable LocalTime opens,
        @Nullable LocalTime closes,
        String note,
        Status status,
        String answer,
        @Nullable UUID closure,
        int version) {
    /// Where it stands.
    public enum Status {
        ASKED,
        APPROVED,
        DECLINED,
        WITHDRAWN;

        /// As tables and message keys write it.
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Status of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /// Whether days that differ are still this time off: its practitioner is away.
    boolean isStill(Closure days) {
        return days.kind() == Closure.Kind.CLOSED && practitioner.equals(days.practitioner());
    }

    /// Whether it is asked for or granted.
    public boolean open() {
        return status == Status.ASKED || status == Status.APPROVED;
    }
}
