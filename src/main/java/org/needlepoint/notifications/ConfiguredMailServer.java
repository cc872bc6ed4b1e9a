package org.needlepoint.notifications;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/// The mail server named by NEEDLEPOINT_SMTP_URL, such as `smtp://user:password@mail.example.org:587` (STARTTLS
/// whenever the server offers it, and always when a password is sent) or `smtps://...` (TLS from the start); else
/// the one of `spring.mail.*`.
@Component
@Profile("!demo")
class ConfiguredMailServer implements MailServer {
    /// Shorter than the time a node keeps its claim on the job, so that no second node starts while this one waits.
    private static final String TIMEOUT_MS = "10000";

    private final Optional<JavaMailSenderImpl> sender;

    ConfiguredMailServer(Environment environment, ObjectProvider<JavaMailSenderImpl> ofSpring) {
        var url = environment.getProperty("needlepoint.smtp.url", "");
        this.sender = url.isBlank()
                ? Optional.ofNullable(ofSpring.getIfAvailable()).map(ConfiguredMailServer::impatient)
                : Optional.of(of(URI.create(url)));
    }

    @Override
    public Optional<JavaMailSenderImpl> sender() {
        return sender;
    }

    static JavaMailSenderImpl of(URI url) {
        boolean tls = "smtps".equals(url.getScheme());
        if (url.getHost() == null || !(tls || "smtp".equals(url.getScheme()))) {
            throw new IllegalArgumentException(
                    "NEEDLEPOINT_SMTP_URL must look like smtp://user:password@host:587 or smtps://user:password@host:465");
        }
        var sender = new JavaMailSenderImpl();
        sender.setHost(url.getHost());
        sender.setPort(url.getPort() > 0 ? url.getPort() : tls ? 465 : 587);
        var properties = sender.getJavaMailProperties();
        properties.setProperty("mail.smtp.ssl.enable", Boolean.toString(tls));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(!tls));
        var login = url.getRawUserInfo();
        if (login != null) {
            var parts = login.split(":", 2);
            sender.setUsername(URLDecoder.decode(parts[0], StandardCharsets.UTF_8));
            sender.setPassword(parts.length == 2 ? URLDecoder.decode(parts[1], StandardCharsets.UTF_8) : "");
            properties.setProperty("mail.smtp.auth", "true");
            properties.setProperty("mail.smtp.starttls.required", Boolean.toString(!tls));
        }
        return impatient(sender);
    }

    private static JavaMailSenderImpl impatient(JavaMailSenderImpl sender) {
        var properties = sender.getJavaMailProperties();
        properties.putIfAbsent("mail.smtp.connectiontimeout", TIMEOUT_MS);
        properties.putIfAbsent("mail.smtp.timeout", TIMEOUT_MS);
        properties.putIfAbsent("mail.smtp.writetimeout", TIMEOUT_MS);
        return sender;
    }
}
