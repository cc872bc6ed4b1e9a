package org.needlepoint.charting.examination;

import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import org.needlepoint.charting.NotePart;
import org.needlepoint.charting.measures.MeasureWords;
import org.needlepoint.charting.measures.Measures;
import org.needlepoint.charting.measures.Moment;
import org.needlepoint.patients.PatientId;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.shared.PracticeId;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// What the note says of measures: each with its unit and instrument, and with the difference after treatment.
@Component
class MeasuresInNote implements NotePart {
    private final Measures measures;
    private final MeasureWords words;
    private final MessageSource messages;

    MeasuresInNote(Measures measures, MeasureWords words, MessageSource messages) {
        this.measures = measures;
        this.words = words;
        this.messages = messages;
    }

    @Override
    public int order() {
        return 21;
    }

    @Override
    public Optional<Section> section(PracticeId practice, AppointmentId visit, PatientId chart, Locale locale) {
        var measured = measures.of(practice, visit);
        var lines = new ArrayList<String>();
        for (var measure : measured.standing()) {
            if (measure.moment() == Moment.BEFORE) {
                var after = measured.standing(measure.what(), Moment.AFTER).orElse(null);
                lines.add(line(words.full(measure.what(), locale), words.inNote(measured, measure, after, locale)));
            } else if (measured.standing(measure.what(), Moment.BEFORE).isEmpty()) {
                lines.add(line(
                        words.full(measure.what(), locale),
                        messages.getMessage("measure.note.after", new Object[] {words.said(measure, locale)}, locale)));
            }
        }
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(new Section(
                        Heading.OBJECTIVE,
                        messages.getMessage("measure.note.title", null, locale) + "\n" + String.join("\n", lines)));
    }

    private static String line(String what, String said) {
        return "- " + what + ": " + said;
    }
}
