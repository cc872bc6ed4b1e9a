package org.needlepoint.scheduling;

import org.needlepoint.shared.PracticeEvent;
import org.needlepoint.shared.PracticeId;

/// A visit was booked.
///
/// @param version the appointment's version that the act made: tells a repetition from a second act
public record AppointmentBooked(PracticeId practice, AppointmentId appointment, int version) implements PracticeEvent {}
