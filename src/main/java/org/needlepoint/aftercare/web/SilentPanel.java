package org.needlepoint.aftercare.web;

import java.util.List;
import java.util.Map;
import org.needlepoint.aftercare.CheckIns;
import org.needlepoint.practice.Practices;
import org.needlepoint.shared.NotFound;
import org.needlepoint.shared.PracticeId;
import org.needlepoint.web.TodayPanel;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/// Who was asked twice after a visit and has not answered: a line each, in the morning (rule K2).
@Component
class SilentPanel implements TodayPanel {
    private final CheckIns checkIns;
    private final Practices practices;
    private final ConcernWords words;

    SilentPanel(CheckIns checkIns, Practices practices, ConcernWords words) {
        this.checkIns = checkIns;
        this.practices = practices;
        this.words = words;
    }

    /// One line.
    record Silent(ConcernWords.Person person, String visit, String since) {}

    @Override
    public int order() {
        return 5;
    }

    @Override
    public String template() {
        return "aftercare/today :: silent";
    }

    @Override
    public Map<String, Object> model(PracticeId practice) {
        var of = practices.find(practice).orElseThrow(NotFound::new);
        var locale = LocaleContextHolder.getLocale();
        List<Silent> silent = checkIns.silent(practice).stream()
                .map(each -> new Silent(
                        words.person(of, each.patient(), locale),
                        each.visit().toString(),
                        Words.of(of, locale).time(each.since())))
                .toList();
        return Map.of("silent", silent);
    }
}
