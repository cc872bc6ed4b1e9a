package org.needlepoint.charting.note;

import org.needlepoint.patients.Patient;
import org.needlepoint.scheduling.Appointment;

/// Whose note it is and of which visit: stands above its text.
///
/// @param patient      the chart's
/// @param practitioner name and letters of whoever the visit was with
/// @param place        name of the location
public record NoteHead(Appointment visit, Patient patient, String practitioner, String place) {}
