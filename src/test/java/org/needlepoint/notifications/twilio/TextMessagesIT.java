package org.needlepoint.notifications.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.needlepoint.jobs.JobRunner;
import org.needlepoint.notifications.Message;
import org.needlepoint.notifications.Message.Channel;
import org.needlepoint.notifications.Message.Kind;
import org.needlepoint.notifications.MessageId;
import org.needlepoint.notifications.Outbox;
import org.needlepoint.practice.PublicUrl;
import org.needlepoint.shared.Uuid7;
import org.needlepoint.testing.IntegrationTest;
import org.needlepoint.testing.LogCapture;
import org.needlepoint.testing.MovableClock;
import org.needlepoint.testing.PracticeFixture;
import org.needlepoint.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// A text message on its way through a server that speaks Twilio's interface, and what comes back from there.
@IntegrationTest
class TextMessagesIT {
    private static final LocalTwilio TWILIO = new LocalTwilio();
    private static final String ANSWERS = HearTwilio.ANSWERS;

    @DynamicPropertySource
    static void account(DynamicPropertyRegistry properties) {
        properties.add("needlepoint.sms.twilio.account", () -> LocalTwilio.ACCOUNT);
        properties.add("needlepoint.sms.twilio.token", () -> LocalTwilio.TOKEN);
        properties.add("needlepoint.sms.twilio.from", () -> LocalTwilio.FROM);
        properties.add("needlepoint.sms.twilio.api", TWILIO::url);
    }

    @AfterAll
    static void close() {
        TWILIO.close();
    }

    @Autowired
    Outbox outbox;

    @Autowired
    JobRunner jobs;

    @Autowired
    PracticeFixture practices;

    @Autowired
    PublicUrl url;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    @LocalServerPort
    int port;

    private PracticeFixture.Opened practice;

    /// A number of this test alone.
    private String phone;

    @BeforeEach
    void open() {
        practice = practices.open("America/New_York");
        phone = "+1410555%04d".formatted(Math.floorMod(Uuid7.next().getLeastSignificantBits(), 10_000));
    }

    @AfterEach
    void resetClock() {
        clock.set(MovableClock.START);
    }

    private MessageId queue(Kind kind) {
        var message = Message.of(Channel.SMS, phone, Locale.ENGLISH, kind, Uuid7.next(), "/p/x/manage/token");
        return practices.in(practice.id(), () -> outbox.queue(practice.id(), message));
    }

    private MessageId sent(Kind kind) {
        var id = queue(kind);
        jobs.runDue();
        return id;
    }

    private record Stored(
            String state,
            int attempts,
            @Nullable String lastError,
            @Nullable Instant next,
            boolean delivered) {}

    private Stored stored(MessageId id) {
        return practices.in(
                practice.id(),
                () -> jdbc.sql("""
                        select state, attempts, last_error, next_try_at, delivered_at is not null as delivered
                          from notifications.message
                         where practice_id = :practice and id = :id
                        """)
                        .param("practice", practice.id().value())
                        .param("id", id.value())
                        .query((rs, _) -> {
                            var next = rs.getObject("next_try_at", OffsetDateTime.class);
                            return new Stored(
                                    rs.getString("state"),
                                    rs.getInt("attempts"),
                                    rs.getString("last_error"),
                                    next == null ? null : next.toInstant(),
                                    rs.getBoolean("delivered"));
                        })
                        .single());
    }

    private static Stored is(String state, int attempts, @Nullable String error) {
        return new Stored(state, attempts, error, null, false);
    }

    private List<String> history(MessageId id) {
        return practices.in(
                practice.id(),
                () -> jdbc.sql("""
                        select outcome || coalesce(' ' || reason, '') from notifications.attempt
                         where practice_id = :practice and message_id = :id order by at, id
                        """)
                        .param("practice", practice.id().value())
                        .param("id", id.value())
                        .query(String.class)
                        .list());
    }

    private List<Map<String, String>> taken() {
        return TWILIO.taken().stream()
                .filter(form -> phone.equals(form.get("To")))
                .toList();
    }

    private Visitor.Answer call(String path, String signedWith, Map<String, String> form) {
        var all = new TreeMap<>(form);
        var signature = TwilioSignature.of(
                signedWith,
                url.of(path),
                all.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, e -> List.of(e.getValue()))));
        return new Visitor(port).postAs(path, all, "X-Twilio-Signature", signature);
    }

    private Visitor.Answer receipt(MessageId id, String... fields) {
        return call("/p/" + practice.slug() + "/hooks/twilio/" + id, LocalTwilio.TOKEN, form(fields));
    }

    private Visitor.Answer answers(String words) {
        return call(ANSWERS, LocalTwilio.TOKEN, form("From", phone, "To", LocalTwilio.FROM, "Body", words));
    }

    private static Map<String, String> form(String... fields) {
        var form = new TreeMap<String, String>();
        for (int i = 0; i < fields.length; i += 2) {
            form.put(fields[i], fields[i + 1]);
        }
        return form;
    }

    @Test
    void says_who_writes_a_link_and_how_to_end_it_and_nothing_of_the_visit() {
        var id = sent(Kind.VISIT_REMINDER);
        assertThat(stored(id)).isEqualTo(is("sent", 1, null));
        assertThat(taken()).hasSize(1);
        assertThat(taken().getFirst())
                .containsEntry("From", LocalTwilio.FROM)
                .containsEntry("StatusCallback", url.of("/p/" + practice.slug() + "/hooks/twilio/" + id))
                .containsEntry(
                        "Body",
                        "A message from Test practice: " + url.of("/p/x/manage/token") + " Reply STOP to end texts.");
        assertThat(history(id)).containsExactly("accepted");
    }

    @Test
    void is_tried_again_with_longer_and_longer_pauses_while_the_service_is_busy() {
        TWILIO.refuseNext(429, 20429);
        TWILIO.refuseNext(429, 20429);
        var id = sent(Kind.APPOINTMENT_BOOKED);
        var first = clock.instant().plusSeconds(10);
        assertThat(stored(id)).isEqualTo(new Stored("queued", 1, "text-service-busy", first, false));
        clock.set(first);
        jobs.runDue();
        var second = first.plusSeconds(20);
        assertThat(stored(id)).isEqualTo(new Stored("queued", 2, "text-service-busy", second, false));
        clock.set(second);
        jobs.runDue();
        assertThat(stored(id)).isEqualTo(is("sent", 3, null));
        assertThat(taken()).hasSize(1);
        assertThat(history(id)).containsExactly("not-yet text-service-busy", "not-yet text-service-busy", "accepted");
    }

    @Test
    void fails_for_good_where_the_number_is_none() {
        TWILIO.refuseNext(400, 21211);
        var id = sent(Kind.APPOINTMENT_BOOKED);
        assertThat(stored(id)).isEqualTo(is("failed", 1, "not-a-phone"));
    }

    @Test
    void is_unknown_when_the_line_broke_until_a_receipt_tells() {
        TWILIO.hangUpNext();
        var id = sent(Kind.APPOINTMENT_BOOKED);
        assertThat(stored(id)).isEqualTo(is("unknown", 1, "connection-lost"));
        clock.advance(Duration.ofHours(1));
        jobs.runDue();
        assertThat(taken()).as("a routine message is not sent twice").isEmpty();
        receipt(id, "MessageStatus", "delivered");
        assertThat(stored(id)).isEqualTo(new Stored("sent", 1, null, null, true));
    }

    @Test
    void that_is_urgent_is_sent_again_when_the_line_broke() {
        TWILIO.hangUpNext();
        var id = sent(Kind.APPOINTMENT_CANCELLED);
        assertThat(stored(id).state()).isEqualTo("queued");
        clock.advance(Duration.ofMinutes(1));
        jobs.runDue();
        assertThat(stored(id)).isEqualTo(is("sent", 2, null));
    }

    @Test
    void has_receipts_that_overtake_each_other_and_come_twice() {
        var id = sent(Kind.VISIT_REMINDER);
        for (var status : List.of("queued", "delivered", "sent", "delivered")) {
            assertThat(receipt(id, "MessageStatus", status).status()).isEqualTo(200);
        }
        assertThat(stored(id)).isEqualTo(new Stored("sent", 1, null, null, true));
        assertThat(history(id)).containsExactly("accepted", "delivered");
    }

    @Test
    void that_did_not_reach_the_phone_has_failed_with_a_reason() {
        var id = sent(Kind.VISIT_REMINDER);
        receipt(id, "MessageStatus", "undelivered", "ErrorCode", "30006");
        assertThat(stored(id)).isEqualTo(is("failed", 1, "landline"));
        assertThat(history(id)).containsExactly("accepted", "undelivered landline");
    }

    @Test
    void believes_no_receipt_that_the_service_has_not_signed() {
        var id = sent(Kind.VISIT_REMINDER);
        var path = "/p/" + practice.slug() + "/hooks/twilio/" + id;
        assertThat(call(path, "another token", form("MessageStatus", "failed")).status())
                .isEqualTo(403);
        assertThat(new Visitor(port)
                        .postAs(path, form("MessageStatus", "failed"))
                        .status())
                .isEqualTo(403);
        assertThat(stored(id)).isEqualTo(is("sent", 1, null));
    }

    @Test
    void ends_with_the_word_stop_and_begins_again_with_start() {
        sent(Kind.VISIT_REMINDER);
        var stopped = answers(" stop ");
        assertThat(stopped.status()).isEqualTo(200);
        assertThat(stopped.body()).endsWith("<Response></Response>");
        assertThat(answers("STOP").status()).as("again").isEqualTo(200);
        var id = sent(Kind.APPOINTMENT_BOOKED);
        assertThat(stored(id)).isEqualTo(is("failed", 0, "opted-out"));
        assertThat(taken()).hasSize(1);
        answers("START");
        assertThat(stored(sent(Kind.APPOINTMENT_BOOKED))).isEqualTo(is("sent", 1, null));
    }

    @Test
    void confirms_a_stop_in_spanish_once_because_the_service_does_not() {
        sent(Kind.VISIT_REMINDER);
        assertThat(answers("Parar").body()).contains("<Message>Test practice: ya no llegar");
        assertThat(answers("BAJA").body()).as("again").endsWith("<Response></Response>");
        assertThat(stored(sent(Kind.APPOINTMENT_BOOKED))).isEqualTo(is("failed", 0, "opted-out"));
    }

    @Test
    void leaves_the_answer_to_the_service_where_that_has_learnt_the_word() {
        sent(Kind.VISIT_REMINDER);
        assertThat(call(
                                ANSWERS,
                                LocalTwilio.TOKEN,
                                form("From", phone, "To", LocalTwilio.FROM, "Body", "ALTO", "OptOutType", "STOP"))
                        .body())
                .endsWith("<Response></Response>");
        assertThat(stored(sent(Kind.APPOINTMENT_BOOKED))).isEqualTo(is("failed", 0, "opted-out"));
    }

    @Test
    void that_is_answered_yes_says_that_nobody_reads_it_unless_texts_had_ended() {
        sent(Kind.VISIT_REMINDER);
        assertThat(answers("YES").body()).contains("nobody reads answers to this number");
        answers("STOP");
        assertThat(answers("Yes").body())
                .as("the service says that they begin again")
                .endsWith("<Response></Response>");
        assertThat(stored(sent(Kind.APPOINTMENT_BOOKED))).isEqualTo(is("sent", 1, null));
    }

    @Test
    void that_is_answered_cancelar_says_that_nobody_reads_it_and_goes_on() {
        sent(Kind.VISIT_REMINDER);
        assertThat(answers("Cancelar").body()).contains("nobody reads answers to this number");
        assertThat(stored(sent(Kind.APPOINTMENT_BOOKED))).isEqualTo(is("sent", 1, null));
    }

    @Test
    void is_not_tried_again_at_a_number_that_the_service_says_has_stopped() {
        TWILIO.refuseNext(400, 21610);
        assertThat(stored(sent(Kind.APPOINTMENT_BOOKED))).isEqualTo(is("failed", 1, "opted-out"));
        assertThat(stored(sent(Kind.APPOINTMENT_BOOKED))).isEqualTo(is("failed", 0, "opted-out"));
    }

    @Test
    void that_is_answered_says_that_nobody_reads_it() {
        sent(Kind.VISIT_REMINDER);
        assertThat(answers("I am late & <sorry>").body())
                .contains("<Message>Test practice: nobody reads answers to this number.")
                .doesNotContain("sorry");
    }

    @Test
    void stops_only_at_practices_that_wrote_to_the_phone() {
        sent(Kind.VISIT_REMINDER);
        var other = practices.open("America/New_York");
        answers("STOP");
        assertThat(practices.in(
                        other.id(),
                        () -> jdbc.sql("select count(*) from notifications.opt_out where practice_id = :practice")
                                .param("practice", other.id().value())
                                .query(Long.class)
                                .single()))
                .isZero();
    }

    @Test
    void believes_no_answer_that_the_service_has_not_brought() {
        sent(Kind.VISIT_REMINDER);
        assertThat(call(ANSWERS, "another token", form("From", phone, "Body", "STOP"))
                        .status())
                .isEqualTo(403);
        assertThat(stored(sent(Kind.VISIT_REMINDER))).isEqualTo(is("sent", 1, null));
    }

    @Test
    void leaves_neither_number_nor_token_in_the_log() {
        try (var log = LogCapture.start()) {
            TWILIO.answerNext(500, "{\"message\": \"" + phone + "\"}");
            sent(Kind.APPOINTMENT_BOOKED);
            assertThat(log.text())
                    .contains("was not handed over")
                    .doesNotContain(phone.substring(2), LocalTwilio.TOKEN, "/manage/");
        }
    }
}
