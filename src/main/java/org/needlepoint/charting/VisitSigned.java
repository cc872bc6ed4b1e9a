package org.needlepoint.charting;

import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.shared.PracticeEvent;
import org.needlepoint.shared.PracticeId;

/// The note of a visit was signed. From here on only addenda are added to it.
public record VisitSigned(PracticeId practice, AppointmentId visit) implements PracticeEvent {}
