package org.needlepoint.notifications;

/// A service that sends text messages to phones.
public interface SmsGateway {
    /// One text on its way to a phone.
    ///
    /// @param id        the same at every attempt
    /// @param slug      the practice's, for the address that receipts come to
    /// @param recipient in E.164
    record Text(MessageId id, String slug, String recipient, String words) {}

    /// Hands one text over.
    Handover send(Text text);

    /// Whether there is one. Without, nobody should be offered text messages.
    boolean available();
}
