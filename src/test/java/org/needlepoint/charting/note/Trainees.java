package org.needlepoint.charting.note;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.needlepoint.identity.AccountId;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.shared.PracticeId;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/// Those whom a test says to write under supervision.
@Component
@Lazy
class Trainees implements UnderSupervision {
    private final Set<AccountId> accounts = ConcurrentHashMap.newKeySet();

    void add(AccountId account) {
        accounts.add(account);
    }

    @Override
    public boolean writes(PracticeId practice, AppointmentId visit, AccountId account) {
        return accounts.contains(account);
    }
}
