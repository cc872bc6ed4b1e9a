package org.needlepoint.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.needlepoint.anatomy.Lesson;
import org.needlepoint.documents.Block;
import org.needlepoint.documents.Document;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// Writes what a patient signs: shown as it is kept.
@Component
class ConsentDocuments {
    static final String KIND = "consent";

    private final Lessons lessons;
    private final MessageSource messages;

    ConsentDocuments(Lessons lessons, MessageSource messages) {
        this.lessons = lessons;
        this.messages = messages;
    }

    Document write(String practiceName, String edition, ConsentScope scope, Locale locale) {
        var blocks = new ArrayList<Block>();
        for (var lesson : lessons.of(Lesson.Part.CONSENT)) {
            blocks.add(new Block.Heading(lesson.title().in(locale)));
            blocks.add(new Block.Bullets(lesson.points().stream()
                    .map(point -> point.text().in(locale))
                    .toList()));
        }
        blocks.add(new Block.Facts(List.of(
                new Block.Fact(say("intake.consent.areas", locale), areas(scope, locale)),
                new Block.Fact(say("intake.consent.techniques", locale), techniques(scope, locale)),
                new Block.Fact(say("intake.consent.practice", locale), practiceName),
                new Block.Fact(say("intake.consent.edition", locale), edition),
                new Block.Fact(
                        say("intake.consent.record", locale),
                        ConsentScope.record(scope.regions(), scope.techniques())))));
        return new Document(KIND, locale.getLanguage(), say("intake.consent.document", locale), blocks);
    }

    /// Whether a document was signed for exactly these regions and techniques.
    static boolean says(Document document, Set<String> regions, Set<Technique> techniques) {
        var record = ConsentScope.record(regions, techniques);
        return document.kind().equals(KIND)
                && document.blocks().stream()
                        .anyMatch(block -> block instanceof Block.Facts(var facts)
                                && facts.stream().anyMatch(fact -> fact.value().equals(record)));
    }

    private String areas(ConsentScope scope, Locale locale) {
        return joined(scope.areasInOrder().stream()
                .map(area -> say("intake.area." + area.code(), locale))
                .toList());
    }

    private String techniques(ConsentScope scope, Locale locale) {
        return joined(scope.techniquesInOrder().stream()
                .map(technique -> say("intake.technique." + technique.code(), locale))
                .toList());
    }

    private static String joined(List<String> words) {
        return String.join(", ", words);
    }

    private String say(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
