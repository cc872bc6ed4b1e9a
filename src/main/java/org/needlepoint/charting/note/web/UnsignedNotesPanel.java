package org.needlepoint.charting.note.web;

import java.util.List;
import java.util.Map;
import org.needlepoint.charting.note.UnsignedNotes;
import org.needlepoint.shared.PracticeId;
import org.needlepoint.web.TodayPanel;
import org.springframework.stereotype.Component;

/// Notes that wait for a signature.
@Component
class UnsignedNotesPanel implements TodayPanel {
    private final UnsignedNotes notes;

    UnsignedNotesPanel(UnsignedNotes notes) {
        this.notes = notes;
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public String template() {
        return "charting/note-panel :: unsigned";
    }

    @Override
    public Map<String, Object> model(PracticeId practice) {
        List<UnsignedNotes.Unsigned> unsigned = notes.list(practice);
        return Map.of("unsignedNotes", unsigned);
    }
}
