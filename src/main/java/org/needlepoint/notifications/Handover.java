package org.needlepoint.notifications;

/// What became of handing a message over. Reasons are words of our own, never a server's.
public sealed interface Handover {
    /// The other side has taken it.
    record Accepted() implements Handover {}

    /// The other side will not take it, now or later.
    record Refused(String reason) implements Handover {}

    /// It was certainly not taken; another try may succeed.
    record NotYet(String reason) implements Handover {}

    /// The line broke while it was handed over: it may have been taken or not.
    record Unsure(String reason) implements Handover {}
}
