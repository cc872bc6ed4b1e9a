package org.needlepoint.practice;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.needlepoint.shared.PracticeId;
import org.needlepoint.shared.Texts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// Reads a practice with its locations and phones.
@Repository
public class Practices {
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final PerEdition<Optional<Practice>> kept;

    Practices(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
        this.kept = new PerEdition<>(jdbc, this::read);
    }

    /// The practice, or empty when this installation has none of that id.
    @Transactional(readOnly = true)
    public Optional<Practice> find(PracticeId practice) {
        return kept.of(practice);
    }

    private Optional<Practice> read(PracticeId practice) {
        var phones = phonesOf(practice);
        var locations = jdbc.sql("""
                select id, name, street, city, region, postal_code, directions, served_areas, zone
                  from practice.location
                 where practice_id = :practice
                 order by position, id
                """)
                .param("practice", practice.value())
                .query((rs, _) -> location(rs, phones))
                .list();
        return jdbc.sql("""
            select d.slug, p.name, p.zone, p.country, p.currency, p.tagline, p.about, p.email, p.demo
              from practice.practice p
              join platform.practice d on d.id = p.practice_id
             where p.practice_id = :practice
            """)
                .param("practice", practice.value())
                .query((rs, _) -> new Practice(
                        practice,
                        rs.getString("slug"),
                        rs.getString("name"),
                        ZoneId.of(rs.getString("zone")),
                        rs.getString("country"),
                        Currency.getInstance(rs.getString("currency")),
                        texts(rs, "tagline"),
                        texts(rs, "about"),
                        rs.getString("email"),
                        rs.getBoolean("demo"),
                        locations))
                .optional();
    }

    private record PhoneRow(UUID location, Practice.Phone phone) {}

    private List<PhoneRow> phonesOf(PracticeId practice) {
        return jdbc.sql("""
            select location_id, label, number
              from practice.phone
             where practice_id = :practice
             order by position, id
            """)
                .param("practice", practice.value())
                .query((rs, _) -> new PhoneRow(
                        rs.getObject("location_id", UUID.class),
                        new Practice.Phone(texts(rs, "label"), rs.getString("number"))))
                .list();
    }

    private Practice.Location location(ResultSet rs, List<PhoneRow> phones) throws SQLException {
        var id = rs.getObject("id", UUID.class);
        Array areas = rs.getArray("served_areas");
        return new Practice.Location(
                id,
                rs.getString("name"),
                rs.getString("street"),
                rs.getString("city"),
                rs.getString("region"),
                rs.getString("postal_code"),
                texts(rs, "directions"),
                List.of((String[]) areas.getArray()),
                ZoneId.of(rs.getString("zone")),
                phones.stream()
                        .filter(row -> row.location().equals(id))
                        .map(PhoneRow::phone)
                        .toList());
    }

    private Texts texts(ResultSet rs, String column) throws SQLException {
        return json.readValue(rs.getString(column), Texts.class);
    }
}
