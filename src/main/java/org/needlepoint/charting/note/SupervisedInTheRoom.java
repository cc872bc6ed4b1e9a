package org.needlepoint.charting.note;

import java.util.Optional;
import org.needlepoint.charting.room.KeepRoom;
import org.needlepoint.charting.room.RoomAt;
import org.needlepoint.credentials.Practitioner;
import org.needlepoint.credentials.PractitionerId;
import org.needlepoint.credentials.Practitioners;
import org.needlepoint.identity.AccountId;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.shared.PracticeId;
import org.springframework.stereotype.Component;

/// A trainee writes, and whoever supervised them in the room of the visit signs, even where the supervision has ended
/// before that.
@Component
class SupervisedInTheRoom implements UnderSupervision {
    private final KeepRoom room;
    private final Practitioners practitioners;

    SupervisedInTheRoom(KeepRoom room, Practitioners practitioners) {
        this.room = room;
        this.practitioners = practitioners;
    }

    @Override
    public boolean writes(PracticeId practice, AppointmentId visit, AccountId account) {
        return practitioner(practice, account)
                .filter(trainee -> room.at(practice, visit).everTrained(trainee))
                .isPresent();
    }

    @Override
    public boolean supervises(PracticeId practice, AppointmentId visit, AccountId account) {
        return practitioner(practice, account)
                .filter(who -> room.at(practice, visit).everSupervised().stream()
                        .map(RoomAt.Supervision::supervisor)
                        .anyMatch(who::equals))
                .isPresent();
    }

    private Optional<PractitionerId> practitioner(PracticeId practice, AccountId account) {
        return practitioners.ofAccount(practice, account.value()).map(Practitioner::id);
    }
}
