package org.needlepoint.notifications.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.needlepoint.identity.CodeSender;
import org.needlepoint.jobs.JobRunner;
import org.needlepoint.notifications.DemoMailbox;
import org.needlepoint.notifications.Message;
import org.needlepoint.notifications.Outbox;
import org.needlepoint.shared.Uuid7;
import org.needlepoint.testing.Browser;
import org.needlepoint.testing.IntegrationTest;
import org.needlepoint.testing.MovableClock;
import org.needlepoint.testing.PracticeFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

/// The mailbox that exists in the demo only.
@IntegrationTest
@ActiveProfiles("demo")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TheDemoMailboxIT {
    @Autowired
    MovableClock clock;

    @LocalServerPort
    int port;

    @Autowired
    Outbox outbox;

    @Autowired
    CodeSender codes;

    @Autowired
    JobRunner runner;

    @Autowired
    DemoMailbox mailbox;

    @Autowired
    PracticeFixture practices;

    private String page(String path) {
        var answer = new Browser(port).get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private void book(String link) {
        var practice = practices.open("America/New_York").id();
        practices.in(
                practice,
                () -> outbox.queue(
                        practice,
                        Message.of(
                                Message.Channel.EMAIL,
                                "ana@example.org",
                                Locale.ENGLISH,
                                Message.Kind.APPOINTMENT_BOOKED,
                                Uuid7.next(),
                                link)));
        runner.runDue();
    }

    @Test
    @Order(1)
    void says_what_to_do_while_it_is_empty() {
        if (mailbox.letters().isEmpty()) {
            assertThat(page("/demo/mailbox")).contains("No mail yet", "Book a visit", "np-demo");
        }
        assertThat(new Browser(port).get("/demo/mailbox/9999").statusCode()).isEqualTo(404);
        assertThat(new Browser(port).get("/demo/mailbox/x").statusCode()).isEqualTo(404);
    }

    @Test
    @Order(2)
    void shows_what_was_sent_by_smtp_newest_first_and_its_links_can_be_followed() {
        book("/p/x/visits/first");
        book("/p/x/visits/second");
        assertThat(page("/demo/mailbox")).contains("A message from Test practice", "ana@example.org");
        var newest = mailbox.letters().getFirst();
        assertThat(page("/demo/mailbox/" + newest.number()))
                .contains("<a href=\"http://localhost:" + port + "/p/x/visits/second\">");
        var spanish = new Browser(port).get("/demo/mailbox", Map.of("Accept-Language", "es"));
        assertThat(spanish.body()).contains("Buzón de la demostración");
    }

    @Test
    @Order(3)
    void takes_in_codes_for_signing_in() {
        var practice = practices.open("America/New_York").id();
        practices.in(practice, () -> {
            codes.send(practice, "ben@example.org", "271828", Locale.ENGLISH);
            return 1;
        });
        runner.runDue();
        var letter = mailbox.letters().getFirst();
        assertThat(letter.to()).isEqualTo("ben@example.org");
        assertThat(letter.text()).contains("271828");
    }

    @Test
    @Order(4)
    void keeps_the_last_two_hundred() {
        var practice = practices.open("America/New_York").id();
        practices.in(practice, () -> {
            for (int i = 0; i < 205; i++) {
                codes.send(practice, "n" + i + "@example.org", "271828", Locale.ENGLISH);
            }
            return 1;
        });
        // a letter that a busy machine did not take at once is sent again, as it is in life
        for (int round = 0; round < 5 && mailbox.letters().size() < 200; round++) {
            runner.runDue();
            clock.advance(Duration.ofMinutes(1));
        }
        assertThat(mailbox.letters()).hasSize(200);
    }
}
