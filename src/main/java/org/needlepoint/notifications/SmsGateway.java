package org.needlepoint.notifications;

/// A service that sends text messages to phones.
public interface SmsGateway {
    /// Hands one text over.
    ///
    /// @param recipient in E.164
    /// @param reference the same at every attempt for one message, for services that drop repeats
    Handover send(String recipient, String text, String reference);

    /// Whether there is one. Without, nobody should be offered text messages.
    boolean available();
}
