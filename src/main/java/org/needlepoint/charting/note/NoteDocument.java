package org.needlepoint.charting.note;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.needlepoint.charting.NotePart.Heading;
import org.needlepoint.documents.Block;
import org.needlepoint.documents.Document;
import org.needlepoint.documents.SignedDocument;

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
        blocks.addAll(
                switch (writing.style()) {
                    case SOAP -> underHeadings(writing, words);
                    case PROSE -> running(head, writing, words);
                });
        return new Document(NOTE, words.locale().getLanguage(), words.say("note.document.title"), blocks);
    }

    /// What a supervisor signs of a note that somebody else wrote: the same blocks, with the writer's signature among
    /// them.
    static Document released(SignedDocument written, NoteWords words) {
        var blocks = new ArrayList<>(written.content().blocks());
        blocks.add(new Block.Facts(List.of(new Block.Fact(
                words.say("note.fact.writtenBy"),
                words.say(
                        "note.fact.writtenBy.at", written.signature().name(), words.dayAndTime(written.signedAt()))))));
        return new Document(
                NOTE, written.content().language(), written.content().title(), blocks);
    }

    private static List<Block> underHeadings(Writing writing, NoteWords words) {
        var blocks = new ArrayList<Block>();
        for (var part : writing.parts()) {
            var text = blocks(part.passage().text());
            if (part.heading() == Heading.TREATMENT) {
                text.addAll(ending(writing.ending(), words));
            }
            if (!text.isEmpty()) {
                blocks.add(new Block.Heading(heading(part.heading(), words)));
                blocks.addAll(text);
            }
        }
        return blocks;
    }

    private static List<Block> running(NoteHead head, Writing writing, NoteWords words) {
        var blocks = new ArrayList<Block>();
        blocks.add(new Block.Paragraph(words.say(
                "note.prose.seen",
                head.patient().name(),
                words.dayAndTime(head.visit().startsAt()),
                head.visit().serviceName().in(words.locale()),
                head.practitioner())));
        for (var part : writing.parts()) {
            Flow.paragraphs(part.passage().text()).forEach(text -> blocks.add(new Block.Paragraph(text)));
            if (part.heading() == Heading.TREATMENT) {
                blocks.addAll(ending(writing.ending(), words));
            }
        }
        return blocks;
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

    private static List<Block> ending(Ending ending, NoteWords words) {
        return ending == Ending.AS_PLANNED
                ? List.of()
                : List.of(new Block.Paragraph(words.say("note.prose.ending." + ending.code())));
    }
}
