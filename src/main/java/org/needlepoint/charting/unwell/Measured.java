package org.needlepoint.charting.unwell;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What was measured once of somebody who felt faint.
///
/// @param systolic  mmHg, 30..300; null: not measured, then nor is `diastolic`
/// @param diastolic mmHg, 10..200, below `systolic`
/// @param pulse     beats a minute, 20..250; null: not measured
/// @param noDriving whether the patient was told not to drive until they are well
public record Measured(
        Position position,
        @Nullable Integer systolic,
        @Nullable Integer diastolic,
        @Nullable Integer pulse,
        boolean noDriving) {
    /// How the patient lies, sits or stands.
    public enum Position {
        LYING,
        LEGS_RAISED,
        SITTING,
        STANDING;

        /// As stored: `legs-raised`.
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Position of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    public Measured {
        if ((systolic == null) != (diastolic == null)) {
            throw new IllegalArgumentException("a blood pressure has two figures");
        }
        if (systolic != null && diastolic != null) {
            within("systolic", systolic, 30, 300);
            within("diastolic", diastolic, 10, Math.min(200, systolic - 1));
        }
        if (pulse != null) {
            within("pulse", pulse, 20, 250);
        }
    }

    private static void within(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + " must be " + least + ".." + most + ", was " + value);
        }
    }
}
