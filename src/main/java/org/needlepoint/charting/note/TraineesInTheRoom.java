package org.needlepoint.charting.note;

import org.needlepoint.charting.room.KeepRoom;
import org.needlepoint.credentials.Practitioner;
import org.needlepoint.credentials.Practitioners;
import org.needlepoint.identity.AccountId;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.shared.PracticeId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Trainees who treat while a supervisor is in the room: their note is not released before a supervisor has signed it.
@Component
class TraineesInTheRoom implements UnderSupervision {
    private final KeepRoom keepRoom;
    private final Practitioners practitioners;

    TraineesInTheRoom(KeepRoom keepRoom, Practitioners practitioners) {
        this.keepRoom = keepRoom;
        this.practitioners = practitioners;
    }

    @Override
    @Transactional(readOnly = true)
    public boolean writes(PracticeId practice, AppointmentId visit, AccountId account) {
        return practitioners
                .ofAccount(practice, account.value())
                .map(Practitioner::id)
                .flatMap(trainee -> keepRoom.at(practice, visit).supervisorOf(trainee))
                .isPresent();
    }
}
