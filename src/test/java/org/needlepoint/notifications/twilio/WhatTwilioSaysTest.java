package org.needlepoint.notifications.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.needlepoint.notifications.Handover;

/// Twilio's answers, codes and signatures, read as this system reads them.
class WhatTwilioSaysTest {
    @ParameterizedTest(name = "{0} with code {1} means {2} {3}: {4}")
    @CsvSource({
        "400, 21610, Refused, opted-out,                       they answered STOP",
        "400, 21211, Refused, not-a-phone,                     not a number",
        "400, 21614, Refused, not-a-phone,                     a landline",
        "400, 21408, Refused, not-reachable,                   a country that the account may not write to",
        "400, 21606, NotYet,  text-sender-not-usable,          the operator can mend it",
        "400, 21611, NotYet,  text-service-busy,               the queue is full",
        "400, 30099, Refused, refused-30099,                   a code that nobody has told us of",
        "401, 20003, NotYet,  text-service-refuses-sign-in,    the token was changed",
        "404, 20404, NotYet,  text-service-refuses-sign-in,    no such account",
        "429, 20429, NotYet,  text-service-busy,               too fast",
        "503, 20503, NotYet,  text-service-busy,               it says that it did not take it",
        "500, 20500, Unsure,  text-service-fault-500,          it may have taken it",
        "502, 0,     Unsure,  text-service-fault-502,          a proxy on the way back",
    })
    void about_a_message_handed_over(int status, String code, String kind, String reason, String why) {
        var said = TwilioAnswers.handover(
                status, "{\"code\": %s, \"message\": \"x\", \"status\": %d}".formatted(code, status));
        var expected = switch (kind) {
            case "Refused" -> new Handover.Refused(reason);
            case "NotYet" -> new Handover.NotYet(reason);
            default -> new Handover.Unsure(reason);
        };
        assertThat(said).as(why).isEqualTo(expected);
    }

    @Test
    void of_a_message_it_took_is_the_name_it_gave() {
        assertThat(TwilioAnswers.handover(201, "{\"sid\": \"SM1\", \"status\": \"queued\", \"error_code\": null}"))
                .isEqualTo(new Handover.Accepted("SM1"));
        assertThat(TwilioAnswers.handover(201, "<html>")).isEqualTo(new Handover.Accepted(""));
    }

    @Test
    void that_is_no_json_is_read_by_its_status_alone() {
        assertThat(TwilioAnswers.handover(400, "<html>Bad request</html>"))
                .isEqualTo(new Handover.Refused("refused-400"));
        assertThat(TwilioAnswers.handover(400, "")).isEqualTo(new Handover.Refused("refused-400"));
    }

    @Test
    void of_a_text_that_did_not_arrive_never_repeats_its_words() {
        assertThat(TwilioAnswers.undelivered("30003")).isEqualTo("phone-unreachable");
        assertThat(TwilioAnswers.undelivered("30006")).isEqualTo("landline");
        assertThat(TwilioAnswers.undelivered("31999")).isEqualTo("undelivered-31999");
        assertThat(TwilioAnswers.undelivered("call +1 410 555 0123")).isEqualTo("undelivered");
    }

    /// The example of Twilio's own libraries.
    @Test
    void is_signed_as_its_own_libraries_sign() {
        var form = Map.of(
                "CallSid", List.of("CA1234567890ABCDE"),
                "Caller", List.of("+12349013030"),
                "Digits", List.of("1234"),
                "From", List.of("+12349013030"),
                "To", List.of("+18005551212"));
        var url = "https://mycompany.com/myapp.php?foo=1&bar=2";
        assertThat(TwilioSignature.of("12345", url, form)).isEqualTo("0/KCTR6DLpKmkAf8muzZqo1nDgQ=");
        assertThat(TwilioSignature.matches("0/KCTR6DLpKmkAf8muzZqo1nDgQ=", "12345", url, form))
                .isTrue();
        assertThat(TwilioSignature.matches("0/KCTR6DLpKmkAf8muzZqo1nDgQ=", "12345", url + "x", form))
                .isFalse();
        assertThat(TwilioSignature.matches("0/KCTR6DLpKmkAf8muzZqo1nDgQ=", "54321", url, form))
                .isFalse();
    }
}
