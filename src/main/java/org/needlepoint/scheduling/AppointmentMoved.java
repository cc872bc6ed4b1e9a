package org.needlepoint.scheduling;

import org.needlepoint.shared.PracticeEvent;
import org.needlepoint.shared.PracticeId;

/// A visit was moved to another time, practitioner or location.
///
/// @param version the appointment's version that the act made: tells a repetition from a second act
public record AppointmentMoved(PracticeId practice, AppointmentId appointment, int version) implements PracticeEvent {}
