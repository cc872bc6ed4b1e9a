package org.needlepoint.charting.paper;

import org.needlepoint.charting.SessionId;
import org.needlepoint.charting.needling.Start;

/// What became of a sheet that was taken down.
public sealed interface Transcribing {
    /// Its needles are in the ledger; the three counts come next.
    record Transcribed(SessionId session) implements Transcribing {}

    /// Nothing is in the ledger: as the calendar has it, the visit did not take place. That is settled on the page of
    /// the visit.
    record NotBegun(Start why) implements Transcribing {}

    /// Refused: the session of the visit is closed.
    record AlreadyClosed(SessionId session) implements Transcribing {}

    /// Refused: this sheet was taken down before, with other lines.
    record OtherContent(SessionId session) implements Transcribing {}
}
