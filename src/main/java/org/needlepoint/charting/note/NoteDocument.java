package org.needlepoint.charting.note;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.needlepoint.charting.NotePart.Heading;
import org.needlepoint.documents.Block;
import org.needlepoint.documents.Document;

/// Makes the document that is signed out of what was written: what is shown, kept and printed are the same blocks.
final class NoteDocument {
    static final String NOTE = "visit-note";
    static final String ADDENDUM = "note-addendum";
    private static final String BULLET = "- ";

    private NoteDocument() {}

    /// The note. A heading under which nothing stands is left out.
    static Document note(NoteHead head, Writing writing, NoteWords words) {
        var blocks = new ArrayList<Block>();
        blocks.add(facts(head, words));
        for (var part : writing.parts()) {
            var text = blocks(part.passage().text());
            if (part.heading() == Heading.TREATMENT) {
                text.addAll(besides(writing.besides(), words));
            }
            if (!text.isEmpty()) {
                blocks.add(new Block.Heading(heading(part.heading(), words)));
                blocks.addAll(text);
            }
        }
        return new Document(NOTE, words.locale().getLanguage(), words.say("note.document.title"), blocks);
    }

    /// An addendum to it.
    static Document addendum(NoteHead head, String text, NoteWords words) {
        var blocks = new ArrayList<Block>();
        blocks.add(facts(head, words));
        blocks.addAll(blocks(text));
        return new Document(ADDENDUM, words.locale().getLanguage(), words.say("note.addendum.title"), blocks);
    }

    static String heading(Heading heading, NoteWords words) {
        return words.say("note.heading." + heading.name().toLowerCase(Locale.ROOT));
    }

    private static Block facts(NoteHead head, NoteWords words) {
        return new Block.Facts(List.of(
                new Block.Fact(words.say("note.fact.patient"), head.patient().name()),
                new Block.Fact(
                        words.say("note.fact.born"),
                        words.date(head.patient().demographics().birthDate())),
                new Block.Fact(
                        words.say("note.fact.visit"),
                        words.begun(words.dayAndTime(head.visit().startsAt()))),
                new Block.Fact(
                        words.say("note.fact.service"),
                        head.visit().serviceName().in(words.locale())),
                new Block.Fact(words.say("note.fact.practitioner"), head.practitioner()),
                new Block.Fact(words.say("note.fact.place"), head.place())));
    }

    /// Lines that begin with "- " become a list, the others paragraphs; an empty line parts them.
    static List<Block> blocks(String text) {
        var blocks = new ArrayList<Block>();
        var lines = new ArrayList<String>();
        for (var line : text.split("\n", -1)) {
            if (line.isBlank() || (!lines.isEmpty() && isBullet(line) != isBullet(lines.getFirst()))) {
                close(lines, blocks);
            }
            if (!line.isBlank()) {
                lines.add(line);
            }
        }
        close(lines, blocks);
        return blocks;
    }

    private static boolean isBullet(String line) {
        return line.startsWith(BULLET);
    }

    private static void close(List<String> lines, List<Block> blocks) {
        if (lines.isEmpty()) {
            return;
        }
        blocks.add(
                isBullet(lines.getFirst())
                        ? new Block.Bullets(lines.stream()
                                .map(line -> line.substring(BULLET.length()).strip())
                                .toList())
                        : new Block.Paragraph(String.join("\n", lines)));
        lines.clear();
    }

    private static List<Block> besides(Besides besides, NoteWords words) {
        var lines = new ArrayList<String>();
        if (besides.none()) {
            lines.add(words.say("note.prose.besides.none"));
        }
        if (!besides.given().isEmpty()) {
            lines.add(words.say(
                    "note.prose.besides",
                    words.list(besides.given().stream()
                            .map(given -> given(given, words))
                            .collect(Collectors.toList()))));
        }
        if (besides.ending() != Besides.Ending.AS_PLANNED) {
            lines.add(words.say("note.prose.ending." + besides.ending().code()));
        }
        return lines.isEmpty() ? List.of() : List.of(new Block.Paragraph(String.join("\n", lines)));
    }

    private static String given(Besides.Given given, NoteWords words) {
        var what = words.say("note.prose.besides." + given.what().code());
        var minutes = given.minutes();
        return minutes == null ? what : words.say("note.prose.besides.minutes", what, minutes);
    }
}
