package org.needlepoint.charting;

import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.shared.PracticeEvent;
import org.needlepoint.shared.PracticeId;

/// A closed session is open again, because something arrived that its closing had not known: an incident.
public record SessionReopened(PracticeId practice, SessionId session, AppointmentId visit, int version)
        implements PracticeEvent {}
