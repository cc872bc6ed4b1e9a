package org.needlepoint.notifications;

import java.util.List;
import java.util.UUID;
import org.needlepoint.shared.PracticeEvent;
import org.needlepoint.shared.PracticeId;

/// Somebody answered CANCEL to a text message. To the service that is a word for ending messages; perhaps they
/// meant what the messages are about.
///
/// @param subjects of the messages of late to that phone, such as appointments' ids
public record CancelAnswered(PracticeId practice, List<UUID> subjects) implements PracticeEvent {
    public CancelAnswered {
        subjects = List.copyOf(subjects);
    }
}
