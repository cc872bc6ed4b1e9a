package org.needlepoint.charting.examination.web;

import java.util.List;
import java.util.Locale;
import org.needlepoint.anatomy.Knowledge;
import org.needlepoint.anatomy.RedFlagLevel;
import org.needlepoint.anatomy.Source;
import org.needlepoint.charting.examination.web.ExamineView.Red;
import org.needlepoint.charting.measures.RedSignWords;
import org.needlepoint.charting.measures.RedSigns;
import org.needlepoint.charting.measures.VisitMeasures;
import org.springframework.stereotype.Component;

/// Red signs with what to do and how soon, as the knowledge says it and with its sources (rule C2).
@Component
class RedModel {
    private final Knowledge knowledge;
    private final RedSignWords words;

    RedModel(Knowledge knowledge, RedSignWords words) {
        this.knowledge = knowledge;
        this.words = words;
    }

    List<Red> red(VisitMeasures measures, Locale locale) {
        return words.say(RedSigns.of(measures), locale).stream().map(this::red).toList();
    }

    private Red red(RedSignWords.Said said) {
        var question = said.question();
        return new Red(
                said.level(),
                said.instruction(),
                said.found(),
                String.join("; ", question.suspects()),
                question.sources().stream()
                        .map(id -> knowledge.source(id).map(Source::citation).orElse(id))
                        .toList(),
                question.level() == RedFlagLevel.EMERGENCY);
    }
}
