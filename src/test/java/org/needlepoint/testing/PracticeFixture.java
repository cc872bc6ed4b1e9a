package org.needlepoint.testing;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.needlepoint.database.PracticeScope;
import org.needlepoint.shared.PracticeId;
import org.needlepoint.shared.Uuid7;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Opens practices for tests.
@Component
public class PracticeFixture {
    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final Clock clock;

    /// A practice with one location.
    public record Opened(PracticeId id, String slug, UUID location) {}

    PracticeFixture(JdbcClient jdbc, TransactionOperations transaction, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// A new practice in a zone, with one location and nothing else.
    public Opened open(String zone) {
        var practice = PracticeId.next();
        var slug = "p-" + practice;
        var location = Uuid7.next();
        PracticeScope.run(
                practice,
                () -> transaction.executeWithoutResult(_ -> {
                    jdbc.sql("insert into platform.practice (id, slug) values (:id, :slug)")
                            .param("id", practice.value())
                            .param("slug", slug)
                            .update();
                    jdbc.sql("""
                    insert into practice.practice (practice_id, name, zone, tagline, about, changed_at)
                    values (:practice, 'Test practice', :zone, '{"en":"x","es":"x"}', '{"en":"x","es":"x"}', :now)
                    """)
                            .param("practice", practice.value())
                            .param("zone", zone)
                            .param("now", now())
                            .update();
                    jdbc.sql("""
                    insert into practice.location
                      (practice_id, id, name, street, city, region, postal_code, directions, zone, changed_at)
                    values (:practice, :id, 'Main Street', '1 Main Street', 'Townville', 'MD', '20000',
                            '{"en":"x","es":"x"}', :zone, :now)
                    """)
                            .param("practice", practice.value())
                            .param("id", location)
                            .param("zone", zone)
                            .param("now", now())
                            .update();
                }));
        return new Opened(practice, slug, location);
    }

    /// One more place of a practice, in another state, before the others on every list.
    public UUID placeBefore(PracticeId practice, String state) {
        var location = Uuid7.next();
        in(
                practice,
                () -> jdbc.sql("""
                insert into practice.location
                  (practice_id, id, name, street, city, region, postal_code, directions, zone, position, changed_at)
                values (:practice, :id, 'River Street', '2 River Street', 'Rivertown', :state, '20001',
                        '{"en":"x","es":"x"}', 'America/New_York', -1, :now)
                """)
                        .param("practice", practice.value())
                        .param("id", location)
                        .param("state", state)
                        .param("now", now())
                        .update());
        return location;
    }

    /// Does database work in a practice's scope and one transaction.
    public <T> T in(PracticeId practice, java.util.function.Supplier<T> work) {
        return PracticeScope.in(practice, () -> transaction.execute(_ -> work.get()));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
