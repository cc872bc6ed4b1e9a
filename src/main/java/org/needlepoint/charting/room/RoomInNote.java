package org.needlepoint.charting.room;

import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import org.needlepoint.charting.NotePart;
import org.needlepoint.credentials.Practitioner;
import org.needlepoint.credentials.PractitionerId;
import org.needlepoint.credentials.Practitioners;
import org.needlepoint.patients.PatientId;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.shared.PracticeId;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// What the note says of who was in the room.
@Component
class RoomInNote implements NotePart {
    private final KeepRoom keepRoom;
    private final Practitioners practitioners;
    private final MessageSource messages;

    RoomInNote(KeepRoom keepRoom, Practitioners practitioners, MessageSource messages) {
        this.keepRoom = keepRoom;
        this.practitioners = practitioners;
        this.messages = messages;
    }

    @Override
    public int order() {
        return 5;
    }

    @Override
    public Optional<Section> section(PracticeId practice, AppointmentId visit, PatientId chart, Locale locale) {
        var sentences = new ArrayList<String>();
        for (var entry : keepRoom.at(practice, visit).told()) {
            var name = entry.name();
            var trainee = entry.trainee();
            var supervisor = entry.supervisor();
            if (trainee != null && supervisor != null) {
                sentences.add(say(said(entry), locale, name(practice, trainee), name(practice, supervisor)));
            } else {
                sentences.add(say(entry.kind().code(), locale, name == null ? "" : name));
            }
        }
        return sentences.isEmpty()
                ? Optional.empty()
                : Optional.of(new Section(Heading.TREATMENT, String.join(" ", sentences)));
    }

    private static String said(RoomEntry entry) {
        return switch (entry.answer()) {
            case null -> "supervision.unconfirmed";
            case CONFIRMED -> "supervision";
            case DECLINED -> "supervision.declined";
        };
    }

    private String name(PracticeId practice, PractitionerId id) {
        return practitioners.find(practice, id).map(Practitioner::titledName).orElse("");
    }

    private String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage("room.note." + key, arguments, locale);
    }
}
