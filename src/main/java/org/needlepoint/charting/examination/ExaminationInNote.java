package org.needlepoint.charting.examination;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.needlepoint.charting.NotePart;
import org.needlepoint.patients.PatientId;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.shared.Laterality;
import org.needlepoint.shared.PracticeId;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// What the note says of the examination: each muscle with what was looked for and what of it was found.
@Component
class ExaminationInNote implements NotePart {
    private final Findings findings;
    private final TargetWords words;
    private final MessageSource messages;

    ExaminationInNote(Findings findings, TargetWords words, MessageSource messages) {
        this.findings = findings;
        this.words = words;
        this.messages = messages;
    }

    private record Place(
            String muscle, Laterality side, @Nullable String point) {}

    @Override
    public int order() {
        return 20;
    }

    @Override
    public Optional<Section> section(PracticeId practice, AppointmentId visit, PatientId chart, Locale locale) {
        var muscles = new LinkedHashMap<Place, List<String>>();
        for (var finding : new Examination(findings.of(practice, visit)).standing()) {
            muscles.computeIfAbsent(
                            new Place(finding.muscle(), finding.side(), finding.point()), _ -> new ArrayList<>())
                    .add(say(finding, locale));
        }
        if (muscles.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Section(
                Heading.OBJECTIVE,
                muscles.entrySet().stream()
                        .map(each -> "- "
                                + words.label(
                                        each.getKey().muscle(),
                                        each.getKey().side(),
                                        each.getKey().point(),
                                        locale)
                                + ": " + String.join(", ", each.getValue()))
                        .collect(Collectors.joining(
                                "\n", messages.getMessage("examination.note.found", null, locale) + "\n", ""))));
    }

    private String say(Finding finding, Locale locale) {
        var said = messages.getMessage(
                "examination.note." + finding.sign().word() + "."
                        + finding.outcome().word(),
                null,
                locale);
        return finding.zones().isEmpty() ? said : said + " (" + words.places(finding.zones(), locale) + ")";
    }
}
