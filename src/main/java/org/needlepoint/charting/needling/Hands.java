package org.needlepoint.charting.needling;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.needlepoint.audit.Actor;
import org.needlepoint.charting.room.KeepRoom;
import org.needlepoint.charting.room.RoomEntry;
import org.needlepoint.credentials.Practitioner;
import org.needlepoint.credentials.Practitioners;
import org.needlepoint.credentials.entitlement.Entitlement;
import org.needlepoint.credentials.entitlement.Entitlements;
import org.needlepoint.credentials.entitlement.Shortfall;
import org.needlepoint.scheduling.Appointment;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.scheduling.Calendar;
import org.needlepoint.shared.NotFound;
import org.needlepoint.shared.PracticeId;
import org.springframework.stereotype.Component;

/// Whose hands needle at a visit, and whether they may, alone or under the supervision in the room (rule C13): the
/// practitioner who is signed in, and nobody in their place.
@Component
class Hands {
    private final Practitioners practitioners;
    private final Entitlements entitlements;
    private final KeepRoom keepRoom;
    private final Calendar calendar;
    private final Clock clock;

    Hands(Practitioners practitioners, Entitlements entitlements, KeepRoom keepRoom, Calendar calendar, Clock clock) {
        this.practitioners = practitioners;
        this.entitlements = entitlements;
        this.keepRoom = keepRoom;
        this.calendar = calendar;
        this.clock = clock;
    }

    /// For an intention: as it is today where the visit takes place.
    Entitlement entitledToday(PracticeId practice, Appointment visit, Actor by) {
        return entitled(practice, visit, by.id(), LocalDate.ofInstant(clock.instant(), visit.zone()));
    }

    /// The same for an account.
    Entitlement entitledToday(PracticeId practice, AppointmentId id, UUID account) {
        var visit = calendar.find(practice, id).orElseThrow(NotFound::new);
        return entitled(practice, visit, account, LocalDate.ofInstant(clock.instant(), visit.zone()));
    }

    /// For what has happened: as it was on the day of the visit, however late it is reported.
    Entitlement entitled(PracticeId practice, AppointmentId id, UUID account) {
        var visit = calendar.find(practice, id).orElseThrow(NotFound::new);
        return entitled(practice, visit, account, visit.localStart().toLocalDate());
    }

    /// Whether the rule of whoever charts, or of the visit's practitioner, wants a consent in writing, entitled or not.
    boolean wantWriting(PracticeId practice, AppointmentId id, UUID account) {
        var visit = calendar.find(practice, id).orElseThrow(NotFound::new);
        var today = LocalDate.ofInstant(clock.instant(), visit.zone());
        var charts = practitioners.ofAccount(practice, account).map(Practitioner::id);
        return Stream.concat(Stream.of(visit.practitioner()), charts.stream())
                .distinct()
                .anyMatch(it -> entitlements.writtenConsent(practice, it, visit.location(), today));
    }

    private Entitlement entitled(PracticeId practice, Appointment visit, @Nullable UUID account, LocalDate day) {
        var found = Optional.ofNullable(account).flatMap(it -> practitioners.ofAccount(practice, it));
        if (found.isEmpty()) {
            return new Entitlement.NotEntitled(
                    entitlements.jurisdiction(practice, visit.location()), List.of(new Shortfall.NoPractitioner()));
        }
        var who = found.get().id();
        var room = keepRoom.at(practice, visit.id());
        var supervisor = room.supervisorOf(who).orElse(null);
        var entitled = entitlements.of(practice, who, visit.location(), day, supervisor);
        return entitled instanceof Entitlement.NotEntitled why
                ? room.named(who)
                        .flatMap(named -> unconfirmed(practice, visit, named, day))
                        .<Entitlement>map(why::and)
                        .orElse(why)
                : entitled;
    }

    /// Whose word is missing, where a supervision would let them needle.
    private Optional<Shortfall> unconfirmed(PracticeId practice, Appointment visit, RoomEntry named, LocalDate day) {
        var trainee = named.trainee();
        var supervisor = named.supervisor();
        if (trainee == null || supervisor == null || named.answer() == RoomEntry.Answer.CONFIRMED) {
            return Optional.empty();
        }
        if (entitlements.of(practice, trainee, visit.location(), day, supervisor) instanceof Entitlement.NotEntitled) {
            return Optional.empty();
        }
        var name = practitioners
                .find(practice, supervisor)
                .map(Practitioner::titledName)
                .orElse("");
        return Optional.of(
                named.waits() ? new Shortfall.SupervisionNotConfirmed(name) : new Shortfall.SupervisionDeclined(name));
    }
}
