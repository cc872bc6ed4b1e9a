package org.needlepoint.frontdoor.reminders.web;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.needlepoint.frontdoor.reminders.CallList;
import org.needlepoint.notifications.MessageLog;
import org.needlepoint.practice.Practice;
import org.needlepoint.scheduling.Appointment;
import org.needlepoint.scheduling.ConfirmAppointment;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/// The messages of one visit, for its page: `frontdoor/reminders/visit :: messages`.
@Component
public class VisitMessages {
    private final MessageLog log;
    private final CallList callList;
    private final ConfirmAppointment confirmAppointment;
    private final MessageWords words;

    /// A message sent, or a reminder to come.
    public record Line(
            String what, String state, String tag, @Nullable String detail) {}

    VisitMessages(MessageLog log, CallList callList, ConfirmAppointment confirmAppointment, MessageWords words) {
        this.log = log;
        this.callList = callList;
        this.confirmAppointment = confirmAppointment;
        this.words = words;
    }

    /// Adds what the fragment needs: `visitMessages`, `visitReminders`, `confirmed`.
    public void addTo(ModelAndView page, Practice practice, Appointment visit, Locale locale) {
        page.addObject("confirmed", confirmAppointment.isConfirmed(practice.id(), visit.id()));
        page.addObject("visitMessages", messages(practice, visit, locale));
        page.addObject("visitReminders", reminders(practice, visit, locale));
    }

    private List<Line> messages(Practice practice, Appointment visit, Locale locale) {
        return log.about(practice.id(), visit.id().value()).stream()
                .map(message -> new Line(
                        words.say(
                                locale,
                                "reminders.visit.message",
                                words.kind(message, locale),
                                words.when(practice, message.createdAt(), locale)),
                        words.state(message, locale),
                        MessageWords.tag(message.state()),
                        words.detail(practice, message, locale)))
                .toList();
    }

    /// Those that are in the outbox already are messages.
    private List<Line> reminders(Practice practice, Appointment visit, Locale locale) {
        return callList.of(practice.id(), visit.id()).stream()
                .filter(reminder -> !reminder.state().equals("queued"))
                .map(reminder -> new Line(
                        words.say(locale, "reminders.visit.reminder", words.when(practice, reminder.at(), locale)),
                        words.say(locale, "reminders.state." + reminder.state()),
                        reminder.reason() == null ? "np-tag--outline" : "np-tag--amber",
                        reminder.reason() == null ? null : words.reason(reminder.reason(), locale)))
                .toList();
    }
}
