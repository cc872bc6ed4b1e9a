package org.needlepoint.notifications;

import java.util.List;
import org.needlepoint.notifications.Enclosures.Enclosure;
import org.needlepoint.practice.Practice;
import org.needlepoint.practice.Practices;
import org.needlepoint.shared.NotFound;
import org.needlepoint.shared.PracticeId;
import org.springframework.stereotype.Component;

/// Writes a message's words and hands it over by its channel.
@Component
class Post {
    private final Practices practices;
    private final Wording wording;
    private final MailHandover mail;
    private final SmsGateway sms;
    private final List<Enclosures> enclosures;

    Post(Practices practices, Wording wording, MailHandover mail, SmsGateway sms, List<Enclosures> enclosures) {
        this.practices = practices;
        this.wording = wording;
        this.mail = mail;
        this.sms = sms;
        this.enclosures = List.copyOf(enclosures);
    }

    boolean canSendMail() {
        return mail.possible();
    }

    Handover handOver(PracticeId id, SendMessage.Letter letter) {
        Practice practice = practices.find(id).orElseThrow(NotFound::new);
        var words = wording.of(practice, letter);
        return switch (letter.channel()) {
            case EMAIL -> mail.send(practice, letter, words, enclosed(practice, letter));
            case SMS -> sms.send(new SmsGateway.Text(letter.id(), practice.slug(), letter.recipient(), words.sms()));
        };
    }

    private List<Enclosure> enclosed(Practice practice, SendMessage.Letter letter) {
        var path = letter.content().path();
        return path == null
                ? List.of()
                : enclosures.stream()
                        .flatMap(each ->
                                each.of(practice, letter.kind(), letter.subject(), path, letter.locale()).stream())
                        .toList();
    }
}
