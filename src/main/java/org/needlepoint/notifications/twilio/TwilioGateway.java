package org.needlepoint.notifications.twilio;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.needlepoint.notifications.Handover;
import org.needlepoint.notifications.SmsGateway;
import org.needlepoint.practice.PublicUrl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// Hands text messages over to Twilio (Messages resource of its HTTP API) and asks for receipts. Twilio has no key that
/// would make a repeat harmless: what became of a broken line is unsure.
@Component
@ConditionalOnProperty(TwilioSettings.ACCOUNT)
class TwilioGateway implements SmsGateway {
    private static final Logger LOG = LoggerFactory.getLogger(TwilioGateway.class);

    /// Both together are shorter than the time a node keeps its claim on the job.
    private static final Duration TO_CONNECT = Duration.ofSeconds(10);

    private static final Duration TO_ANSWER = Duration.ofSeconds(20);

    private final TwilioSettings settings;
    private final PublicUrl url;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(TO_CONNECT)
            .build();

    TwilioGateway(Environment environment, PublicUrl url) {
        this.settings = TwilioSettings.of(environment).orElseThrow();
        this.url = url;
    }

    @Override
    public boolean available() {
        return true;
    }

    @Override
    public Handover send(Text text) {
        var request = HttpRequest.newBuilder(settings.messages())
                .timeout(TO_ANSWER)
                .header("Authorization", "Basic " + basic())
                .header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofString(encoded(form(text))))
                .build();
        var outcome = post(request);
        if (!(outcome instanceof Handover.Accepted)) {
            LOG.warn("message {} was not handed over: {}", text.id(), outcome);
        }
        return outcome;
    }

    private Handover post(HttpRequest request) {
        try {
            var answer = client.send(request, BodyHandlers.ofString());
            return TwilioAnswers.handover(answer.statusCode(), answer.body());
        } catch (ConnectException | HttpConnectTimeoutException e) {
            return new Handover.NotYet("text-service-unreachable");
        } catch (IOException e) {
            return new Handover.Unsure("connection-lost");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Handover.Unsure("stopped-while-sending");
        }
    }

    private Map<String, String> form(Text text) {
        var form = new LinkedHashMap<String, String>();
        form.put("To", text.recipient());
        form.put(settings.sendsByService() ? "MessagingServiceSid" : "From", settings.sender());
        form.put("Body", text.words());
        form.put("StatusCallback", url.of(HearTwilio.receipts(text.slug(), text.id())));
        return form;
    }

    private String basic() {
        var pair = settings.account() + ":" + settings.token();
        return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
