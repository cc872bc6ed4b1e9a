package org.needlepoint.charting.room.web;

import java.util.Map;
import org.needlepoint.charting.needling.SessionPanel;
import org.needlepoint.charting.needling.SessionView;
import org.needlepoint.charting.room.AskChaperone;
import org.needlepoint.charting.room.KeepRoom;
import org.needlepoint.practice.Practice;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/// Who is in the room, on the page of a session; and the question for a chaperone while it is open.
@Component
class RoomPanel implements SessionPanel {
    private final KeepRoom keepRoom;
    private final AskChaperone askChaperone;
    private final RoomWords words;

    RoomPanel(KeepRoom keepRoom, AskChaperone askChaperone, RoomWords words) {
        this.keepRoom = keepRoom;
        this.askChaperone = askChaperone;
        this.words = words;
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public String template() {
        return "charting/room-panel :: room";
    }

    @Override
    public Map<String, Object> model(Practice practice, SessionView session) {
        var locale = LocaleContextHolder.getLocale();
        return Map.of(
                "roomLines",
                        words.lines(
                                practice.id(),
                                keepRoom.at(practice.id(), session.visit()).standing(),
                                null,
                                locale),
                "roomBecause",
                        words.regions(askChaperone.because(practice.id(), session.visit(), session.patient()), locale));
    }
}
