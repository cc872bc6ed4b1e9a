package org.needlepoint.charting;

import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.shared.PracticeEvent;
import org.needlepoint.shared.PracticeId;

/// A session was closed, balanced or over retained needles.
///
/// @param version the session's version that the act made: tells a repetition from a second closing
public record SessionClosed(PracticeId practice, SessionId session, AppointmentId visit, int version)
        implements PracticeEvent {}
