package org.needlepoint.charting.note.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.needlepoint.charting.NotePart.Heading;
import org.needlepoint.charting.note.Besides;
import org.needlepoint.charting.note.Besides.Ending;
import org.needlepoint.charting.note.Besides.Given;
import org.needlepoint.charting.note.Besides.What;
import org.needlepoint.charting.note.NoteDraft;
import org.needlepoint.charting.note.Passage;
import org.needlepoint.charting.note.VisitNotes.Decision;
import org.springframework.util.MultiValueMap;

/// A note's form as it was sent.
record NoteForm(MultiValueMap<String, String> sent) {
    private static final String NONE = "none";

    /// What is wrong with a field.
    ///
    /// @param textKey of the message
    record Mistake(String field, String textKey) {}

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// What has to be mended before the draft is one; empty when nothing.
    List<Mistake> mistakes() {
        var mistakes = new ArrayList<Mistake>();
        for (var heading : Heading.values()) {
            if (text(heading).length() > Passage.MOST) {
                mistakes.add(new Mistake(word(heading), "note.error.long"));
            }
        }
        for (var what : What.values()) {
            if (!minutes(what).isEmpty() && readMinutes(what) == null) {
                mistakes.add(new Mistake("minutes-" + what.code(), "note.error.minutes"));
            }
        }
        if (others().contains(NONE) && others().size() > 1) {
            mistakes.add(new Mistake("other", "note.error.none"));
        }
        return mistakes;
    }

    /// The draft; fields that are wrong are as if left empty.
    NoteDraft draft() {
        var passages = new EnumMap<Heading, Passage>(Heading.class);
        for (var heading : Heading.values()) {
            passages.put(heading, new Passage(text(heading), first("basis-" + word(heading))));
        }
        var given = Arrays.stream(What.values())
                .filter(what -> others().contains(what.code()))
                .map(what -> new Given(what, readMinutes(what)))
                .toList();
        var besides = new Besides(given, given.isEmpty() && others().contains(NONE), ending());
        return new NoteDraft(
                "es".equals(first("language")) ? Locale.of("es") : Locale.ENGLISH, passages, besides, version());
    }

    /// Fingerprint of the chart that the page showed.
    String seen() {
        return first("chart");
    }

    /// Which way the writer decided, by the button pressed.
    @Nullable
    Decision decision() {
        return heading("use")
                .map(heading -> new Decision(heading, true))
                .or(() -> heading("keep").map(heading -> new Decision(heading, false)))
                .orElse(null);
    }

    String minutes(What what) {
        return first("minutes-" + what.code()).strip();
    }

    private @Nullable Integer readMinutes(What what) {
        var typed = minutes(what);
        if (!typed.matches("\\d{1,3}")) {
            return null;
        }
        int minutes = Integer.parseInt(typed);
        return minutes >= 1 && minutes <= Besides.MOST_MINUTES ? minutes : null;
    }

    private Ending ending() {
        var wanted = first("ending");
        return Arrays.stream(Ending.values())
                .filter(ending -> ending.code().equals(wanted))
                .findFirst()
                .orElse(Ending.AS_PLANNED);
    }

    private int version() {
        var version = first("version");
        return version.matches("\\d{1,9}") ? Integer.parseInt(version) : 0;
    }

    private List<String> others() {
        return Optional.ofNullable(sent.get("other")).orElse(List.of());
    }

    private Optional<Heading> heading(String button) {
        var named = first(button);
        return Arrays.stream(Heading.values())
                .filter(heading -> word(heading).equals(named))
                .findFirst();
    }

    private String text(Heading heading) {
        return first(word(heading));
    }

    private String first(String field) {
        return Optional.ofNullable(sent.getFirst(field)).orElse("");
    }
}
