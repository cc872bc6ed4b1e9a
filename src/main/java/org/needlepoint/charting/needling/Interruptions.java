package org.needlepoint.charting.needling;

import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.needlepoint.charting.SessionId;
import org.needlepoint.scheduling.AppointmentId;
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
    /// @param subject   id of the screening or red-flag question, or class of the hazard
    /// @param region    a word of the vocabulary `muscle-region`, or [Acknowledgement#EVERYWHERE]
    /// @param factsHash of the screening as it was
    record Put(Kind kind, String subject, String region, Laterality side, String factsHash) {}

    /// What it was about.
    enum Kind {
        QUESTION,
        HAZARD,
        BOTH_SIDES_OF_THORAX,
        RED_SIGN,
        NO_REFERRAL;

        String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// That the rule asks for a referral and none is on file.
    static final Put NO_REFERRAL =
            new Put(Kind.NO_REFERRAL, Kind.NO_REFERRAL.code(), Acknowledgement.EVERYWHERE, Laterality.M, "");

    /// Keeps what was put to somebody. The same again in one session counts once.
    void add(PracticeId practice, SessionId session, UUID account, Collection<Put> all, Instant at) {
        for (var put : all) {
            jdbc.sql("""
                insert into charting.interruption
                  (practice_id, id, session_id, put_to, kind, subject, region, side, facts_hash, put_at)
                values (:practice, :id, :session, :account, :kind, :subject, :region, :side, :hash, :at)
                on conflict do nothing
                """)
                    .params(values(practice, account, put, at))
                    .param("session", session.value())
                    .update();
        }
    }

    /// The same of a visit, which may have no session yet. The same again at one visit counts once.
    void add(PracticeId practice, AppointmentId visit, UUID account, Collection<Put> all, Instant at) {
        for (var put : all) {
            jdbc.sql("""
                insert into charting.interruption
                  (practice_id, id, visit_id, put_to, kind, subject, region, side, facts_hash, put_at)
                values (:practice, :id, :visit, :account, :kind, :subject, :region, :side, :hash, :at)
                on conflict do nothing
                """)
                    .params(values(practice, account, put, at))
                    .param("visit", visit.value())
                    .update();
        }
    }

    private static Map<String, Object> values(PracticeId practice, UUID account, Put put, Instant at) {
        return Map.of(
                "practice", practice.value(),
                "id", Uuid7.next(),
                "account", account,
                "kind", put.kind().code(),
                "subject", put.subject().toLowerCase(Locale.ROOT),
                "region", put.region(),
                "side", put.side().name(),
                "hash", put.factsHash(),
                "at", Ledger.utc(at));
    }
}
