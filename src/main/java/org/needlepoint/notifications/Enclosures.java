package org.needlepoint.notifications;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.needlepoint.practice.Practice;

/// Makes the file that goes with a mail. It is made when the mail leaves, from what holds by then, and kept nowhere.
public interface Enclosures {
    /// A file of text in UTF-8.
    ///
    /// @param type such as `text/calendar; charset=UTF-8`
    record Enclosure(String name, String type, String text) {}

    /// The file for a message; empty where none goes with it.
    ///
    /// @param subject what the message is about
    /// @param path    the page behind its link
    Optional<Enclosure> of(Practice practice, Message.Kind kind, UUID subject, String path, Locale locale);
}
