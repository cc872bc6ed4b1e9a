package org.needlepoint.charting.note;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.needlepoint.shared.PracticeId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Which style each writer chose last.
@Repository
class NoteStyles {
    private final JdbcClient jdbc;
    private final Clock clock;

    NoteStyles(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// The style in which a writer's next note begins.
    NoteStyle of(PracticeId practice, UUID account) {
        return jdbc.sql("""
            select style
              from charting.note_style
             where practice_id = :practice
               and account_id = :account
            """)
                .param("practice", practice.value())
                .param("account", account)
                .query(String.class)
                .optional()
                .map(NoteStyle::of)
                .orElse(NoteStyle.SOAP);
    }

    void remember(PracticeId practice, UUID account, NoteStyle style) {
        jdbc.sql("""
            insert into charting.note_style (practice_id, account_id, style, changed_at)
            values (:practice, :account, :style, :now)
            on conflict (practice_id, account_id) do update
               set style = excluded.style, changed_at = excluded.changed_at
            """)
                .param("practice", practice.value())
                .param("account", account)
                .param("style", style.code())
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
    }
}
