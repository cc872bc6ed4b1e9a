package org.needlepoint.scheduling;

import org.needlepoint.shared.PracticeId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Lets what one client asks for happen one after the other. Without, many requests at once would each count what the
/// client has before any of them adds to it, and a limit would hold none of them.
@Component
public class ClientTurns {
    private final JdbcClient jdbc;

    ClientTurns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Waits for the client's turn, which lasts until the caller's transaction ends. What is read afterwards is read
    /// anew.
    ///
    /// @param client keyed hash of the client's address ([BookingClients])
    @Transactional(propagation = Propagation.MANDATORY)
    public void take(PracticeId practice, String client) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:turn, 0)) is null")
                .param("turn", "client " + practice + " " + client)
                .query(Boolean.class)
                .single();
    }
}
