package org.needlepoint.charting.needling;

import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.UUID;
import org.needlepoint.charting.SessionId;
import org.needlepoint.shared.Laterality;
import org.needlepoint.shared.PracticeId;
import org.needlepoint.shared.Uuid7;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The table of what was put to practitioners before they could go on.
@Repository
class Interruptions {
    private final JdbcClient jdbc;

    Interruptions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Something that stood in the way.
    ///
    /// @param subject   id of the screening question, or class of the hazard
    /// @param region    a word of the vocabulary `muscle-region`, or [Acknowledgement#EVERYWHERE]
    /// @param factsHash of the screening as it was
    record Put(Kind kind, String subject, String region, Laterality side, String factsHash) {}

    /// What it was about.
    enum Kind {
        QUESTION,
        HAZARD,
        BOTH_SIDES_OF_THORAX;

        String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// Keeps what was put to somebody. The same again in one session counts once.
    void add(PracticeId practice, SessionId session, UUID account, Collection<Put> all, Instant at) {
        for (var put : all) {
            jdbc.sql("""
                insert into charting.interruption
                  (practice_id, id, session_id, put_to, kind, subject, region, side, facts_hash, put_at)
                values (:practice, :id, :session, :account, :kind, :subject, :region, :side, :hash, :at)
                on conflict do nothing
                """)
                    .param("practice", practice.value())
                    .param("id", Uuid7.next())
                    .param("session", session.value())
                    .param("account", account)
                    .param("kind", put.kind().code())
                    .param("subject", put.subject().toLowerCase(Locale.ROOT))
                    .param("region", put.region())
                    .param("side", put.side().name())
                    .param("hash", put.factsHash())
                    .param("at", Ledger.utc(at))
                    .update();
        }
    }
}
