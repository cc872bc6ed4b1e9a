package org.needlepoint.notifications;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.needlepoint.audit.Actor;
import org.needlepoint.database.PracticeScope;
import org.needlepoint.notifications.Message.Channel;
import org.needlepoint.practice.Practice;
import org.needlepoint.practice.PracticeDirectory;
import org.needlepoint.practice.Practices;
import org.needlepoint.shared.PracticeId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/// What somebody answers to a text message. One number serves all practices of an installation, so an answer is for
/// those that wrote to the phone; the others never learn of it.
@Service
public class AnswerToText {
    /// Older texts are about visits that were.
    private static final Duration CONCERNED = Duration.ofDays(100);

    private final PracticeDirectory directory;
    private final Practices practices;
    private final OptOuts optOuts;
    private final MessageSource messages;
    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /// The latest text that a practice sent to the phone.
    private record Sent(PracticeId practice, Instant at, Locale locale) {}

    AnswerToText(
            PracticeDirectory directory,
            Practices practices,
            OptOuts optOuts,
            MessageSource messages,
            JdbcClient jdbc,
            TransactionOperations transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.directory = directory;
        this.practices = practices;
        this.optOuts = optOuts;
        this.messages = messages;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    /// They want no more text messages.
    ///
    /// @return false when they had ended before, or no practice wrote to the phone
    public boolean stop(String phone) {
        return any(
                phone,
                sent -> optOuts.stop(
                        sent.practice(), Channel.SMS, phone, OptOuts.Stop.EVERYTHING, OptOuts.Asked.REPLY));
    }

    /// They wrote a word that may mean what the messages are about.
    public void cancel(String phone) {
        any(phone, sent -> {
            events.publishEvent(new CancelAnswered(sent.practice(), subjects(sent.practice(), phone)));
            return true;
        });
    }

    /// They want them again.
    ///
    /// @return false when they had not ended
    public boolean start(String phone) {
        return any(
                phone,
                sent -> optOuts.lift(
                        sent.practice(), Channel.SMS, phone, EnumSet.allOf(OptOuts.Stop.class), Actor.GUEST));
    }

    /// Confirms that text messages have ended; empty when no practice wrote to the phone.
    public Optional<String> stopped(String phone, Locale locale) {
        return latest(phone)
                .flatMap(sent -> in(sent.practice(), () -> practices.find(sent.practice())))
                .map(practice ->
                        messages.getMessage("notifications.sms.stopped", new Object[] {practice.name()}, locale));
    }

    /// They wrote something else. Nobody reads it, and they are told so (rule P4); empty when no practice wrote to
    /// them, or they want no messages.
    public Optional<String> reply(String phone) {
        return latest(phone).flatMap(sent -> in(sent.practice(), () -> words(sent, phone)));
    }

    private Optional<String> words(Sent sent, String phone) {
        if (!optOuts.inForce(sent.practice(), Channel.SMS, phone).isEmpty()) {
            return Optional.empty();
        }
        return practices.find(sent.practice()).map(practice -> {
            var call = practice.locations().stream()
                    .flatMap(location -> location.phones().stream())
                    .map(Practice.Phone::number)
                    .findFirst()
                    .orElse("");
            var key = call.isEmpty() ? "notifications.sms.unread" : "notifications.sms.unread.call";
            return messages.getMessage(key, new Object[] {practice.name(), call}, sent.locale());
        });
    }

    /// Does something at every practice that wrote to the phone; whether it did anything at any.
    private boolean any(String phone, Predicate<Sent> work) {
        return wrote(phone).stream()
                        .filter(sent -> in(sent.practice(), () -> Optional.of(work.test(sent)))
                                .orElse(false))
                        .count()
                > 0;
    }

    private Optional<Sent> latest(String phone) {
        return wrote(phone).stream().max(Comparator.comparing(Sent::at));
    }

    private List<Sent> wrote(String phone) {
        return directory.all().stream()
                .flatMap(practice -> in(practice, () -> latest(practice, phone)).stream())
                .toList();
    }

    private List<UUID> subjects(PracticeId practice, String phone) {
        return jdbc.sql("""
            select distinct subject_id
              from notifications.message
             where practice_id = :practice
               and recipient = :phone
               and channel = 'sms'
               and created_at >= :since
            """)
                .param("practice", practice.value())
                .param("phone", phone)
                .param("since", Outbox.utc(clock.instant().minus(CONCERNED)))
                .query((rs, _) -> rs.getObject("subject_id", UUID.class))
                .list();
    }

    private Optional<Sent> latest(PracticeId practice, String phone) {
        return jdbc.sql("""
            select created_at, locale
              from notifications.message
             where practice_id = :practice
               and recipient = :phone
               and channel = 'sms'
             order by created_at desc
             limit 1
            """)
                .param("practice", practice.value())
                .param("phone", phone)
                .query((rs, _) -> new Sent(
                        practice,
                        rs.getObject("created_at", OffsetDateTime.class).toInstant(),
                        Locale.forLanguageTag(rs.getString("locale"))))
                .optional();
    }

    private interface Work<T> {
        Optional<T> get();
    }

    private <T> Optional<T> in(PracticeId practice, Work<T> work) {
        return PracticeScope.in(practice, () -> Objects.requireNonNull(transaction.execute(_ -> work.get())));
    }
}
