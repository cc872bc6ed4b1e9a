package org.needlepoint.charting.note.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.needlepoint.charting.NotePart.Heading;
import org.needlepoint.charting.note.Ending;
import org.needlepoint.charting.note.NoteDraft;
import org.needlepoint.charting.note.NoteStyle;
import org.needlepoint.charting.note.Passage;
import org.needlepoint.charting.note.VisitNotes.Decision;
import org.springframework.util.MultiValueMap;

/// A note's form as it was sent.
record NoteForm(MultiValueMap<String, String> sent) {
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
        return mistakes;
    }

    /// The draft; fields that are wrong are as if left empty.
    NoteDraft draft() {
        var passages = new EnumMap<Heading, Passage>(Heading.class);
        for (var heading : Heading.values()) {
            passages.put(heading, new Passage(text(heading), first("basis-" + word(heading))));
        }
        return new NoteDraft(
                "es".equals(first("language")) ? Locale.of("es") : Locale.ENGLISH,
                style(),
                passages,
                ending(),
                version());
    }

    /// As the page showed it, unless the button of another style was pressed.
    private NoteStyle style() {
        var pressed = first("as");
        return NoteStyle.of(pressed.isEmpty() ? first("style") : pressed);
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
