package org.needlepoint.notifications.twilio.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.needlepoint.identity.Route;
import org.needlepoint.identity.Routes;
import org.needlepoint.notifications.MessageId;
import org.needlepoint.notifications.twilio.HearTwilio;
import org.needlepoint.notifications.twilio.HearTwilio.Hearing;
import org.needlepoint.practice.Practice;
import org.needlepoint.shared.NotFound;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/// The addresses that Twilio calls: receipts of one message, and what people answer to the installation's number.
@RestController
class TwilioHooks {
    private static final String RECEIPTS = "/p/{slug}/hooks/twilio/{message}";
    private static final String SIGNATURE = "X-Twilio-Signature";

    private final HearTwilio twilio;

    TwilioHooks(HearTwilio twilio) {
        this.twilio = twilio;
    }

    @PostMapping(RECEIPTS)
    ResponseEntity<String> receipt(
            Practice practice,
            @PathVariable String message,
            @RequestParam MultiValueMap<String, String> form,
            @RequestHeader(name = SIGNATURE, required = false) @Nullable String signature) {
        return answer(twilio.receipt(practice.id(), practice.slug(), id(message), form, signature));
    }

    @PostMapping(HearTwilio.ANSWERS)
    ResponseEntity<String> answer(
            @RequestParam MultiValueMap<String, String> form,
            @RequestHeader(name = SIGNATURE, required = false) @Nullable String signature) {
        return answer(twilio.answer(form, signature));
    }

    private static MessageId id(String written) {
        try {
            return new MessageId(UUID.fromString(written));
        } catch (IllegalArgumentException e) {
            throw new NotFound();
        }
    }

    private static ResponseEntity<String> answer(Hearing hearing) {
        return switch (hearing) {
            case Hearing.NotSetUp _ -> ResponseEntity.notFound().build();
            case Hearing.NotSigned _ ->
                ResponseEntity.status(HttpStatus.FORBIDDEN).build();
            case Hearing.Heard(var reply) ->
                ResponseEntity.ok().contentType(MediaType.TEXT_XML).body(twiml(reply));
        };
    }

    private static String twiml(@Nullable String reply) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response>"
                + (reply == null ? "" : "<Message>" + HtmlUtils.htmlEscapeDecimal(reply) + "</Message>")
                + "</Response>";
    }

    @Bean
    static Routes twilioRoutes() {
        return () -> List.of(
                Route.post(RECEIPTS).api(), Route.post(HearTwilio.ANSWERS).api());
    }
}
