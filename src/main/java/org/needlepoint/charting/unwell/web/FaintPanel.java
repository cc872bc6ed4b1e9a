package org.needlepoint.charting.unwell.web;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.needlepoint.charting.ledger.LedgerEvent.Emergency;
import org.needlepoint.charting.ledger.LedgerEvent.FeltFaint;
import org.needlepoint.charting.needling.SessionPanel;
import org.needlepoint.charting.needling.SessionView;
import org.needlepoint.charting.unwell.LookAfter;
import org.needlepoint.charting.unwell.Measured;
import org.needlepoint.charting.unwell.VitalSigns;
import org.needlepoint.practice.Practice;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/// The call bell, and what is measured after somebody felt faint (rule C8), on the page of a session.
@Component
class FaintPanel implements SessionPanel {
    private final LookAfter lookAfter;
    private final MessageSource messages;

    FaintPanel(LookAfter lookAfter, MessageSource messages) {
        this.lookAfter = lookAfter;
        this.messages = messages;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public String template() {
        return "charting/faint-panel :: faint";
    }

    @Override
    public Map<String, Object> model(Practice practice, SessionView session) {
        var locale = LocaleContextHolder.getLocale();
        var model = new HashMap<String, Object>();
        model.put("bellGiven", lookAfter.bell(practice.id(), session.id()).isPresent());
        model.put(
                "feltFaint",
                session.entries().stream()
                        .anyMatch(it -> it.event() instanceof FeltFaint || it.event() instanceof Emergency));
        model.put("positions", Measured.Position.values());
        model.put(
                "measured",
                lookAfter.measured(practice.id(), session.id()).stream()
                        .map(it -> line(it, practice.zone(), locale))
                        .toList());
        return model;
    }

    /// "10:12 AM: legs raised, 100/60 mmHg, pulse 58".
    private String line(VitalSigns signs, ZoneId zone, Locale locale) {
        var measured = signs.measured();
        var words = new ArrayList<>(
                List.of(say("unwell.note.position." + measured.position().code(), locale)));
        var systolic = measured.systolic();
        var diastolic = measured.diastolic();
        var pulse = measured.pulse();
        if (systolic != null && diastolic != null) {
            words.add(say("unwell.note.pressure", locale, systolic, diastolic));
        }
        if (pulse != null) {
            words.add(say("unwell.note.pulse", locale, pulse));
        }
        var time = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(locale)
                .format(signs.at().atZone(zone));
        return time + ": " + String.join(", ", words);
    }

    private String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
