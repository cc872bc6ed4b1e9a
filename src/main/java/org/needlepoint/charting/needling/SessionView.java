package org.needlepoint.charting.needling;

import java.time.Instant;
import java.util.List;
import org.needlepoint.charting.SessionId;
import org.needlepoint.charting.ledger.LedgerEntry;
import org.needlepoint.charting.ledger.Session;
import org.needlepoint.credentials.PractitionerId;
import org.needlepoint.patients.PatientId;
import org.needlepoint.scheduling.AppointmentId;

/// A session with its entries and what they come to.
///
/// @param patient the chart that it belongs to
/// @param entries in the order in which they were recorded
/// @param version grows with every change
public record SessionView(
        SessionId id,
        AppointmentId visit,
        PatientId patient,
        PractitionerId practitioner,
        Instant openedAt,
        int version,
        List<LedgerEntry> entries,
        Session state) {
    public SessionView {
        entries = List.copyOf(entries);
    }
}
