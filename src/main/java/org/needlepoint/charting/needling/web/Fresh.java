package org.needlepoint.charting.needling.web;

import org.needlepoint.charting.ledger.EventId;

/// Ids for the forms of a page: each form carries one of its own, so that sending it twice changes nothing.
public record Fresh() {
    public String event() {
        return EventId.next().toString();
    }
}
