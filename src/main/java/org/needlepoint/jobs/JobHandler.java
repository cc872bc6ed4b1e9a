package org.needlepoint.jobs;

import java.util.UUID;
import org.needlepoint.shared.PracticeId;

/// Does one kind of scheduled work. It runs in the practice's scope, outside a transaction, and may run twice.
public interface JobHandler {
    /// The kind of work, as the module and the act: `notifications.send`.
    String kind();

    /// Does the work for one subject. An exception means: try again later.
    void run(PracticeId practice, UUID subject);
}
