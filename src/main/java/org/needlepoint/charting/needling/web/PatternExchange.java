package org.needlepoint.charting.needling.web;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.needlepoint.charting.ledger.LedgerBodies;
import org.needlepoint.charting.ledger.Placement;
import org.needlepoint.charting.needling.Patterns;
import org.needlepoint.identity.SignedIn;
import org.needlepoint.practice.Practice;
import org.needlepoint.web.FieldProblem;
import org.needlepoint.web.Problems;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Keeps and drops the needles that somebody has given a name; the answer is all that are left.
@RestController
class PatternExchange {
    private static final int LONGEST = 40;

    private final Patterns patterns;
    private final Say say;
    private final LedgerBodies bodies = new LedgerBodies();

    PatternExchange(Patterns patterns, Say say) {
        this.patterns = patterns;
        this.say = say;
    }

    /// @param name 1..40 characters
    record Wish(@Nullable String name, @Nullable JsonNode placement) {}

    @PostMapping("/p/{slug}/needle-patterns")
    ResponseEntity<?> keep(Practice practice, @RequestBody Wish wish, SignedIn who, Locale locale) {
        var name = wish.name() == null ? "" : wish.name().strip();
        if (name.isEmpty() || name.length() > LONGEST) {
            return invalid("name", "charting.pattern.error", locale);
        }
        var placement = placement(wish.placement());
        if (placement == null) {
            return invalid("placement", "charting.error.size", locale);
        }
        patterns.keep(practice.id(), who.id(), name, placement, who.actor());
        return ResponseEntity.ok(left(practice, who));
    }

    /// A pattern as the chart is given it.
    record Line(UUID id, String name, @JsonRawValue String placement) {}

    @PostMapping("/p/{slug}/needle-patterns/{id}/dropped")
    List<Line> drop(Practice practice, @PathVariable UUID id, SignedIn who) {
        patterns.drop(practice.id(), who.id(), id, who.actor());
        return left(practice, who);
    }

    private @Nullable Placement placement(@Nullable JsonNode sent) {
        try {
            return sent == null ? null : bodies.readPlacement(sent.toString());
        } catch (JacksonException e) {
            return null;
        }
    }

    private ResponseEntity<?> invalid(String field, String key, Locale locale) {
        return Problems.invalid(List.of(new FieldProblem(field, say.it(key, locale))));
    }

    private List<Line> left(Practice practice, SignedIn who) {
        return patterns.of(practice.id(), who.id()).stream()
                .map(it -> new Line(it.id(), it.name(), bodies.write(it.placement())))
                .toList();
    }
}
