package org.needlepoint.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What was typed into a form that met a locked screen. It waits in the lock page itself, never on the server.
///
/// @param action where the form was going
/// @param fields without passwords, codes and the form token
public record Draft(String action, List<Field> fields) {
    private static final String PREFIX = "draft.";
    private static final int MOST_FIELDS = 500;
    private static final int MOST_CHARACTERS = 200_000;

    /// One field; names may repeat.
    public record Field(String name, String value) {}

    /// The draft in a form's request.
    static Draft posted(HttpServletRequest request, String action) {
        return within(action, fields(request.getParameterMap(), ""));
    }

    /// The draft that the lock page carried.
    static Draft carried(HttpServletRequest request, String action) {
        return within(action, fields(request.getParameterMap(), PREFIX));
    }

    private static List<Field> fields(Map<String, String[]> parameters, String prefix) {
        var fields = new ArrayList<Field>();
        parameters.forEach((name, values) -> {
            if (name.startsWith(prefix) && mayBeKept(name)) {
                for (var value : values) {
                    fields.add(new Field(name.substring(prefix.length()), value));
                }
            }
        });
        return fields;
    }

    private static boolean mayBeKept(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return !lower.contains("password") && !lower.contains("_csrf") && !lower.equals("code");
    }

    /// Kept whole or not at all: half a form is a trap.
    private static Draft within(String action, List<Field> fields) {
        long characters = fields.stream()
                .mapToLong(field -> (long) field.name().length() + field.value().length())
                .sum();
        return fields.size() > MOST_FIELDS || characters > MOST_CHARACTERS
                ? new Draft(action, List.of())
                : new Draft(action, List.copyOf(fields));
    }
}
