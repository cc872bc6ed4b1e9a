package org.needlepoint.charting.medication;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.needlepoint.charting.NotePart;
import org.needlepoint.patients.PatientId;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.shared.PracticeId;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// What the note says of a medicine that was asked for.
@Component
class MedicationInNote implements NotePart {
    private final MedicationRequests requests;
    private final MessageSource messages;

    MedicationInNote(MedicationRequests requests, MessageSource messages) {
        this.requests = requests;
        this.messages = messages;
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public Optional<Section> section(PracticeId practice, AppointmentId visit, PatientId chart, Locale locale) {
        var asked = requests.ofVisit(practice, visit);
        return asked.isEmpty()
                ? Optional.empty()
                : Optional.of(new Section(
                        Heading.PLAN,
                        asked.stream().map(request -> line(request, locale)).collect(Collectors.joining("\n"))));
    }

    private String line(MedicationRequest request, Locale locale) {
        var wanted = request.wanted();
        var answer = request.answer();
        var state = answer == null ? "open" : answer.sent() ? "sent" : "declined";
        return messages.getMessage(
                "medication.note." + state,
                new Object[] {wanted.drug(), wanted.dose(), wanted.frequency(), wanted.quantity(), wanted.days()},
                locale);
    }
}
