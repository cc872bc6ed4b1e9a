package org.needlepoint.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.needlepoint.documents.Block;
import org.needlepoint.documents.Document;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// Writes what a patient signs: shown as it is kept.
@Component
class ConsentDocuments {
    private final Lessons lessons;
    private final Figures figures;
    private final MessageSource messages;

    ConsentDocuments(Lessons lessons, Figures figures, MessageSource messages) {
        this.lessons = lessons;
        this.figures = figures;
        this.messages = messages;
    }

    /// The text alone, as it is printed to be signed on paper.
    Document text(ConsentTo to, Locale locale) {
        return new Document(to.document(), locale.getLanguage(), title(to, locale), blocks(to, locale));
    }

    private String title(ConsentTo to, Locale locale) {
        return say("intake." + to.document() + ".document", locale);
    }

    private List<Block> blocks(ConsentTo to, Locale locale) {
        var blocks = new ArrayList<Block>();
        for (var lesson : lessons.of(to.signed())) {
            blocks.add(new Block.Heading(lesson.title().in(locale)));
            blocks.add(new Block.Bullets(lesson.points().stream()
                    .map(point -> point.text().in(locale))
                    .toList()));
        }
        counted(to, blocks, locale);
        return blocks;
    }

    /// @param minor the patient's name, where a guardian signs; null otherwise
    Document write(String practiceName, String edition, ConsentScope scope, @Nullable String minor, Locale locale) {
        var blocks = blocks(scope.to(), locale);
        var facts = new ArrayList<Block.Fact>();
        facts.add(new Block.Fact(say("intake.consent.areas", locale), areas(scope.areasInOrder(), locale)));
        facts.add(new Block.Fact(
                say("intake.consent.techniques", locale), techniques(scope.techniquesInOrder(), locale)));
        var left = leftOut(scope, locale);
        if (!left.isEmpty()) {
            facts.add(new Block.Fact(say("intake.consent.notAgreed", locale), left));
        }
        if (minor != null) {
            facts.add(new Block.Fact(say("intake.consent.forMinor", locale), minor));
        }
        facts.add(new Block.Fact(say("intake.consent.practice", locale), practiceName));
        facts.add(new Block.Fact(say("intake.consent.edition", locale), edition));
        facts.add(new Block.Fact(
                say("intake.consent.record", locale),
                ConsentScope.record(scope.regions(), scope.techniques(), scope.refusedRegions())));
        blocks.add(new Block.Facts(facts));
        return new Document(scope.to().document(), locale.getLanguage(), title(scope.to(), locale), blocks);
    }

    /// Whether a document was signed for exactly these regions and techniques.
    static boolean says(Document document, Consent.Signed signed) {
        var record = ConsentScope.record(signed.regions(), signed.techniques(), signed.refused());
        return Arrays.stream(ConsentTo.values())
                        .filter(to -> document.kind().equals(to.document()))
                        .anyMatch(to -> to.isOnlyFor(signed.techniques()))
                && document.blocks().stream()
                        .anyMatch(block -> block instanceof Block.Facts(var facts)
                                && facts.stream().anyMatch(fact -> fact.value().equals(record)));
    }

    /// The risks in the figures of this edition, each with where it was counted.
    private void counted(ConsentTo to, List<Block> blocks, Locale locale) {
        var all =
                to.counted().stream().flatMap(part -> lessons.of(part).stream()).toList();
        var lines = all.stream()
                .flatMap(lesson -> figures.of(lesson, locale).stream())
                .map(line -> new Block.Fact(line.what(), line.often()))
                .toList();
        if (!lines.isEmpty()) {
            blocks.add(new Block.Heading(say("intake.consent.counted", locale)));
            blocks.add(new Block.Facts(lines));
            blocks.add(new Block.Bullets(figures.sources(all)));
        }
    }

    private String leftOut(ConsentScope scope, Locale locale) {
        var not = scope.to().techniques().stream()
                .filter(technique -> !scope.techniques().contains(technique))
                .toList();
        return joined(Stream.of(areas(scope.refusedInOrder(), locale), techniques(not, locale))
                .filter(words -> !words.isEmpty())
                .toList());
    }

    private String areas(List<BodyArea> areas, Locale locale) {
        return joined(areas.stream()
                .map(area -> say("intake.area." + area.code(), locale))
                .toList());
    }

    private String techniques(List<Technique> techniques, Locale locale) {
        return joined(techniques.stream()
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
