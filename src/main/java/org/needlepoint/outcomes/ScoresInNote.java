package org.needlepoint.outcomes;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.needlepoint.charting.NotePart;
import org.needlepoint.patients.PatientId;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.shared.PracticeId;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// What the note says of the pain before and after a visit.
@Component
class ScoresInNote implements NotePart {
    private final Scores scores;
    private final MessageSource messages;

    ScoresInNote(Scores scores, MessageSource messages) {
        this.scores = scores;
        this.messages = messages;
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    public Optional<Section> section(PracticeId practice, AppointmentId visit, PatientId chart, Locale locale) {
        var course = scores.ofVisit(practice, chart, visit.value());
        var sentences = new ArrayList<String>();
        for (var moment : List.of(Moment.BEFORE, Moment.AFTER)) {
            for (var kind : Kind.values()) {
                value(course, visit.value(), moment, kind)
                        .ifPresent(nprs -> sentences.add(messages.getMessage(
                                "outcomes.note." + moment.code() + "." + kind.code(), new Object[] {nprs}, locale)));
            }
        }
        return sentences.isEmpty()
                ? Optional.empty()
                : Optional.of(new Section(Heading.OBJECTIVE, String.join(" ", sentences)));
    }

    private static Optional<Integer> value(Course course, UUID visit, Moment moment, Kind kind) {
        return course.of(visit, moment).map(occasion -> occasion.value(kind));
    }
}
