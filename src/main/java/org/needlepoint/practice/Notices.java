package org.needlepoint.practice;

import java.time.LocalDate;
import java.util.List;
import org.needlepoint.shared.PracticeId;
import org.needlepoint.shared.Texts;
import org.needlepoint.shared.Uuid7;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// What a practice tells everybody for a while, at the head of its public pages.
@Repository
public class Notices {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    Notices(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// The notices of a local day.
    @Transactional(readOnly = true)
    public List<Texts> shownOn(PracticeId practice, LocalDate day) {
        return jdbc.sql("""
            select text
              from practice.notice
             where practice_id = :practice
               and shown_from <= :day
               and shown_to >= :day
             order by shown_from, id
            """)
                .param("practice", practice.value())
                .param("day", day)
                .query((rs, _) -> json.readValue(rs.getString("text"), Texts.class))
                .list();
    }

    /// Shows a notice from one local day to another, both included.
    @Transactional
    public void show(PracticeId practice, Texts text, LocalDate from, LocalDate to) {
        jdbc.sql("""
            insert into practice.notice (practice_id, id, text, shown_from, shown_to)
            values (:practice, :id, :text::jsonb, :from, :to)
            """)
                .param("practice", practice.value())
                .param("id", Uuid7.next())
                .param("text", json.writeValueAsString(text))
                .param("from", from)
                .param("to", to)
                .update();
    }
}
