package org.needlepoint.notifications;

import jakarta.annotation.PreDestroy;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.springframework.context.annotation.Profile;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/// A mail server of the demo's own: it keeps the last letters in memory and sends none on. Mail to it goes the way
/// of all mail, by SMTP, over this machine's loopback.
@Component
@Profile("demo")
public class DemoMailbox implements MailServer {
    private static final int KEPT = 200;
    private static final int LARGEST = 256 * 1024;

    private final Clock clock;
    private final SMTPServer server;
    private final JavaMailSenderImpl sender;
    private final Deque<Letter> letters = new ArrayDeque<>();
    private long count;

    /// A letter that arrived.
    ///
    /// @param number counts from 1
    /// @param text   the plain text
    public record Letter(long number, Instant at, String to, String subject, String text) {}

    DemoMailbox(Clock clock) {
        this.clock = clock;
        this.server = SMTPServer.port(0)
                .bindAddress(InetAddress.getLoopbackAddress())
                .hostName("localhost")
                .maxMessageSize(LARGEST)
                .maxConnections(10)
                .messageHandler((_, _, to, content) -> keep(to, content))
                .build();
        server.start();
        this.sender = ConfiguredMailServer.of(URI.create("smtp://127.0.0.1:" + server.getPortAllocated()));
    }

    @Override
    public Optional<JavaMailSenderImpl> sender() {
        return Optional.of(sender);
    }

    /// The newest first.
    public List<Letter> letters() {
        synchronized (letters) {
            return List.copyOf(letters);
        }
    }

    /// One letter; empty when it never was or is no longer kept.
    public Optional<Letter> letter(long number) {
        return letters().stream().filter(letter -> letter.number() == number).findFirst();
    }

    private void keep(String to, byte[] content) throws RejectException {
        try {
            var mail = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(content));
            var text = textOf(mail);
            var subject = Optional.ofNullable(mail.getSubject()).orElse("");
            synchronized (letters) {
                letters.addFirst(new Letter(++count, clock.instant(), to, subject, text));
                if (letters.size() > KEPT) {
                    letters.removeLast();
                }
            }
        } catch (MessagingException | IOException e) {
            throw new RejectException(554, "This is not a letter");
        }
    }

    private static String textOf(Part part) throws MessagingException, IOException {
        if (part.isMimeType("text/plain")) {
            return String.valueOf(part.getContent());
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                var text = textOf(parts.getBodyPart(i));
                if (!text.isEmpty()) {
                    return text;
                }
            }
        }
        return "";
    }

    @PreDestroy
    void close() {
        server.stop();
    }
}
