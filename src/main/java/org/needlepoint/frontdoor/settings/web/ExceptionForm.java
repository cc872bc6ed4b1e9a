package org.needlepoint.frontdoor.settings.web;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.needlepoint.credentials.PractitionerId;
import org.needlepoint.scheduling.Closure;
import org.needlepoint.shared.Texts;

/// Reads the form for days that differ from the week.
///
/// @param id     of the entry
/// @param today  the first day that can be entered
/// @param places of the practice, in order
/// @param people who treat
record ExceptionForm(UUID id, LocalDate today, List<UUID> places, List<PractitionerId> people) {
    private static final String PRACTICE = "practice";
    private static final String PLACE = "place:";
    private static final String PERSON = "person:";
    private static final int LONGEST_LABEL = 80;
    private static final int MOST_DAYS = 366;
    private static final Texts AWAY = new Texts("Away", "Ausente");

    private record Whose(
            @Nullable PractitionerId person, @Nullable UUID place) {}

    private record Times(
            @Nullable LocalTime opens, @Nullable LocalTime closes) {}

    /// The entry; empty when something is wrong with the fields.
    Optional<Closure> read(Fields fields) {
        var whose = whose(fields);
        var kind = kind(fields);
        var first = fields.day("first", today);
        var typedLast = fields.lastDay("last", first);
        var last = typedLast == null ? first : typedLast;
        if (first != null && last != null && ChronoUnit.DAYS.between(first, last) >= MOST_DAYS) {
            fields.wrong("last", "hours.exception.long", MOST_DAYS);
        }
        var times = times(fields, kind);
        var place = placeOf(fields, whose, kind);
        var label = whose != null && whose.person() != null && !fields.given("labelEn")
                ? AWAY
                : fields.texts("label", LONGEST_LABEL, "hours.exception.label.missing");
        if (!fields.fine() || whose == null || kind == null || first == null || last == null) {
            return Optional.empty();
        }
        return Optional.of(
                new Closure(id, kind, whose.person(), place, first, last, times.opens(), times.closes(), label));
    }

    /// The fields of an entry, to change it.
    static Map<String, String> typed(Closure closure) {
        var typed = new HashMap<String, String>();
        var person = closure.practitioner();
        var place = closure.location();
        typed.put("whose", person != null ? PERSON + person : place != null ? PLACE + place : PRACTICE);
        typed.put("place", place == null ? "" : place.toString());
        typed.put("kind", closure.kind().code());
        typed.put("first", closure.firstDay().toString());
        typed.put("last", closure.lastDay().toString());
        typed.put("opens", closure.opens() == null ? "" : closure.opens().toString());
        typed.put("closes", closure.closes() == null ? "" : closure.closes().toString());
        typed.put("labelEn", closure.label().en());
        typed.put("labelEs", closure.label().es());
        return typed;
    }

    static String value(PractitionerId person) {
        return PERSON + person;
    }

    static String value(UUID place) {
        return PLACE + place;
    }

    private @Nullable Whose whose(Fields fields) {
        var text = fields.text("whose");
        if (text.equals(PRACTICE)) {
            return new Whose(null, null);
        }
        if (text.startsWith(PLACE)) {
            var place = Fields.id(text.substring(PLACE.length())).filter(places::contains);
            if (place.isPresent()) {
                return new Whose(null, place.get());
            }
        }
        if (text.startsWith(PERSON)) {
            var person = Fields.id(text.substring(PERSON.length()))
                    .map(PractitionerId::new)
                    .filter(people::contains);
            if (person.isPresent()) {
                return new Whose(person.get(), null);
            }
        }
        fields.wrong("whose", "hours.exception.whose.wrong");
        return null;
    }

    private static Closure.@Nullable Kind kind(Fields fields) {
        try {
            return Closure.Kind.of(fields.text("kind"));
        } catch (IllegalArgumentException _) {
            fields.wrong("kind", "hours.exception.kind.wrong");
            return null;
        }
    }

    private static Times times(Fields fields, Closure.@Nullable Kind kind) {
        boolean needed = kind == Closure.Kind.OTHER_HOURS;
        if (!needed && !fields.given("opens") && !fields.given("closes")) {
            return new Times(null, null);
        }
        var opens = fields.time("opens");
        var closes = fields.time("closes");
        if (opens != null && closes != null && !closes.isAfter(opens)) {
            fields.wrong("closes", "hours.wrong.closes");
            return new Times(null, null);
        }
        return new Times(opens, closes);
    }

    /// Where a practitioner's own other hours are; the only place needs no saying.
    private @Nullable UUID placeOf(Fields fields, @Nullable Whose whose, Closure.@Nullable Kind kind) {
        if (whose == null || whose.person() == null) {
            return whose == null ? null : whose.place();
        }
        var chosen = Fields.id(fields.text("place")).filter(places::contains);
        if (kind == Closure.Kind.OTHER_HOURS && chosen.isEmpty()) {
            if (places.size() == 1) {
                return places.getFirst();
            }
            fields.wrong("place", "hours.exception.place.missing");
        }
        return chosen.orElse(null);
    }
}
