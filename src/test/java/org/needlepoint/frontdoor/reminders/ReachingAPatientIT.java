package org.needlepoint.frontdoor.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.needlepoint.audit.Actor;
import org.needlepoint.frontdoor.reminders.Preferences.Wish;
import org.needlepoint.frontdoor.reminders.ReachPatient.Reason;
import org.needlepoint.frontdoor.reminders.ReachPatient.Way;
import org.needlepoint.notifications.Handover;
import org.needlepoint.notifications.Message.Channel;
import org.needlepoint.notifications.Message.Kind;
import org.needlepoint.notifications.OptOuts;
import org.needlepoint.notifications.OptOuts.Asked;
import org.needlepoint.notifications.OptOuts.Stop;
import org.needlepoint.notifications.SmsGateway;
import org.needlepoint.patients.Demographics;
import org.needlepoint.patients.PatientId;
import org.needlepoint.patients.Patients;
import org.needlepoint.testing.IntegrationTest;
import org.needlepoint.testing.PracticeFixture;
import org.springframework.beans.factory.annotation.Autowired;

/// A patient is written to where they want it and where it can arrive; else somebody calls.
@IntegrationTest
class ReachingAPatientIT {
    private static final String PHONE = "+14105550123";
    private static final String EMAIL = "ada@example.org";
    private static final Way BY_EMAIL = new Way.By(Channel.EMAIL, EMAIL, Locale.ENGLISH);
    private static final Way BY_TEXT = new Way.By(Channel.SMS, PHONE, Locale.ENGLISH);

    /// A text message service, or none.
    private record Gateway(boolean available) implements SmsGateway {
        @Override
        public Handover send(Text text) {
            throw new IllegalStateException("nothing is sent here");
        }
    }

    @Autowired
    Patients patients;

    @Autowired
    Preferences preferences;

    @Autowired
    OptOuts optOuts;

    @Autowired
    PracticeFixture practices;

    private PracticeFixture.Opened practice;

    @BeforeEach
    void open() {
        practice = practices.open("America/New_York");
    }

    private PatientId patient(@Nullable String phone, @Nullable String email) {
        var who = new Demographics("Ada Example", LocalDate.of(1980, 2, 3), phone, email, Locale.ENGLISH);
        return practices.in(practice.id(), () -> patients.register(practice.id(), who, Actor.SYSTEM));
    }

    private void wishes(PatientId patient, Wish wish) {
        practices.in(practice.id(), () -> {
            preferences.keep(practice.id(), patient, wish, Actor.GUEST);
            return true;
        });
    }

    private void stop(Channel channel, String address, Stop what) {
        practices.in(practice.id(), () -> {
            optOuts.stop(practice.id(), channel, address, what, Asked.LINK);
            return true;
        });
    }

    private Way way(PatientId patient, Kind kind, boolean texts) {
        var reach = new ReachPatient(preferences, optOuts, new Gateway(texts));
        return practices.in(
                practice.id(),
                () -> reach.way(
                        practice.id(), patients.find(practice.id(), patient).orElseThrow(), kind));
    }

    private Way reminder(PatientId patient, boolean texts) {
        return way(patient, Kind.VISIT_REMINDER, texts);
    }

    private static Way nobody(Reason reason) {
        return new Way.Nobody(reason);
    }

    @Test
    void goes_by_mail_first_and_by_text_where_there_is_a_phone_only() {
        assertThat(reminder(patient(PHONE, EMAIL), true)).isEqualTo(BY_EMAIL);
        assertThat(reminder(patient(PHONE, null), true)).isEqualTo(BY_TEXT);
    }

    @Test
    void is_a_call_where_no_text_can_leave_and_there_is_nothing_else() {
        var ada = patient(PHONE, null);
        assertThat(reminder(ada, false)).isEqualTo(nobody(Reason.NO_SMS_GATEWAY));
        assertThat(way(ada, Kind.WAITING_LIST_OFFER, false)).isEqualTo(nobody(Reason.NO_SMS_GATEWAY));
    }

    @Test
    void goes_by_mail_where_texts_are_wished_for_and_cannot_leave() {
        var ada = patient(PHONE, EMAIL);
        wishes(ada, Wish.SMS);
        assertThat(reminder(ada, true)).isEqualTo(BY_TEXT);
        assertThat(reminder(ada, false)).isEqualTo(BY_EMAIL);
    }

    @Test
    void ends_with_the_reminders_at_the_address_in_use_and_is_not_moved_to_the_phone() {
        var ada = patient(PHONE, EMAIL);
        stop(Channel.EMAIL, "Ada@Example.org", Stop.REMINDERS);
        assertThat(reminder(ada, true)).isEqualTo(nobody(Reason.OPTED_OUT));
        assertThat(way(ada, Kind.APPOINTMENT_CANCELLED, true))
                .as("what they must know still comes")
                .isEqualTo(BY_EMAIL);
    }

    @Test
    void goes_by_text_for_who_ended_reminders_by_mail_and_wished_for_texts() {
        var ada = patient(PHONE, EMAIL);
        stop(Channel.EMAIL, EMAIL, Stop.REMINDERS);
        wishes(ada, Wish.SMS);
        assertThat(reminder(ada, true)).isEqualTo(BY_TEXT);
        assertThat(reminder(ada, false)).isEqualTo(nobody(Reason.OPTED_OUT));
    }

    @Test
    void goes_by_mail_for_who_ended_texts() {
        var ada = patient(PHONE, EMAIL);
        wishes(ada, Wish.SMS);
        stop(Channel.SMS, PHONE, Stop.EVERYTHING);
        assertThat(reminder(ada, true)).isEqualTo(BY_EMAIL);
        assertThat(reminder(patient(PHONE, null), true)).isEqualTo(nobody(Reason.OPTED_OUT));
    }

    @Test
    void is_nobody_without_an_address_or_a_wish() {
        assertThat(reminder(patient(null, null), true)).isEqualTo(nobody(Reason.NO_ADDRESS));
        var ada = patient(PHONE, EMAIL);
        wishes(ada, Wish.NONE);
        assertThat(reminder(ada, true)).isEqualTo(nobody(Reason.NOT_WANTED));
        assertThat(way(ada, Kind.APPOINTMENT_MOVED, true)).isEqualTo(BY_EMAIL);
    }
}
