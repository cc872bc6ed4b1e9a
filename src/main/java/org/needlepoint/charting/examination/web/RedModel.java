package org.needlepoint.charting.examination.web;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.needlepoint.anatomy.Knowledge;
import org.needlepoint.anatomy.RedFlagLevel;
import org.needlepoint.anatomy.RedFlagQuestion;
import org.needlepoint.anatomy.Source;
import org.needlepoint.charting.examination.web.ExamineView.Red;
import org.needlepoint.charting.measures.MeasureWords;
import org.needlepoint.charting.measures.RedSigns;
import org.needlepoint.charting.measures.VisitMeasures;
import org.springframework.stereotype.Component;

/// Red signs with what to do and how soon, as the knowledge says it and with its sources (rule C2).
@Component
class RedModel {
    private final Knowledge knowledge;
    private final MeasureWords words;
    private final Tell tell;

    RedModel(Knowledge knowledge, MeasureWords words, Tell tell) {
        this.knowledge = knowledge;
        this.words = words;
        this.tell = tell;
    }

    List<Red> red(VisitMeasures measures, Locale locale) {
        return RedSigns.of(measures).stream()
                .flatMap(signs -> knowledge.redFlagQuestion(signs.question()).stream()
                        .map(question -> red(signs, question, locale)))
                .toList();
    }

    private Red red(RedSigns signs, RedFlagQuestion question, Locale locale) {
        var found = signs.signs().stream()
                .map(sign -> words.full(sign.what(), locale) + ": " + words.said(sign, locale))
                .collect(Collectors.joining("; "));
        return new Red(
                tell.it("examine.red.level." + question.level().word(), locale),
                question.instruction().in(locale),
                tell.it("examine.red.found", locale, found),
                String.join("; ", question.suspects()),
                question.sources().stream()
                        .map(id -> knowledge.source(id).map(Source::citation).orElse(id))
                        .toList(),
                question.level() == RedFlagLevel.EMERGENCY);
    }
}
