package org.needlepoint.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.needlepoint.database.DatabaseRole;
import org.needlepoint.database.DatabaseServer;
import org.needlepoint.testing.IntegrationTest;
import org.springframework.beans.factory.annotation.Autowired;

/// Searches remember the set-up of a practice until a trigger renews its edition. A table that somebody adds is either
/// watched or named here as one that the remembered set-up does not read.
@IntegrationTest
class RememberingTheSetUpIT {
    private static final List<String> NOT_REMEMBERED = List.of(
            "credentials.practice_rule",
            "credentials.sign_off",
            "credentials.struck_training",
            "credentials.supervised_session",
            "credentials.training",
            "practice.edition",
            "practice.notice",
            "scheduling.appointment",
            "scheduling.appointment_history",
            "scheduling.appointment_pain",
            "scheduling.awaited_place",
            "scheduling.block",
            "scheduling.delay",
            "scheduling.hold",
            "scheduling.idempotency_key",
            "scheduling.occupancy",
            "scheduling.rederived_visit",
            "scheduling.series",
            "scheduling.taken_day",
            "scheduling.time_off",
            "scheduling.told_with_another",
            "scheduling.visit_choice",
            "scheduling.waiting_offer",
            "scheduling.wish",
            "scheduling.zone_rules");

    @Autowired
    DatabaseServer server;

    @Test
    void every_table_renews_the_edition_or_is_named_as_not_remembered() throws SQLException {
        assertThat(tables("""
                select n.nspname || '.' || c.relname
                  from pg_class c
                  join pg_namespace n on n.oid = c.relnamespace
                 where c.relkind in ('r', 'p')
                   and not c.relispartition
                   and n.nspname in ('scheduling', 'credentials', 'practice')
                   and (select count(*)
                          from pg_trigger t
                         where t.tgrelid = c.oid
                           and t.tgname in ('edition_of_added', 'edition_of_changed', 'edition_of_removed')) <> 3
                 order by 1
                """)).containsExactlyInAnyOrderElementsOf(NOT_REMEMBERED);
    }

    private List<String> tables(String sql) throws SQLException {
        try (var connection = server.connect(DatabaseRole.MAINTENANCE);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }
}
