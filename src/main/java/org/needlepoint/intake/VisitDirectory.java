package org.needlepoint.intake;

import java.util.Optional;
import java.util.UUID;
import org.needlepoint.shared.PracticeId;

/// Where this module learns of a visit: it stands below the calendar and may not read it. The module that composes the
/// pages implements this.
public interface VisitDirectory {
    /// The visit with an appointment's id; empty when the practice has none of that id or it was cancelled.
    Optional<VisitFacts> find(PracticeId practice, UUID visit);
}
