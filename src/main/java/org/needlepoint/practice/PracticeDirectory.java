package org.needlepoint.practice;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.needlepoint.database.PracticeScope;
import org.needlepoint.shared.PracticeId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;

/// Which practice a slug names. A slug never changes its practice, so what was found once is remembered.
@Repository
public class PracticeDirectory {
    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final ConcurrentHashMap<String, PracticeId> known = new ConcurrentHashMap<>();

    PracticeDirectory(JdbcClient jdbc, TransactionOperations transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /// The practice of a slug; empty when there is none.
    public Optional<PracticeId> find(String slug) {
        var remembered = known.get(slug);
        if (remembered != null) {
            return Optional.of(remembered);
        }
        var found = PracticeScope.platform(
                () -> transaction.execute(_ -> jdbc.sql("select id from platform.practice where slug = :slug")
                        .param("slug", slug)
                        .query(UUID.class)
                        .optional()
                        .map(PracticeId::new)));
        found.ifPresent(id -> known.put(slug, id));
        return found;
    }

    /// All practices of this installation, by slug.
    public List<PracticeId> all() {
        return PracticeScope.platform(() ->
                transaction.execute(_ -> jdbc.sql("select id from platform.practice order by slug")
                        .query((rs, _) -> new PracticeId(rs.getObject("id", UUID.class)))
                        .list()));
    }
}
