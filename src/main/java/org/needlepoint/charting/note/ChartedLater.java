package org.needlepoint.charting.note;

import java.time.Instant;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.shared.PracticeId;

/// Says whether the chart of a visit was added to after its note was signed: then somebody says in an addendum what it
/// means.
@FunctionalInterface
public interface ChartedLater {
    boolean since(PracticeId practice, AppointmentId visit, Instant signed);
}
