package org.needlepoint.anatomy;

import java.util.List;
import tools.jackson.databind.JsonNode;

/// What became of reading a drawing that came as JSON.
public sealed interface PainReading {

    /// A drawing to locate.
    ///
    /// @param id what the caller sent as `id`, to be sent back as it is
    /// @param detail whether the answer shall say what speaks against each candidate and what to examine next
    /// @param ignored names of fields that nobody knows
    record Drawing(JsonNode id, PainRequest request, boolean detail, List<String> ignored) implements PainReading {
        public Drawing {
            ignored = List.copyOf(ignored);
        }
    }

    /// Not a drawing: at least one field is missing or wrong.
    record Refused(JsonNode id, List<FieldError> errors) implements PainReading {
        public Refused {
            errors = List.copyOf(errors);
        }
    }

    /// Not JSON at all, or not an object.
    ///
    /// @param id the `id`, when it stood before the place where reading failed
    record NotJson(JsonNode id, String message) implements PainReading {}

    /// What is wrong with a field.
    ///
    /// @param field such as `marks[0].zone`
    record FieldError(String field, String message) {}
}
