package org.needlepoint.frontdoor.reminders;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.needlepoint.frontdoor.reminders.Preferences.Wish;
import org.needlepoint.notifications.Message;
import org.needlepoint.notifications.Message.Channel;
import org.needlepoint.notifications.OptOuts;
import org.needlepoint.notifications.OptOuts.Stop;
import org.needlepoint.notifications.SmsGateway;
import org.needlepoint.patients.Patient;
import org.needlepoint.shared.PracticeId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// By which way a patient is reached: the one they wish, else the other, e-mail first when they said nothing. An
/// address that does not want messages is left alone, and what cannot leave is promised to nobody.
@Component
public class ReachPatient {
    private final Preferences preferences;
    private final OptOuts optOuts;
    private final SmsGateway sms;

    /// The way, or why there is none.
    public sealed interface Way {
        /// Write there.
        record By(Channel channel, String address, Locale locale) implements Way {}

        /// Nobody can be written to: call, or hand over a slip (rule F5).
        record Nobody(Reason reason) implements Way {}
    }

    /// Why a patient cannot be written to.
    public enum Reason {
        /// Neither an e-mail address nor a phone number is on record.
        NO_ADDRESS,
        /// They want no reminders.
        NOT_WANTED,
        /// Whoever has the address asked for no more messages.
        OPTED_OUT,
        /// There is only a phone number, and no text message service is set up.
        NO_SMS_GATEWAY;

        /// The word in tables and message keys.
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    ReachPatient(Preferences preferences, OptOuts optOuts, SmsGateway sms) {
        this.preferences = preferences;
        this.optOuts = optOuts;
        this.sms = sms;
    }

    /// The way for a message of a kind. Who wants no reminders still learns of a visit that is moved or cancelled.
    @Transactional(readOnly = true)
    public Way way(PracticeId practice, Patient patient, Message.Kind kind) {
        var wish = preferences
                .of(practice, patient.id())
                .or(() -> preferences.of(practice, patient.chart()))
                .orElse(Wish.EMAIL);
        if (wish == Wish.NONE && kind.reminds()) {
            return new Way.Nobody(Reason.NOT_WANTED);
        }
        var ways = ways(patient, wish);
        if (ways.isEmpty()) {
            return new Way.Nobody(Reason.NO_ADDRESS);
        }
        var open = ways.stream().filter(way -> !isClosed(practice, way)).toList();
        if (open.isEmpty()) {
            return new Way.Nobody(Reason.OPTED_OUT);
        }
        return open.stream()
                .filter(this::canLeave)
                .findFirst()
                .map(way -> ofKind(practice, way, kind))
                .orElseGet(() -> new Way.Nobody(Reason.NO_SMS_GATEWAY));
    }

    /// Nothing at all goes there. The other way is open still: who ends texts has not ended e-mail.
    private boolean isClosed(PracticeId practice, Way.By way) {
        return optOuts.inForce(practice, way.channel(), way.address()).contains(Stop.EVERYTHING);
    }

    private boolean canLeave(Way.By way) {
        return way.channel() == Channel.EMAIL || sms.available();
    }

    /// Who ended reminders where they came does not want them elsewhere, unless they wish for them there.
    private Way ofKind(PracticeId practice, Way.By way, Message.Kind kind) {
        return optOuts.stops(practice, way.channel(), way.address(), kind) ? new Way.Nobody(Reason.OPTED_OUT) : way;
    }

    private static List<Way.By> ways(Patient patient, Wish wish) {
        var who = patient.demographics();
        var ways = new ArrayList<Way.By>();
        var email = who.email();
        if (email != null) {
            ways.add(new Way.By(Channel.EMAIL, email, who.locale()));
        }
        var phone = who.phone();
        if (phone != null) {
            ways.add(wish == Wish.SMS ? 0 : ways.size(), new Way.By(Channel.SMS, phone, who.locale()));
        }
        return ways;
    }
}
