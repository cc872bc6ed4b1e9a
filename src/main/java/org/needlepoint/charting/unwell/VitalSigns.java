package org.needlepoint.charting.unwell;

import java.time.Instant;
import org.needlepoint.charting.ledger.EventId;

/// What was measured after somebody felt faint, or in an emergency.
///
/// @param of the entry of the ledger that it belongs to
public record VitalSigns(EventId of, Measured measured, Instant at) {}
