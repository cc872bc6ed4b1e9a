package org.needlepoint.notifications.twilio;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.needlepoint.notifications.AnswerToText;
import org.needlepoint.notifications.MessageId;
import org.needlepoint.notifications.Receipts;
import org.needlepoint.notifications.Receipts.Receipt;
import org.needlepoint.practice.PublicUrl;
import org.needlepoint.shared.PracticeId;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// Hears what Twilio says of a message that it took, and what people answer. It believes only what Twilio has signed.
@Component
public class HearTwilio {
    /// Where the number's or the messaging service's incoming messages go.
    public static final String ANSWERS = "/hooks/twilio/answers";

    /// Twilio ends the messages at these words by itself, and says so.
    private static final Set<String> STOP =
            Set.of("STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE", "OPTOUT");

    /// These it does not know, unless somebody has taught a messaging service.
    private static final Set<String> STOP_IN_SPANISH = Set.of("ALTO", "PARAR", "BAJA");

    /// Words that may be meant for the visit. The first one ends the messages too, whatever was meant.
    private static final Set<String> CANCEL = Set.of("CANCEL", "CANCELAR");

    private static final Set<String> START = Set.of("START", "YES", "UNSTOP");
    private static final Locale SPANISH = Locale.of("es");
    private static final Set<String> HELP = Set.of("HELP", "INFO");

    private final Optional<TwilioSettings> settings;
    private final PublicUrl url;
    private final Receipts receipts;
    private final AnswerToText answers;

    /// What became of a call.
    public sealed interface Hearing {
        /// Heard.
        ///
        /// @param reply for the person who wrote; null for none
        record Heard(@Nullable String reply) implements Hearing {}

        /// Refused: Twilio did not sign it.
        record NotSigned() implements Hearing {}

        /// Refused: Twilio is not set up here.
        record NotSetUp() implements Hearing {}
    }

    HearTwilio(Environment environment, PublicUrl url, Receipts receipts, AnswerToText answers) {
        this.settings = TwilioSettings.of(environment);
        this.url = url;
        this.receipts = receipts;
        this.answers = answers;
    }

    /// The path that receipts of a message come to.
    static String receipts(String slug, MessageId id) {
        return "/p/" + slug + "/hooks/twilio/" + id;
    }

    /// A receipt. Receipts overtake each other and come twice.
    public Hearing receipt(
            PracticeId practice,
            String slug,
            MessageId id,
            Map<String, List<String>> form,
            @Nullable String signature) {
        return heard(receipts(slug, id), form, signature, () -> {
            switch (first(form, "MessageStatus")) {
                case "sent" -> receipts.note(practice, id, new Receipt.Sent());
                case "delivered", "read" -> receipts.note(practice, id, new Receipt.Delivered());
                case "undelivered", "failed" ->
                    receipts.note(
                            practice,
                            id,
                            new Receipt.NotDelivered(TwilioAnswers.undelivered(first(form, "ErrorCode"))));
                default -> {} // accepted, queued, sending: on the way
            }
            return null;
        });
    }

    /// A text message from somebody.
    public Hearing answer(Map<String, List<String>> form, @Nullable String signature) {
        return heard(ANSWERS, form, signature, () -> {
            var word = first(form, "Body").strip().toUpperCase(Locale.ROOT);
            return reply(first(form, "From"), word, first(form, "OptOutType")).orElse(null);
        });
    }

    /// @param taken what a messaging service took the word for and has answered itself; blank where none did
    private Optional<String> reply(String from, String word, String taken) {
        if (CANCEL.contains(word)) {
            answers.cancel(from);
        }
        if (taken.equals("STOP") || STOP.contains(word)) {
            answers.stop(from);
            return Optional.empty();
        }
        if (STOP_IN_SPANISH.contains(word)) {
            return answers.stop(from) ? answers.stopped(from, SPANISH) : Optional.empty();
        }
        if (taken.equals("START") || START.contains(word)) {
            return answers.start(from) || !taken.isEmpty() ? Optional.empty() : answers.reply(from);
        }
        return taken.equals("HELP") || HELP.contains(word) ? Optional.empty() : answers.reply(from);
    }

    private interface Work {
        @Nullable
        String reply();
    }

    private Hearing heard(String path, Map<String, List<String>> form, @Nullable String signature, Work work) {
        if (settings.isEmpty()) {
            return new Hearing.NotSetUp();
        }
        if (signature == null
                || !TwilioSignature.matches(signature, settings.get().token(), url.of(path), form)) {
            return new Hearing.NotSigned();
        }
        return new Hearing.Heard(work.reply());
    }

    private static String first(Map<String, List<String>> form, String field) {
        return form.getOrDefault(field, List.of()).stream().findFirst().orElse("");
    }
}
