package org.needlepoint.charting.examination;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.needlepoint.charting.NotePart;
import org.needlepoint.patients.PatientId;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.shared.PracticeId;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// What the note says of the targets: each with its reason, in the practitioner's order.
@Component
class TargetsInNote implements NotePart {
    private final Targets targets;
    private final TargetWords words;
    private final MessageSource messages;

    TargetsInNote(Targets targets, TargetWords words, MessageSource messages) {
        this.targets = targets;
        this.words = words;
        this.messages = messages;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Optional<Section> section(PracticeId practice, AppointmentId visit, PatientId chart, Locale locale) {
        var standing = targets.of(practice, visit);
        if (standing.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Section(
                Heading.ASSESSMENT,
                standing.stream()
                        .map(target ->
                                "- " + words.label(target, locale) + ": " + words.because(target.because(), locale))
                        .collect(Collectors.joining(
                                "\n", messages.getMessage("target.note.title", null, locale) + "\n", ""))));
    }
}
