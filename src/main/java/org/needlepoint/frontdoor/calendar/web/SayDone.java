package org.needlepoint.frontdoor.calendar.web;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.needlepoint.frontdoor.web.Words;
import org.needlepoint.identity.SignedIn;
import org.needlepoint.patients.Patients;
import org.needlepoint.practice.Practice;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.scheduling.Calendar;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// Says what was done just now, with a way to undo it. Addresses carry ids alone; names are looked up here.
@Component
class SayDone {
    private static final Set<String> ABOUT_A_VISIT =
            Set.of("placed", "booked", "cancelled", "state", "undone", "walked-in");
    private static final Set<String> OTHERS = Set.of("blocked", "unblocked");

    private final Calendar calendar;
    private final Patients patients;
    private final MessageSource messages;

    SayDone(Calendar calendar, Patients patients, MessageSource messages) {
        this.calendar = calendar;
        this.patients = patients;
        this.messages = messages;
    }

    /// Null when there is nothing to say: an old address, or a visit of another practice.
    @Nullable
    Said of(Practice practice, String done, @Nullable AppointmentId id, int version, SignedIn who, Locale locale) {
        if (OTHERS.contains(done)) {
            return Said.done(say("calendar.done." + done, locale));
        }
        if (id == null || !ABOUT_A_VISIT.contains(done)) {
            return null;
        }
        var visit = calendar.find(practice.id(), id);
        var patient = visit.flatMap(found -> patients.find(practice.id(), found.patient()));
        if (visit.isEmpty() || patient.isEmpty() || visit.get().version() != version) {
            return null;
        }
        var words = Words.of(practice, locale);
        var text = say(
                "calendar.done." + done,
                locale,
                patient.get().name(),
                words.theDay(visit.get().localStart().toLocalDate()),
                words.theTime(visit.get().localStart().toLocalTime()),
                say("frontdoor.status." + visit.get().status().code(), locale));
        boolean undoable = !done.equals("undone")
                && (done.equals("state") || Rights.of(who).change());
        return new Said(text, false, undoable ? new Said.Undo(id.toString(), version) : null, null);
    }

    private String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
