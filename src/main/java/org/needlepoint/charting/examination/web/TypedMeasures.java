package org.needlepoint.charting.examination.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.needlepoint.charting.examination.TakeMeasures.Taken;
import org.needlepoint.charting.measures.Instrument;
import org.needlepoint.charting.measures.Kind;
import org.needlepoint.charting.measures.Manner;
import org.needlepoint.charting.measures.Measured;
import org.needlepoint.charting.measures.Scale;
import org.needlepoint.shared.Laterality;
import org.needlepoint.shared.NotFound;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/// A form of measures as it was sent, and what is wrong with it. What is wrong keeps what was typed.
final class TypedMeasures {
    /// Fields of measured things begin with it.
    static final String FIELD = "m.";

    static final TypedMeasures NOTHING = new TypedMeasures(new LinkedMultiValueMap<>());

    private final MultiValueMap<String, String> sent;
    private final Map<Measured, Problem> problems = new HashMap<>();
    private final Set<AddProblem> addProblems = new HashSet<>();
    private final List<Taken> taken = new ArrayList<>();
    private boolean instrumentMissing;

    TypedMeasures(MultiValueMap<String, String> sent) {
        this.sent = new LinkedMultiValueMap<>(sent);
    }

    /// What is wrong with one field.
    sealed interface Problem {
        record Refused(Scale.Read read) implements Problem {}

        record Unusual() implements Problem {}

        record PainAlone() implements Problem {}
    }

    /// What is wrong with the form for something that has no row.
    enum AddProblem {
        NO_CODE,
        NO_SIDE,
        SIDE,
        NOTHING
    }

    /// Reads the form.
    ///
    /// @param scales what can be said of a thing; empty when there is no such thing
    /// @param stands whether a value with its pain stands already, so that it is no news
    TypedMeasures read(Scales scales, Stands stands) {
        for (var field : List.copyOf(sent.keySet())) {
            if (field.startsWith(FIELD)) {
                var what = Measured.of(field.substring(FIELD.length())).orElseThrow(NotFound::new);
                var scale = scales.of(what).orElseThrow(NotFound::new);
                read(what, scale, typed(what), stands);
            }
        }
        if (sent.containsKey("add.kind")) {
            readAdded(scales, stands);
        }
        return this;
    }

    /// What can be said of a thing.
    interface Scales {
        Optional<Scale> of(Measured what);
    }

    /// Whether something was said already.
    interface Stands {
        boolean already(Measured what, Scale.Read.Given given, boolean painful);
    }

    private void read(Measured what, Scale scale, List<String> typed, Stands stands) {
        var hurts = painful(what);
        switch (scale.read(typed)) {
            case Scale.Read.Blank() -> {
                if (hurts) {
                    problems.put(what, new Problem.PainAlone());
                }
            }
            case Scale.Read.Given given -> {
                if (stands.already(what, given, hurts)) {
                    return;
                }
                if (given.unusual() && !sure(what).equals(String.join(";", typed))) {
                    problems.put(what, new Problem.Unusual());
                    return;
                }
                var with = what.kind() == Kind.RANGE ? instrument() : null;
                instrumentMissing |= what.kind() == Kind.RANGE && with == null;
                taken.add(new Taken(what, given.value(), with, hurts));
            }
            case Scale.Read refused -> problems.put(what, new Problem.Refused(refused));
        }
    }

    private void readAdded(Scales scales, Stands stands) {
        var kind = Kind.of(first("add.kind")).orElseThrow(NotFound::new);
        var manner = Manner.of(first("add.manner")).orElseThrow(NotFound::new);
        var typed = sent.getOrDefault("add", List.of());
        if (typed.stream().allMatch(String::isBlank)) {
            if (!first("add.code").isEmpty() && !first("add.side").isEmpty()) {
                addProblems.add(AddProblem.NOTHING);
            }
            return;
        }
        if (first("add.code").isEmpty()) {
            addProblems.add(AddProblem.NO_CODE);
            return;
        }
        var what = added(kind, manner);
        var scale = scales.of(what);
        if (scale.isPresent()) {
            moveToItsRow(what, typed);
            read(what, scale.get(), typed, stands);
        } else if (scales.of(new Measured(kind, what.code(), other(what.side()), manner))
                .isPresent()) {
            addProblems.add(what.side() == Laterality.M ? AddProblem.NO_SIDE : AddProblem.SIDE);
        } else {
            throw new NotFound();
        }
    }

    /// From here on it is a field like all others: should it be wrong, it is shown in a row of its own.
    private void moveToItsRow(Measured what, List<String> typed) {
        sent.put(FIELD + what.key(), typed);
        List.of("add", "add.code", "add.side").forEach(sent::remove);
    }

    private Measured added(Kind kind, Manner manner) {
        var side = switch (first("add.side")) {
            case "L" -> Laterality.L;
            case "R" -> Laterality.R;
            default -> Laterality.M;
        };
        return new Measured(kind, first("add.code"), side, manner);
    }

    private static Laterality other(Laterality side) {
        return side == Laterality.M ? Laterality.R : Laterality.M;
    }

    /// What can be kept.
    List<Taken> taken() {
        return List.copyOf(taken);
    }

    /// What is wrong with each field.
    Map<Measured, Problem> problems() {
        return Map.copyOf(problems);
    }

    Set<AddProblem> addProblems() {
        return Set.copyOf(addProblems);
    }

    boolean instrumentMissing() {
        return instrumentMissing;
    }

    boolean wrong() {
        return instrumentMissing || !problems.isEmpty() || !addProblems.isEmpty();
    }

    boolean has(Measured what) {
        return sent.containsKey(FIELD + what.key());
    }

    /// As it was typed; what was added stands in its own row when it is asked about.
    List<String> typed(Measured what) {
        return sent.getOrDefault(FIELD + what.key(), List.of()).stream()
                .filter(Objects::nonNull)
                .map(String::strip)
                .toList();
    }

    boolean painful(Measured what) {
        return sent.containsKey("pain." + what.key());
    }

    private String sure(Measured what) {
        return first("sure." + what.key());
    }

    @Nullable
    Instrument instrument() {
        return Instrument.of(first("instrument")).orElse(null);
    }

    /// The first value of a field; empty when it was not sent.
    String first(String field) {
        var value = sent.getFirst(field);
        return value == null ? "" : value.strip();
    }

    List<String> all(String field) {
        return sent.getOrDefault(field, List.of());
    }
}
