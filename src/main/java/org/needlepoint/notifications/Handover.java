package org.needlepoint.notifications;

/// What became of handing a message over. Reasons are words of our own, never a server's.
public sealed interface Handover {
    /// The other side has taken it.
    ///
    /// @param providerId what it calls the message; empty when it does not say
    record Accepted(String providerId) implements Handover {}

    /// The other side will not take it, now or later.
    record Refused(String reason) implements Handover {
        /// Whoever has the address wants no more messages; nothing is sent there again.
        public static final String OPTED_OUT = "opted-out";
    }

    /// It was certainly not taken; another try may succeed.
    record NotYet(String reason) implements Handover {}

    /// The line broke while it was handed over: it may have been taken or not.
    record Unsure(String reason) implements Handover {}
}
