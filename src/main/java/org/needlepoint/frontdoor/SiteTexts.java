package org.needlepoint.frontdoor;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.needlepoint.shared.PracticeId;
import org.needlepoint.shared.Texts;
import org.needlepoint.shared.Uuid7;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// What a practice's public site says in the practice's own words.
@Repository
public class SiteTexts {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    SiteTexts(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// A part of the site with a heading.
    public record Section(Texts title, Texts body) {}

    /// Sections in their order.
    @Transactional(readOnly = true)
    public List<Section> sections(PracticeId practice) {
        return jdbc.sql("""
            select title, body
              from frontdoor.site_text
             where practice_id = :practice
               and kind = 'section'
             order by position
            """)
                .param("practice", practice.value())
                .query((rs, _) -> new Section(texts(rs.getString("title")), texts(rs.getString("body"))))
                .list();
    }

    /// What people come with, in the practice's order.
    @Transactional(readOnly = true)
    public List<Texts> conditions(PracticeId practice) {
        return jdbc.sql("""
            select title
              from frontdoor.site_text
             where practice_id = :practice
               and kind = 'condition'
             order by position
            """)
                .param("practice", practice.value())
                .query((rs, _) -> texts(rs.getString("title")))
                .list();
    }

    /// Puts the site's texts in place for a practice that has none yet.
    @Transactional
    public void write(PracticeId practice, List<Section> sections, List<Texts> conditions) {
        for (int i = 0; i < sections.size(); i++) {
            insert(
                    practice,
                    "section",
                    i,
                    sections.get(i).title(),
                    sections.get(i).body());
        }
        for (int i = 0; i < conditions.size(); i++) {
            insert(practice, "condition", i, conditions.get(i), null);
        }
    }

    private void insert(PracticeId practice, String kind, int position, Texts title, @Nullable Texts body) {
        jdbc.sql("""
            insert into frontdoor.site_text (practice_id, id, kind, position, title, body)
            values (:practice, :id, :kind, :position, :title::jsonb, :body::jsonb)
            """)
                .param("practice", practice.value())
                .param("id", Uuid7.next())
                .param("kind", kind)
                .param("position", position)
                .param("title", json.writeValueAsString(title))
                .param("body", body == null ? null : json.writeValueAsString(body))
                .update();
    }

    private Texts texts(String value) {
        return json.readValue(value, Texts.class);
    }
}
