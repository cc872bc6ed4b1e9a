package org.needlepoint.scheduling.hours;

import java.util.List;
import org.needlepoint.scheduling.Appointment;
import org.needlepoint.scheduling.Closure;
import org.needlepoint.scheduling.WorkingHours;

/// What came of a change of hours.
public sealed interface Revision {
    /// Saved.
    ///
    /// @param cancelled how many visits were cancelled with it
    /// @param listed    how many stay booked outside the hours, and on the list of those
    record Saved(int cancelled, int listed) implements Revision {}

    /// Not saved: these visits would no longer fit, and for at least one of them nobody has said what to do.
    record Undecided(List<Appointment> visits) implements Revision {}

    /// Refused: what was to be changed is not there any more.
    record Gone() implements Revision {}

    /// Refused: somebody has changed the same hours since the form was shown.
    ///
    /// @param now what the form is to carry if it is sent again all the same
    record ChangedMeanwhile(Seen now) implements Revision {}

    /// Refused: these days differ because time off was granted. It can be withdrawn; its days and hours can be changed.
    record GrantedAsTimeOff(TimeOff off) implements Revision {}

    /// Refused: this entry says something of the same hours already.
    record SaidAlready(Closure other) implements Revision {}

    /// Refused: the practitioner works elsewhere at that time.
    record Elsewhere(WorkingHours other) implements Revision {}
}
