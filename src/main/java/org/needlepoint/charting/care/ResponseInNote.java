package org.needlepoint.charting.care;

import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import org.needlepoint.charting.NotePart;
import org.needlepoint.patients.PatientId;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.shared.PracticeId;
import org.springframework.stereotype.Component;

/// What the note says of how the patient took it.
@Component
class ResponseInNote implements NotePart {
    private final CareEntries entries;
    private final CareWords say;

    ResponseInNote(CareEntries entries, CareWords say) {
        this.entries = entries;
        this.say = say;
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public Optional<Section> section(PracticeId practice, AppointmentId visit, PatientId chart, Locale locale) {
        var care = entries.ofVisit(practice, visit);
        var words = say.in(practice, locale);
        var lines = new ArrayList<String>();
        care.response()
                .ifPresent(response ->
                        lines.add(words.say("care.note.response", words.list(say.response(response, words)))));
        care.reactions().forEach(reacted -> lines.add(words.say("care.note.reaction", say.reaction(reacted, words))));
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(new Section(Heading.ASSESSMENT, String.join("\n", lines)));
    }
}
