package org.needlepoint.charting.needling;

import org.needlepoint.audit.Actor;
import org.needlepoint.audit.AuditEntry;
import org.needlepoint.audit.AuditTrail;
import org.needlepoint.charting.SessionId;
import org.needlepoint.shared.NotFound;
import org.needlepoint.shared.PracticeId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Opens a session for somebody to look at: the trail says who looked, within which visit.
@Service
public class OpenSession {
    private final Sessions sessions;
    private final AuditTrail audit;

    OpenSession(Sessions sessions, AuditTrail audit) {
        this.sessions = sessions;
        this.audit = audit;
    }

    /// The session, for a page of it.
    ///
    /// @throws NotFound when the practice has none of that id
    @Transactional
    public SessionView open(PracticeId practice, SessionId id, Actor by) {
        var session = read(practice, id);
        audit.append(
                practice,
                AuditEntry.of(by, "viewed", "session", id.value())
                        .about(session.patient().value())
                        .during(session.visit().value()));
        return session;
    }

    /// The session as it is now, for an act whose own entry in the trail says who acted.
    ///
    /// @throws NotFound when the practice has none of that id
    @Transactional(readOnly = true)
    public SessionView read(PracticeId practice, SessionId id) {
        return sessions.find(practice, id).orElseThrow(NotFound::new);
    }
}
