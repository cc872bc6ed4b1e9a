package org.needlepoint.scheduling;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.needlepoint.shared.Money;
import org.needlepoint.shared.Texts;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// How columns are read and written.
@Component
final class Columns {
    private final JsonMapper json;

    Columns(JsonMapper json) {
        this.json = json;
    }

    Texts texts(ResultSet rs, String column) throws SQLException {
        return json.readValue(rs.getString(column), Texts.class);
    }

    String json(Object value) {
        return json.writeValueAsString(value);
    }

    <T> T read(String text, Class<T> type) {
        return json.readValue(text, type);
    }

    static UUID uuid(ResultSet rs, String column) throws SQLException {
        return rs.getObject(column, UUID.class);
    }

    static @Nullable UUID optionalUuid(ResultSet rs, String column) throws SQLException {
        return rs.getObject(column, UUID.class);
    }

    static Instant instant(ResultSet rs, String column) throws SQLException {
        return rs.getObject(column, OffsetDateTime.class).toInstant();
    }

    static Money money(ResultSet rs) throws SQLException {
        return new Money(rs.getLong("price_cents"), Currency.getInstance(rs.getString("currency")));
    }

    static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
