package org.needlepoint.scheduling;

import org.needlepoint.shared.PracticeEvent;
import org.needlepoint.shared.PracticeId;

/// A cancelled visit was booked again as it was.
///
/// @param version the appointment's version that the act made: tells a repetition from a second act
public record AppointmentRestored(PracticeId practice, AppointmentId appointment, int version)
        implements PracticeEvent {}
