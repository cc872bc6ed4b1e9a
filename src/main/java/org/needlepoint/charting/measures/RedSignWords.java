package org.needlepoint.charting.measures;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.needlepoint.anatomy.Knowledge;
import org.needlepoint.anatomy.RedFlagQuestion;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// Red signs in words: what was found, and what to do and how soon, as the knowledge says it (rule C2).
@Component
public class RedSignWords {
    private final Knowledge knowledge;
    private final MeasureWords words;
    private final MessageSource messages;

    RedSignWords(Knowledge knowledge, MeasureWords words, MessageSource messages) {
        this.knowledge = knowledge;
        this.words = words;
        this.messages = messages;
    }

    /// Signs of one question.
    ///
    /// @param level how soon: "Physician today"
    /// @param found "Found: Myotome C7, right: 3."
    public record Said(RedFlagQuestion question, String level, String instruction, String found) {
        /// All of it in one line.
        public String line() {
            return level + ". " + instruction + " " + found;
        }
    }

    /// The same signs in the same order; without those whose question the knowledge does not have.
    public List<Said> say(List<RedSigns> red, Locale locale) {
        return red.stream()
                .flatMap(signs -> knowledge.redFlagQuestion(signs.question()).stream()
                        .map(question -> said(signs, question, locale)))
                .toList();
    }

    private Said said(RedSigns signs, RedFlagQuestion question, Locale locale) {
        var found = signs.signs().stream()
                .map(sign -> words.full(sign.what(), locale) + ": " + words.said(sign, locale))
                .collect(Collectors.joining("; "));
        return new Said(
                question,
                messages.getMessage("examine.red.level." + question.level().word(), null, locale),
                question.instruction().in(locale),
                messages.getMessage("examine.red.found", new Object[] {found}, locale));
    }
}
