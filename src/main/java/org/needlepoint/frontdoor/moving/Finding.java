package org.needlepoint.frontdoor.moving;

import java.util.List;
import org.needlepoint.scheduling.Appointment;

/// What became of a row.
public sealed interface Finding {
    /// It can be booked as it stands; after the import: it was.
    ///
    /// @param beyondHours whether it lies outside the practitioner's hours here
    record Good(Appointment appointment, boolean beyondHours) implements Finding {}

    /// The person has a visit at that time already: nothing is booked again.
    record AlreadyHere(Appointment appointment) implements Finding {}

    /// Some cells need another look.
    record Wrong(List<Problem> problems) implements Finding {}

    /// It can be read, but its time is taken: by the practitioner, the room, or the patient's other visit.
    record Collides(Problem problem) implements Finding {}

    /// What is wrong with a cell, as a text's key.
    ///
    /// @param key       of a message that says how to mend it
    /// @param arguments of the message
    record Problem(Column column, String key, List<String> arguments) {
        static Problem of(Column column, String key, String... arguments) {
            return new Problem(column, key, List.of(arguments));
        }
    }
}
