package org.needlepoint.charting.examination.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.needlepoint.charting.measures.Area;
import org.needlepoint.charting.measures.Kind;

/// What is shown of an examination at a time: a part of the body, the nerves, or what belongs to the whole body.
///
/// @param area null for the nerves and for the whole body
record Part(String id, @Nullable Area area, List<Kind> kinds) {
    private static final List<Kind> OF_AREA =
            List.of(Kind.RANGE, Kind.STRENGTH, Kind.PRESSURE_PAIN, Kind.TONE, Kind.TEST);
    static final Part NERVES =
            new Part("nerves", null, List.of(Kind.UPPER_MOTOR, Kind.REFLEX, Kind.MYOTOME, Kind.TOUCH));
    static final Part BODY = new Part("body", null, List.of(Kind.POSTURE, Kind.REACTION, Kind.ULTRASOUND));

    static Part of(Area area) {
        return new Part(area.word(), area, OF_AREA);
    }

    /// All, the nerves and the whole body last.
    static List<Part> all() {
        var all = new ArrayList<>(Arrays.stream(Area.values()).map(Part::of).toList());
        all.add(NERVES);
        all.add(BODY);
        return all;
    }

    static Optional<Part> of(String id) {
        return all().stream().filter(part -> part.id().equals(id)).findFirst();
    }

    /// Those of the complaint first.
    static List<Part> inOrder(List<Area> complaint) {
        var ordered = new LinkedHashSet<Part>();
        complaint.forEach(area -> ordered.add(of(area)));
        ordered.addAll(all());
        return List.copyOf(ordered);
    }
}
