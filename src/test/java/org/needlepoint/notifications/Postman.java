package org.needlepoint.notifications;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.needlepoint.database.PracticeScope;
import org.needlepoint.jobs.Jobs;
import org.needlepoint.practice.Practices;
import org.needlepoint.shared.PracticeId;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Hands a practice's waiting mail over to a real SMTP server, and says what arrived there.
@Component
public class Postman {
    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final Jobs jobs;
    private final Envelope envelope;
    private final Practices practices;
    private final Wording wording;
    private final SmsGateway sms;
    private final Environment environment;
    private final Tries tries;
    private final OptOuts optOuts;
    private final List<Enclosures> enclosures;
    private final Clock clock;

    Postman(
            JdbcClient jdbc,
            TransactionOperations transaction,
            Jobs jobs,
            Envelope envelope,
            Practices practices,
            Wording wording,
            SmsGateway sms,
            Environment environment,
            Tries tries,
            OptOuts optOuts,
            List<Enclosures> enclosures,
            Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.jobs = jobs;
        this.envelope = envelope;
        this.practices = practices;
        this.wording = wording;
        this.sms = sms;
        this.environment = environment;
        this.tries = tries;
        this.optOuts = optOuts;
        this.enclosures = enclosures;
        this.clock = clock;
    }

    /// Takes one round.
    public List<MimeMessage> round(PracticeId practice) {
        var smtp = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        smtp.start();
        try {
            var sender = ConfiguredMailServer.of(
                    URI.create("smtp://127.0.0.1:" + smtp.getSmtp().getPort()));
            var mail = new MailHandover(() -> Optional.of(sender), environment, clock);
            var sending = new SendMessage(
                    jdbc,
                    transaction,
                    jobs,
                    envelope,
                    new Post(practices, wording, mail, sms, enclosures),
                    tries,
                    optOuts,
                    clock);
            PracticeScope.run(practice, () -> waiting(practice).forEach(id -> sending.run(practice, id)));
            return List.of(smtp.getReceivedMessages());
        } finally {
            smtp.stop();
        }
    }

    private List<UUID> waiting(PracticeId practice) {
        return transaction.execute(_ -> jdbc.sql("""
                select id
                  from notifications.message
                 where practice_id = :practice
                   and state = 'queued'
                 order by created_at, id
                """)
                .param("practice", practice.value())
                .query((rs, _) -> rs.getObject("id", UUID.class))
                .list());
    }
}
