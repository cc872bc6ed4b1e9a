package org.needlepoint.identity;

import java.util.Locale;
import org.needlepoint.shared.PracticeId;

/// Carries a patient's one-time code to an e-mail address or a telephone. Called in a transaction of the practice.
public interface CodeSender {
    /// Sends, or plans to send, a code. Says nothing about whether anybody has this contact.
    ///
    /// @param recipient an e-mail address in lower case, or a telephone number in E.164
    /// @param code      six digits, good for ten minutes
    void send(PracticeId practice, String recipient, String code, Locale locale);
}
