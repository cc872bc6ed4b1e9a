package org.needlepoint.frontdoor.calendar.web;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.needlepoint.credentials.PractitionerId;
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
    private final SayLate sayLate;
    private final MessageSource messages;

    SayDone(Calendar calendar, Patients patients, SayLate sayLate, MessageSource messages) {
        this.calendar = calendar;
        this.patients = patients;
        this.sayLate = sayLate;
        this.messages = messages;
    }

    /// What a form that led to the calendar has done, as its address says.
    ///
    /// @param visit        with which visit
    /// @param block        which block was removed
    /// @param practitioner of whom it was said that they are late
    /// @param version      which version that made: undone is only what nobody has changed since
    record Done(
            @Nullable String done,
            @Nullable UUID visit,
            @Nullable UUID block,
            @Nullable UUID practitioner,
            @Nullable Integer version) {}

    /// Null when there is nothing to say: an old address, or a visit of another practice.
    @Nullable
    Said of(Practice practice, Done address, SignedIn who, Locale locale) {
        var done = address.done() == null ? "" : address.done();
        var practitioner = address.practitioner();
        if (OTHERS.contains(done)) {
            return new Said(say("calendar.done." + done, locale), false, undoOfBlock(address, who), null);
        }
        if (done.equals("late") && practitioner != null) {
            return sayLate.of(practice, new PractitionerId(practitioner), who, locale);
        }
        return ABOUT_A_VISIT.contains(done) ? ofVisit(practice, done, address, who, locale) : null;
    }

    private static Said.@Nullable Undo undoOfBlock(Done address, SignedIn who) {
        var block = address.block();
        var version = address.version();
        return block != null && version != null && Rights.of(who).change() ? Said.Undo.ofBlock(block, version) : null;
    }

    private @Nullable Said ofVisit(Practice practice, String done, Done address, SignedIn who, Locale locale) {
        var visit = Optional.ofNullable(address.visit())
                .flatMap(each -> calendar.find(practice.id(), new AppointmentId(each)));
        var patient = visit.flatMap(found -> patients.find(practice.id(), found.patient()));
        if (visit.isEmpty()
                || patient.isEmpty()
                || !Integer.valueOf(visit.get().version()).equals(address.version())) {
            return null;
        }
        var words = Words.of(practice, locale);
        var text = say(
                "calendar.done." + done,
                locale,
                patient.get().name(),
                words.day(visit.get().localStart().toLocalDate()),
                words.time(visit.get().localStart().toLocalTime()),
                say("frontdoor.status." + visit.get().status().code(), locale));
        boolean undoable = !done.equals("undone") && Rights.of(who).change();
        return new Said(
                text,
                false,
                undoable
                        ? Said.Undo.ofVisit(
                                visit.get().id().value(), visit.get().version())
                        : null,
                null);
    }

    private String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
