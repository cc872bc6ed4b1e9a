package org.needlepoint.frontdoor.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.needlepoint.anatomy.OutlineZones;
import org.needlepoint.anatomy.OutlineZones.Reading;
import org.needlepoint.anatomy.PainJson;
import org.needlepoint.anatomy.PainReading.FieldError;
import org.needlepoint.anatomy.PainRequest.Mark;
import org.needlepoint.anatomy.PainRequest.Outline;
import org.needlepoint.frontdoor.PainReports;
import org.needlepoint.frontdoor.PainStory;
import org.needlepoint.frontdoor.PainStory.Painted;
import org.needlepoint.patients.DemographicsForm;
import org.needlepoint.scheduling.PainReport;
import org.needlepoint.web.FieldProblem;
import tools.jackson.databind.JsonNode;

/// Reads fields of a request one by one, and collects every fault, so that all are named in one answer.
final class BookingBody {
    private final JsonNode body;
    private final ApiWords words;
    private final List<FieldProblem> problems = new ArrayList<>();

    BookingBody(JsonNode body, ApiWords words) {
        this.body = body;
        this.words = words;
    }

    List<FieldProblem> problems() {
        return List.copyOf(problems);
    }

    boolean isSound() {
        return problems.isEmpty();
    }

    void fault(String field, String key, Object... arguments) {
        problems.add(new FieldProblem(field, words.say(key, arguments)));
    }

    /// An id, or all zeros (which nobody has) when it is none; `unknown` says so.
    UUID id(String field, String unknown) {
        var text = text(body, field, field);
        if (text == null) {
            return NONE;
        }
        var id = uuid(text);
        if (id.isEmpty()) {
            fault(field, unknown);
        }
        return id.orElse(NONE);
    }

    static final UUID NONE = new UUID(0, 0);

    /// The id that a text is; empty for anything but the usual form of 36 characters.
    static Optional<UUID> uuid(String text) {
        try {
            return text.length() == 36 ? Optional.of(UUID.fromString(text)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    Instant time(String field) {
        var text = text(body, field, field);
        if (text == null) {
            return Instant.EPOCH;
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            fault(field, "booking.flaw.not-a-time");
            return Instant.EPOCH;
        }
    }

    /// The patient's form, with texts that are none named as faults.
    DemographicsForm patient() {
        var patient = body.get("patient");
        if (patient == null || patient.isNull()) {
            fault("patient", "booking.flaw.missing");
            return new DemographicsForm(null, null, null, null);
        }
        if (!patient.isObject()) {
            fault("patient", "booking.flaw.not-an-object");
            return new DemographicsForm(null, null, null, null);
        }
        return new DemographicsForm(
                optionalText(patient, "name"),
                optionalText(patient, "birthDate"),
                optionalText(patient, "phone"),
                optionalText(patient, "email"));
    }

    private @Nullable String optionalText(JsonNode patient, String field) {
        var node = patient.get(field);
        if (node == null || node.isNull()) {
            return null;
        }
        if (!node.isString()) {
            fault("patient." + field, "booking.flaw.not-text");
            return null;
        }
        return node.asString();
    }

    /// What was marked and painted; nothing when the request has no `pain`, or neither marks nor outlines in it.
    PainReport pain(PainJson json, OutlineZones zones) {
        var pain = body.get("pain");
        if (pain == null || pain.isNull()) {
            return PainReport.NONE;
        }
        if (!pain.isObject()) {
            fault("pain", "booking.flaw.not-an-object");
            return PainReport.NONE;
        }
        var errors = new ArrayList<FieldError>();
        var outlines = json.readOutlines(pain.get("outlines"), "pain.outlines", errors);
        var marks = isMissing(pain.get("marks"))
                ? List.<Mark>of()
                : json.readMarks(pain.get("marks"), "pain.marks", errors);
        errors.forEach(error -> problems.add(new FieldProblem(error.field(), error.message())));
        var story = new PainStory(marks, painted(outlines, zones), Map.of());
        return PainReports.of(story, Optional.empty(), zones.version());
    }

    private static boolean isMissing(@Nullable JsonNode marks) {
        return marks == null || marks.isNull() || (marks.isArray() && marks.isEmpty());
    }

    private List<Painted> painted(List<Outline> outlines, OutlineZones zones) {
        var painted = new ArrayList<Painted>();
        for (var outline : outlines) {
            var here = "pain.outlines[" + painted.size() + "]";
            painted.add(
                    switch (zones.read(outline)) {
                        case Reading.Covered(var covered) -> new Painted(outline, covered);
                        case Reading.OffTheBody() -> {
                            fault(here + ".points", "booking.flaw.off-the-body");
                            yield new Painted(outline, List.of());
                        }
                        case Reading.UnknownView() -> {
                            fault(here + ".view", "booking.flaw.unknown-view");
                            yield new Painted(outline, List.of());
                        }
                    });
        }
        return painted;
    }

    private @Nullable String text(JsonNode object, String name, String field) {
        var node = object.get(name);
        if (node == null || node.isNull() || (node.isString() && node.asString().isBlank())) {
            fault(field, "booking.flaw.missing");
            return null;
        }
        if (!node.isString()) {
            fault(field, "booking.flaw.not-text");
            return null;
        }
        return node.asString();
    }

    /// The date that a text is; empty for anything but four digits of year, two of month and two of day.
    static Optional<LocalDate> date(String text) {
        try {
            return text.length() == 10 ? Optional.of(LocalDate.parse(text)) : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
