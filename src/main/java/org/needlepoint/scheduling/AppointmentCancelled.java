package org.needlepoint.scheduling;

import org.needlepoint.shared.PracticeEvent;
import org.needlepoint.shared.PracticeId;

/// A visit was cancelled.
///
/// @param version the appointment's version that the act made: tells a repetition from a second act
public record AppointmentCancelled(PracticeId practice, AppointmentId appointment, int version)
        implements PracticeEvent {}
