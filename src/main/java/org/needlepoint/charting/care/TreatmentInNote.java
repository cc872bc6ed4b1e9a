package org.needlepoint.charting.care;

import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import org.needlepoint.charting.NotePart;
import org.needlepoint.patients.PatientId;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.shared.PracticeId;
import org.springframework.stereotype.Component;

/// What the note says of other treatment, with the minutes that bills need, and of infection control.
@Component
class TreatmentInNote implements NotePart {
    private final CareEntries entries;
    private final CareWords say;

    TreatmentInNote(CareEntries entries, CareWords say) {
        this.entries = entries;
        this.say = say;
    }

    @Override
    public int order() {
        return 70;
    }

    @Override
    public Optional<Section> section(PracticeId practice, AppointmentId visit, PatientId chart, Locale locale) {
        var care = entries.ofVisit(practice, visit);
        var words = say.in(practice, locale);
        var lines = new ArrayList<String>();
        if (!care.treatments().isEmpty()) {
            lines.add(words.say("care.note.treated", care.totalMinutes()));
            care.treatments().forEach(treated -> lines.add("- " + say.treatment(treated, words) + "."));
        }
        care.hygiene().ifPresent(hygiene -> lines.add(words.say("care.note.hygiene", say.hygiene(hygiene, words))));
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(new Section(Heading.TREATMENT, String.join("\n", lines)));
    }
}
