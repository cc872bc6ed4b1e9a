package org.needlepoint.charting.note;

import org.needlepoint.identity.AccountId;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.shared.PracticeId;

/// Says who writes under supervision at a visit: a student who drafts, a trainee who treats. Their note is not released
/// before a supervisor has signed it too (rule W7).
public interface UnderSupervision {
    /// Whether this person's note of the visit needs a supervisor's signature. It also lets them sign it as its writer
    /// where the visit is not their own.
    boolean writes(PracticeId practice, AppointmentId visit, AccountId account);

    /// Whether this person supervised at the visit: then their signature releases the note, as a supervisor's does.
    default boolean supervises(PracticeId practice, AppointmentId visit, AccountId account) {
        return false;
    }
}
