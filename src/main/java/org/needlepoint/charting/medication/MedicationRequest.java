package org.needlepoint.charting.medication;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.needlepoint.patients.PatientId;
import org.needlepoint.scheduling.AppointmentId;

/// A request for a medicine.
///
/// @param by     the account that asks
/// @param answer of somebody who may prescribe; null while nobody has answered
public record MedicationRequest(
        MedicationRequestId id,
        AppointmentId visit,
        PatientId patient,
        Wanted wanted,
        Instant at,
        UUID by,
        @Nullable Answer answer) {
    /// What is asked for, in words as a prescription says them.
    ///
    /// @param days   for how long, 1..[#MOST_DAYS]
    /// @param reason null for nothing said
    public record Wanted(
            String drug,
            String dose,
            String frequency,
            String quantity,
            int days,
            @Nullable String reason) {
        /// Longest course that is asked for.
        public static final int MOST_DAYS = 90;

        public Wanted {
            if (drug.isBlank() || dose.isBlank() || frequency.isBlank() || quantity.isBlank()) {
                throw new IllegalArgumentException("a request says drug, dose, frequency and quantity");
            }
            if (days < 1 || days > MOST_DAYS) {
                throw new IllegalArgumentException("days must be 1.." + MOST_DAYS + ", were " + days);
            }
        }
    }

    /// What became of it.
    ///
    /// @param sent whether a prescription went out by hand; else it was declined
    /// @param word why, where it was declined; null for nothing said
    public record Answer(boolean sent, @Nullable String word, Instant at, UUID by) {
        public Answer {
            if (!sent && word == null) {
                throw new IllegalArgumentException("whoever declines says why");
            }
        }
    }

    /// Whether it waits for somebody who may prescribe.
    public boolean open() {
        return answer == null;
    }
}
