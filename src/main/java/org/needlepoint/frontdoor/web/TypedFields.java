package org.needlepoint.frontdoor.web;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.needlepoint.web.FieldProblem;
import org.springframework.context.MessageSource;
import org.springframework.util.MultiValueMap;

/// Reads a form field by field and notes what cannot be read, so that all of it is said at once.
public final class TypedFields {
    private static final int LONGEST_KEPT = 200;

    private final List<Flaw> flaws = new ArrayList<>();

    /// What is wrong with one field.
    ///
    /// @param key     of the message that says what to do
    /// @param numbers that the message names
    public record Flaw(String field, String key, List<Integer> numbers) {
        public static Flaw of(String field, String key, Integer... numbers) {
            return new Flaw(field, key, List.of(numbers));
        }
    }

    /// What was typed into a field, without the spaces around it; empty when there is no such field.
    public static String text(MultiValueMap<String, String> form, String name) {
        var value = form.getFirst(name);
        var text = value == null ? "" : value.strip();
        return text.substring(0, Math.min(text.length(), LONGEST_KEPT));
    }

    /// The value of a field; null, and a flaw, when it cannot be read.
    public <T> @Nullable T read(String field, String written, Function<String, T> reader, String key) {
        try {
            return reader.apply(written);
        } catch (IllegalArgumentException | DateTimeException e) {
            flaw(field, key);
            return null;
        }
    }

    /// A whole number; the least, and a flaw that names the most, when it is none or out of range.
    public int number(String field, String written, int least, int most, String key) {
        try {
            int number = Integer.parseInt(written);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below, as for a number out of range
        }
        flaw(field, key, most);
        return least;
    }

    /// Days of the week by their English names, as [DayOfWeek] has them; a flaw when there is none.
    public Set<DayOfWeek> weekdays(String field, Collection<String> written, String key) {
        try {
            var days = written.stream().map(DayOfWeek::valueOf).collect(Collectors.toSet());
            if (!days.isEmpty()) {
                return days;
            }
        } catch (IllegalArgumentException e) {
            // a day of no calendar counts as none
        }
        flaw(field, key);
        return Set.of();
    }

    /// What may be left out; what cannot be read counts as left out.
    public static <T> @Nullable T optional(String written, Function<UUID, T> make) {
        try {
            return written.isEmpty() ? null : make.apply(UUID.fromString(written));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /// Notes a flaw.
    public void flaw(String field, String key, Integer... numbers) {
        flaws.add(Flaw.of(field, key, numbers));
    }

    /// What was noted so far, in the order of reading.
    public List<Flaw> flaws() {
        return List.copyOf(flaws);
    }

    /// Flaws in words.
    public static List<FieldProblem> problems(List<Flaw> flaws, MessageSource messages, Locale locale) {
        return flaws.stream()
                .map(flaw -> new FieldProblem(
                        flaw.field(),
                        messages.getMessage(flaw.key(), flaw.numbers().toArray(), locale)))
                .toList();
    }

    /// The first problem of each field.
    public static Map<String, String> byField(List<FieldProblem> problems) {
        return problems.stream()
                .collect(Collectors.toMap(FieldProblem::field, FieldProblem::message, (first, _) -> first));
    }
}
