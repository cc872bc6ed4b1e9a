package org.needlepoint.aftercare;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.needlepoint.anatomy.Knowledge;
import org.needlepoint.charting.NotePart;
import org.needlepoint.patients.PatientId;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.shared.PracticeId;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// What the note says of aftercare: the advice given, and how often the patient is asked.
@Component
class AftercareInNote implements NotePart {
    private final Plans plans;
    private final CheckIns checkIns;
    private final Protocols protocols;
    private final Knowledge knowledge;
    private final MessageSource messages;

    AftercareInNote(Plans plans, CheckIns checkIns, Protocols protocols, Knowledge knowledge, MessageSource messages) {
        this.plans = plans;
        this.checkIns = checkIns;
        this.protocols = protocols;
        this.knowledge = knowledge;
        this.messages = messages;
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    public Optional<Section> section(PracticeId practice, AppointmentId visit, PatientId chart, Locale locale) {
        return plans.ofVisit(practice, visit.value())
                .map(plan -> new Section(Heading.PLAN, text(practice, plan, locale)));
    }

    private String text(PracticeId practice, Plan plan, Locale locale) {
        var asked = messages.getMessage(
                "aftercare.note.asked",
                new Object[] {checkIns.of(practice, plan.id()).size()},
                locale);
        return protocols.of(practice).advice(knowledge.aftercare()).stream()
                .map(advice -> "- " + advice.text().in(locale))
                .collect(Collectors.joining(
                        "\n", messages.getMessage("aftercare.note.given", null, locale) + "\n", "\n" + asked));
    }
}
