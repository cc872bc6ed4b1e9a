package org.needlepoint.frontdoor.reminders;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.needlepoint.audit.Actor;
import org.needlepoint.frontdoor.reminders.Preferences.Wish;
import org.needlepoint.frontdoor.reminders.ReachPatient.Way;
import org.needlepoint.notifications.Message.Channel;
import org.needlepoint.notifications.Message.Kind;
import org.needlepoint.notifications.OptOuts;
import org.needlepoint.notifications.OptOuts.Stop;
import org.needlepoint.notifications.SmsGateway;
import org.needlepoint.notifications.StopLinks;
import org.needlepoint.patients.Patient;
import org.needlepoint.patients.PatientId;
import org.needlepoint.patients.Patients;
import org.needlepoint.shared.NotFound;
import org.needlepoint.shared.PracticeId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Lets a patient choose how to be reminded, among the ways that there are.
@Service
public class ChooseReminders {
    private final Patients patients;
    private final Preferences preferences;
    private final OptOuts optOuts;
    private final SmsGateway sms;
    private final ReachPatient reach;

    /// The ways to choose from and the one that holds now.
    ///
    /// @param email so much of the address that its owner knows it; null where there is none
    /// @param phone likewise; null too where no text message service is set up
    /// @param ended whether text messages were ended by answering STOP: only the phone itself can begin them again
    public record Ways(@Nullable String email, @Nullable String phone, Wish now, boolean ended) {
        /// What can be chosen.
        public List<Wish> choices() {
            var wishes = new ArrayList<Wish>();
            if (email != null) {
                wishes.add(Wish.EMAIL);
            }
            if (phone != null) {
                wishes.add(Wish.SMS);
            }
            wishes.add(Wish.NONE);
            return wishes;
        }
    }

    ChooseReminders(Patients patients, Preferences preferences, OptOuts optOuts, SmsGateway sms, ReachPatient reach) {
        this.patients = patients;
        this.preferences = preferences;
        this.optOuts = optOuts;
        this.sms = sms;
        this.reach = reach;
    }

    /// What a patient can choose from.
    @Transactional(readOnly = true)
    public Ways ways(PracticeId practice, PatientId id) {
        var patient = patients.find(practice, id).orElseThrow(NotFound::new);
        var email = patient.demographics().email();
        var phone = sms.available() ? patient.demographics().phone() : null;
        return new Ways(
                email == null ? null : new StopLinks.Address(Channel.EMAIL, email).hint(),
                phone == null ? null : new StopLinks.Address(Channel.SMS, phone).hint(),
                now(practice, patient),
                phone != null && optOuts.inForce(practice, Channel.SMS, phone).contains(Stop.EVERYTHING));
    }

    private Wish now(PracticeId practice, Patient patient) {
        return switch (reach.way(practice, patient, Kind.VISIT_REMINDER)) {
            case Way.By by -> by.channel() == Channel.EMAIL ? Wish.EMAIL : Wish.SMS;
            case Way.Nobody _ -> Wish.NONE;
        };
    }

    /// Keeps the choice. Who chooses an address wants reminders there again.
    @Transactional
    public void choose(PracticeId practice, PatientId id, Wish wish, Actor actor) {
        var who = patients.find(practice, id).orElseThrow(NotFound::new).demographics();
        var email = who.email();
        var phone = who.phone();
        if (wish == Wish.EMAIL && email != null) {
            optOuts.lift(practice, Channel.EMAIL, email, Set.of(Stop.REMINDERS), actor);
        }
        if (wish == Wish.SMS && phone != null) {
            optOuts.lift(practice, Channel.SMS, phone, Set.of(Stop.REMINDERS), actor);
        }
        preferences.keep(practice, id, wish, actor);
    }
}
