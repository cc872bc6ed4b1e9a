package org.needlepoint.charting;

import java.util.Locale;
import java.util.Optional;
import org.needlepoint.patients.PatientId;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.shared.PracticeId;

/// What a module adds to the note of a visit. A module with something to say under two headings contributes two parts.
public interface NotePart {
    /// The headings of a note, in their order.
    enum Heading {
        SUBJECTIVE,
        OBJECTIVE,
        TREATMENT,
        ASSESSMENT,
        PLAN
    }

    /// A part of the note.
    ///
    /// @param text sentences as a clinician writes them; a line that begins with "- " becomes a bullet
    record Section(Heading under, String text) {
        public Section {
            if (text.isBlank()) {
                throw new IllegalArgumentException("a part of a note says something");
            }
        }
    }

    /// Parts under the same heading stand in this order, smallest first.
    int order();

    /// What the chart says at this moment, in the language of the note; empty for nothing.
    Optional<Section> section(PracticeId practice, AppointmentId visit, PatientId chart, Locale locale);
}
