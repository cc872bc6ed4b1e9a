package org.needlepoint.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.needlepoint.database.PracticeScope;
import org.needlepoint.jobs.Jobs;
import org.needlepoint.practice.Practices;
import org.needlepoint.shared.PracticeId;
import org.needlepoint.shared.Uuid7;
import org.needlepoint.testing.IntegrationTest;
import org.needlepoint.testing.LogCapture;
import org.needlepoint.testing.MovableClock;
import org.needlepoint.testing.PracticeFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionOperations;

/// A message on its way through a real SMTP server.
@IntegrationTest
class SendingAMessageIT {
    private static final String PATH = "/p/x/visits/token-of-the-visit";

    @Autowired
    Outbox outbox;

    @Autowired
    PracticeFixture practices;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    Jobs jobs;

    @Autowired
    Envelope envelope;

    @Autowired
    Practices directory;

    @Autowired
    Wording wording;

    @Autowired
    SmsGateway sms;

    @Autowired
    Tries tries;

    @Autowired
    OptOuts optOuts;

    @Autowired
    Environment environment;

    @Autowired
    MovableClock clock;

    private GreenMail smtp;
    private PracticeId practice;

    @BeforeEach
    void start() {
        smtp = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        smtp.start();
        practice = practices.open("America/New_York").id();
    }

    @AfterEach
    void stop() {
        smtp.stop();
        clock.set(MovableClock.START);
    }

    private SendMessage sending(MailServer server) {
        var mail = new MailHandover(server, environment, clock);
        return new SendMessage(
                jdbc,
                transaction,
                jobs,
                envelope,
                new Post(directory, wording, mail, sms, List.of()),
                tries,
                optOuts,
                (Clock) clock);
    }

    private JavaMailSenderImpl to(int port) {
        return ConfiguredMailServer.of(URI.create("smtp://127.0.0.1:" + port));
    }

    private SendMessage sending() {
        return sending(() -> Optional.of(to(smtp.getSmtp().getPort())));
    }

    private MessageId queued(Message.Kind kind, Locale locale) {
        return queue(Message.of(Message.Channel.EMAIL, "ana@example.org", locale, kind, Uuid7.next(), PATH));
    }

    private MessageId queue(Message message) {
        return practices.in(practice, () -> outbox.queue(practice, message));
    }

    private void run(SendMessage sending, MessageId id) {
        PracticeScope.run(practice, () -> sending.run(practice, id.value()));
    }

    private record Stored(
            String state, int attempts, @Nullable String lastError, boolean sealed) {}

    private Stored stored(MessageId id) {
        return practices.in(
                practice,
                () -> jdbc.sql(
                                "select state, attempts, last_error, sealed is not null as sealed from notifications.message where practice_id = :practice and id = :id")
                        .param("practice", practice.value())
                        .param("id", id.value())
                        .query((rs, _) -> new Stored(
                                rs.getString("state"),
                                rs.getInt("attempts"),
                                rs.getString("last_error"),
                                rs.getBoolean("sealed")))
                        .single());
    }

    private Instant planned(MessageId id) {
        return PracticeScope.platform(() -> transaction.execute(
                _ -> jdbc.sql("select run_at from platform.job where kind = 'notifications.send' and subject_id = :id")
                        .param("id", id.value())
                        .query(OffsetDateTime.class)
                        .single()
                        .toInstant()));
    }

    private List<MimeMessage> arrived() {
        return List.of(smtp.getReceivedMessages());
    }

    private static String textOf(Part part) throws Exception {
        if (part.getContent() instanceof Multipart parts) {
            var all = new StringBuilder();
            for (int i = 0; i < parts.getCount(); i++) {
                all.append(textOf(parts.getBodyPart(i))).append('\n');
            }
            return all.toString();
        }
        return String.valueOf(part.getContent());
    }

    @Test
    void arrives_once_however_often_its_job_runs() {
        var id = queued(Message.Kind.APPOINTMENT_BOOKED, Locale.ENGLISH);
        run(sending(), id);
        run(sending(), id);
        assertThat(arrived()).hasSize(1);
        assertThat(stored(id)).isEqualTo(new Stored("sent", 1, null, false));
    }

    @Test
    void names_the_practice_a_link_and_nothing_of_the_visit() throws Exception {
        run(sending(), queued(Message.Kind.APPOINTMENT_BOOKED, Locale.ENGLISH));
        var mail = arrived().getFirst();
        assertThat(mail.getSubject()).isEqualTo("A message from Test practice");
        var text = textOf(mail);
        assertThat(text)
                .contains("http://localhost:", PATH, "Test practice has a message for you")
                .contains("href=\"http://localhost:");
        assertThat(text.toLowerCase(Locale.ROOT))
                .doesNotContain("appointment", "needling", "visit.", "pain", "book", "shoulder", "consult", "2026");
    }

    @Test
    void says_that_a_machine_wrote_it_and_keeps_its_message_id() throws Exception {
        var id = queued(Message.Kind.APPOINTMENT_BOOKED, Locale.ENGLISH);
        run(sending(), id);
        var mail = arrived().getFirst();
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getHeader("Message-ID")).containsExactly("<" + id + "@localhost>");
        assertThat(mail.getHeader("Content-Language")).containsExactly("en");
        assertThat(mail.getContentType()).startsWith("multipart/");
        assertThat(GreenMailUtil.getWholeMessage(mail)).contains("text/plain", "text/html");
    }

    @Test
    void is_written_in_spanish_for_who_reads_spanish() throws Exception {
        run(sending(), queued(Message.Kind.APPOINTMENT_MOVED, Locale.forLanguageTag("es-MX")));
        var mail = arrived().getFirst();
        assertThat(mail.getSubject()).isEqualTo("Un mensaje de Test practice");
        assertThat(textOf(mail)).contains("tiene un mensaje para usted", "<html lang=\"es\"");
    }

    @Test
    void carries_a_code_that_is_readable_in_the_mail_and_never_in_the_table() throws Exception {
        var until = clock.instant().plus(Duration.ofMinutes(10));
        var id = queue(Message.ofCode(
                Message.Channel.EMAIL, "ana@example.org", Locale.ENGLISH, Uuid7.next(), "481516", until));
        var row = practices.in(
                practice,
                () -> jdbc.sql("select m::text from notifications.message m where practice_id = :practice and id = :id")
                        .param("practice", practice.value())
                        .param("id", id.value())
                        .query(String.class)
                        .single());
        assertThat(row).doesNotContain("481516", HEX_OF_CODE);
        run(sending(), id);
        assertThat(textOf(arrived().getFirst())).contains("481516");
    }

    private static final String HEX_OF_CODE = "343831353136";

    @Test
    void is_not_sent_when_its_code_has_expired() {
        var until = clock.instant().plus(Duration.ofMinutes(10));
        var id = queue(Message.ofCode(
                Message.Channel.EMAIL, "ana@example.org", Locale.ENGLISH, Uuid7.next(), "481516", until));
        clock.set(until);
        run(sending(), id);
        assertThat(arrived()).isEmpty();
        assertThat(stored(id)).isEqualTo(new Stored("failed", 0, "too-late", false));
    }

    @Test
    void waits_while_the_server_is_down_and_leaves_when_it_is_up() {
        int port = smtp.getSmtp().getPort();
        smtp.stop();
        var id = queued(Message.Kind.APPOINTMENT_BOOKED, Locale.ENGLISH);
        var sending = sending(() -> Optional.of(to(port)));
        run(sending, id);
        assertThat(stored(id)).isEqualTo(new Stored("queued", 1, "mail-server-unreachable", true));
        assertThat(planned(id)).isEqualTo(clock.instant().plusSeconds(10));
        run(sending, id);
        assertThat(planned(id)).isEqualTo(clock.instant().plusSeconds(20));
        smtp = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        smtp.start();
        run(sending, id);
        assertThat(stored(id)).isEqualTo(new Stored("sent", 3, null, false));
        assertThat(arrived()).hasSize(1);
    }

    @Test
    void stays_queued_and_staff_see_it_where_no_mail_server_is_set_up() {
        var id = queued(Message.Kind.APPOINTMENT_BOOKED, Locale.ENGLISH);
        run(sending(Optional::empty), id);
        assertThat(stored(id)).isEqualTo(new Stored("queued", 0, "no-mail-server", true));
        assertThat(planned(id)).isEqualTo(clock.instant().plus(Duration.ofMinutes(5)));
        assertThat(practices.in(practice, () -> outbox.standing(practice)))
                .isEqualTo(new Outbox.Standing(false, 1, 0, 0));
    }

    @Test
    void fails_at_once_where_no_text_message_service_is_set_up() {
        var id = queue(Message.of(
                Message.Channel.SMS,
                "+13015550100",
                Locale.ENGLISH,
                Message.Kind.APPOINTMENT_BOOKED,
                Uuid7.next(),
                PATH));
        run(sending(), id);
        assertThat(stored(id)).isEqualTo(new Stored("failed", 1, "no-sms-gateway", false));
    }

    @Test
    void that_was_in_hand_when_the_application_died_is_sent_again_when_urgent() {
        var id = queued(Message.Kind.APPOINTMENT_CANCELLED, Locale.ENGLISH);
        dieWhileSending(id);
        run(sending(), id);
        assertThat(arrived()).hasSize(1);
        assertThat(stored(id)).isEqualTo(new Stored("sent", 2, null, false));
    }

    @Test
    void that_was_in_hand_when_the_application_died_is_unknown_when_routine() {
        var id = queued(Message.Kind.APPOINTMENT_BOOKED, Locale.ENGLISH);
        dieWhileSending(id);
        run(sending(), id);
        assertThat(arrived()).isEmpty();
        assertThat(stored(id)).isEqualTo(new Stored("unknown", 1, "stopped-while-sending", false));
        assertThat(practices.in(practice, () -> outbox.standing(practice)).unknown())
                .isEqualTo(1);
    }

    /// The process ends after "sending" was committed and before the server was reached.
    private void dieWhileSending(MessageId id) {
        var asked = new AtomicBoolean();
        var dying = sending(() -> {
            if (asked.getAndSet(true)) {
                throw new Died();
            }
            return Optional.of(to(smtp.getSmtp().getPort()));
        });
        assertThatThrownBy(() -> run(dying, id)).isInstanceOf(Died.class);
        assertThat(stored(id).state()).isEqualTo("sending");
    }

    private static final class Died extends Error {}

    @Test
    void is_refused_for_good_when_its_address_is_none() {
        var id = queue(Message.of(
                Message.Channel.EMAIL,
                "not an address",
                Locale.ENGLISH,
                Message.Kind.APPOINTMENT_BOOKED,
                Uuid7.next(),
                PATH));
        run(sending(), id);
        assertThat(stored(id)).isEqualTo(new Stored("failed", 1, "not-an-address", false));
    }

    @Test
    void leaves_nothing_of_its_recipient_in_the_log() {
        try (var log = LogCapture.start()) {
            int port = smtp.getSmtp().getPort();
            smtp.stop();
            run(sending(() -> Optional.of(to(port))), queued(Message.Kind.APPOINTMENT_BOOKED, Locale.ENGLISH));
            assertThat(log.text()).contains("was not handed over").doesNotContain("ana@", "example.org", PATH);
        }
    }

    @Test
    void is_kept_with_its_cause_or_not_at_all() {
        var message = Message.of(
                Message.Channel.EMAIL,
                "ana@example.org",
                Locale.ENGLISH,
                Message.Kind.APPOINTMENT_BOOKED,
                Uuid7.next(),
                PATH);
        assertThatThrownBy(() -> PracticeScope.in(practice, () -> outbox.queue(practice, message)))
                .isInstanceOf(IllegalTransactionStateException.class);
        assertThatThrownBy(() -> practices.in(practice, () -> {
                    outbox.queue(practice, message);
                    throw new IllegalArgumentException("the cause fails");
                }))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(practices.in(practice, () -> outbox.about(practice, message.subject())))
                .isEmpty();
    }

    @Test
    void is_seen_by_its_own_practice_only() {
        var subject = Uuid7.next();
        queue(Message.of(
                Message.Channel.EMAIL,
                "ana@example.org",
                Locale.ENGLISH,
                Message.Kind.APPOINTMENT_BOOKED,
                subject,
                PATH));
        var other = practices.open("America/New_York").id();
        assertThat(count(practice)).isEqualTo(1);
        assertThat(count(other)).isZero();
        assertThat(practices.in(other, () -> outbox.about(practice, subject))).isEmpty();
    }

    private long count(PracticeId of) {
        return practices.in(
                of,
                () -> jdbc.sql("select count(*) from notifications.message")
                        .query(Long.class)
                        .single());
    }

    @Test
    void cannot_name_two_lines_as_its_recipient() {
        assertThatThrownBy(() -> Message.of(
                        Message.Channel.EMAIL,
                        "ana@example.org\r\nBcc: all@example.org",
                        Locale.ENGLISH,
                        Message.Kind.APPOINTMENT_BOOKED,
                        UUID.randomUUID(),
                        PATH))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
