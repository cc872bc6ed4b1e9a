package org.needlepoint.notifications;

import java.util.Optional;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/// Where mail is handed over.
interface MailServer {
    /// The server's settings; empty when none is set up, and then mail waits.
    Optional<JavaMailSenderImpl> sender();
}
