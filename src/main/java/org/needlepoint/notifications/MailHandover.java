package org.needlepoint.notifications;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.needlepoint.notifications.Enclosures.Enclosure;
import org.needlepoint.practice.Practice;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/// Hands mail over by SMTP and tells apart what the server refused, what it never saw, and what nobody knows.
@Component
class MailHandover {
    private static final Logger LOG = LoggerFactory.getLogger(MailHandover.class);

    private final MailServer server;
    private final Environment environment;
    private final Clock clock;

    MailHandover(MailServer server, Environment environment, Clock clock) {
        this.server = server;
        this.environment = environment;
        this.clock = clock;
    }

    boolean possible() {
        return server.sender().isPresent();
    }

    Handover send(Practice practice, SendMessage.Letter letter, Wording.Words words, List<Enclosure> enclosed) {
        var sender = server.sender();
        if (sender.isEmpty()) {
            return new Handover.NotYet(SendMessage.NO_SERVER);
        }
        MimeMessage mail;
        try {
            mail = compose(sender.get().getSession(), practice, letter, words, enclosed);
        } catch (MessagingException | UnsupportedEncodingException e) {
            return new Handover.Refused("not-an-address");
        }
        return handOver(sender.get(), mail, letter);
    }

    private Handover handOver(JavaMailSenderImpl sender, MimeMessage mail, SendMessage.Letter letter) {
        try (var transport = sender.getSession().getTransport("smtp")) {
            transport.connect(sender.getHost(), sender.getPort(), sender.getUsername(), sender.getPassword());
            return deliver(transport, mail, letter);
        } catch (AuthenticationFailedException e) {
            return log(letter, new Handover.NotYet("mail-server-refuses-sign-in"), e);
        } catch (MessagingException e) {
            return log(letter, new Handover.NotYet("mail-server-unreachable"), e);
        }
    }

    private static Handover deliver(Transport transport, MimeMessage mail, SendMessage.Letter letter) {
        try {
            transport.sendMessage(mail, mail.getAllRecipients());
            return new Handover.Accepted("");
        } catch (MessagingException e) {
            return log(letter, judge(e), e);
        }
    }

    /// A server's answer is certain: 5xx for good, 4xx for now (RFC 5321, 4.2.1). Without an answer nothing is certain.
    private static Handover judge(MessagingException failure) {
        for (Exception e = failure; e != null; e = e instanceof MessagingException m ? m.getNextException() : null) {
            int code = codeOf(e);
            if (code >= 500) {
                return new Handover.Refused("refused-" + code);
            }
            if (code >= 400) {
                return new Handover.NotYet("deferred-" + code);
            }
        }
        return new Handover.Unsure("connection-lost");
    }

    private static int codeOf(Exception e) {
        return switch (e) {
            case SMTPAddressFailedException address -> address.getReturnCode();
            case SMTPSenderFailedException from -> from.getReturnCode();
            case SMTPSendFailedException send -> send.getReturnCode();
            default -> -1;
        };
    }

    /// A server's words often repeat the address: only the kind of the fault is logged.
    private static Handover log(SendMessage.Letter letter, Handover outcome, MessagingException e) {
        LOG.warn(
                "message {} was not handed over: {} ({})",
                letter.id(),
                outcome,
                e.getClass().getSimpleName());
        return outcome;
    }

    private MimeMessage compose(
            Session session,
            Practice practice,
            SendMessage.Letter letter,
            Wording.Words words,
            List<Enclosure> enclosed)
            throws MessagingException, UnsupportedEncodingException {
        var mail = new StableMessage(session, letter.messageId());
        var helper = new MimeMessageHelper(
                mail, MimeMessageHelper.MULTIPART_MODE_MIXED_RELATED, StandardCharsets.UTF_8.name());
        helper.setFrom(new InternetAddress(from(), practice.name(), StandardCharsets.UTF_8.name()));
        if (practice.email() != null) {
            helper.setReplyTo(practice.email());
        }
        var recipient = new InternetAddress(letter.recipient(), true);
        recipient.validate();
        helper.setTo(recipient);
        helper.setSubject(words.subject());
        helper.setSentDate(Date.from(clock.instant()));
        helper.setText(words.text(), words.html());
        for (var file : enclosed) {
            helper.addAttachment(
                    file.name(), new ByteArrayDataSource(file.text().getBytes(StandardCharsets.UTF_8), file.type()));
        }
        mail.setHeader("Auto-Submitted", "auto-generated");
        mail.setHeader("Content-Language", letter.locale().toLanguageTag());
        if (words.stop() != null) { // RFC 8058: the mail program's own button posts there
            mail.setHeader("List-Unsubscribe", "<" + words.stop() + ">");
            mail.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        mail.saveChanges();
        return mail;
    }

    private String from() {
        return environment.getProperty("needlepoint.mail.from", "no-reply@localhost");
    }

    /// Keeps its Message-ID where Jakarta Mail would make a new one.
    private static final class StableMessage extends MimeMessage {
        private final String id;

        StableMessage(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
