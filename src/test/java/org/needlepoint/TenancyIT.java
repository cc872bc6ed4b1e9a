package org.needlepoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.needlepoint.database.DatabaseRole;
import org.needlepoint.database.DatabaseServer;
import org.needlepoint.testing.IntegrationTest;
import org.needlepoint.testing.PracticeFixture;
import org.springframework.beans.factory.annotation.Autowired;

/// One practice never sees another's data, and the database itself enforces it. These guards read the catalog, so
/// that a table, view or function that somebody adds tomorrow is held to the same rules.
@IntegrationTest
class TenancyIT {
    /// Ids only: the practice directory, sign-ins, memberships, jobs, event publications, throttling counters.
    private static final List<String> PLATFORM_TABLES = List.of(
            "audit_unsealed", "event_publication", "flyway_schema_history", "job", "membership", "practice", "sign_in");

    private static final String POLICY =
            "(practice_id = (NULLIF(current_setting('np.practice'::text, true), ''::text))::uuid)";

    /// Tables and partitions of practice data.
    private static final String PRACTICE_TABLES = """
            select c.oid, n.nspname || '.' || c.relname as name, c.relrowsecurity, c.relforcerowsecurity,
                   coalesce(obj_description(c.oid, 'pg_class'), '') as comment
              from pg_class c
              join pg_namespace n on n.oid = c.relnamespace
             where c.relkind in ('r', 'p', 'f', 'm')
               and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast', 'platform')
               and n.nspname not like 'pg_temp%'
             order by name
            """;

    @Autowired
    DatabaseServer server;

    @Autowired
    PracticeFixture practices;

    private List<String> query(DatabaseRole role, String sql) {
        try (var connection = server.connect(role)) {
            return query(connection, sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static List<String> query(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    private List<String> tables() {
        return query(DatabaseRole.MAINTENANCE, "select name from (" + PRACTICE_TABLES + ") t");
    }

    @Test
    void schema_platform_holds_the_listed_tables_and_no_others() {
        assertThat(query(DatabaseRole.MAINTENANCE, """
                        select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                         where n.nspname = 'platform' and c.relkind in ('r', 'p', 'v', 'm') order by 1
                        """)).isSubsetOf(PLATFORM_TABLES);
    }

    @Test
    void schema_platform_holds_no_text_that_could_name_a_person() {
        assertThat(query(DatabaseRole.MAINTENANCE, """
                        select table_name || '.' || column_name from information_schema.columns
                         where table_schema = 'platform' and table_name <> 'flyway_schema_history'
                           and data_type in ('text', 'character varying', 'jsonb', 'json')
                         order by 1
                        """))
                .isSubsetOf(
                        "event_publication.event_type",
                        "event_publication.listener_id",
                        "event_publication.serialized_event",
                        "event_publication.status",
                        "job.kind",
                        "membership.role",
                        "practice.slug",
                        "sign_in.kind",
                        "sign_in.stage");
    }

    @Test
    void row_level_security_is_enabled_and_forced_on_every_table_of_practice_data() {
        assertThat(query(
                        DatabaseRole.MAINTENANCE,
                        "select name from (" + PRACTICE_TABLES
                                + ") t where not (relrowsecurity and relforcerowsecurity)"))
                .isEmpty();
    }

    @Test
    void every_table_of_practice_data_has_the_one_policy_for_reading_and_writing_and_no_other() {
        assertThat(query(DatabaseRole.MAINTENANCE, """
                        select t.name || ': ' || coalesce(string_agg(p.polname || ' ' || p.polcmd::text || ' '
                               || coalesce(pg_get_expr(p.polqual, p.polrelid), '') || ' '
                               || coalesce(pg_get_expr(p.polwithcheck, p.polrelid), ''), ', '), 'no policy')
                          from (%s) t left join pg_policy p on p.polrelid = t.oid
                         group by t.name
                        having count(p.oid) <> 1
                            or bool_or(p.polcmd <> '*' or not p.polpermissive or p.polroles <> '{0}'
                               or pg_get_expr(p.polqual, p.polrelid) <> $$%s$$
                               or pg_get_expr(p.polwithcheck, p.polrelid) <> $$%s$$)
                        """.formatted(PRACTICE_TABLES, POLICY, POLICY)))
                .isEmpty();
    }

    @Test
    void the_practice_comes_first_in_every_primary_unique_foreign_key_and_exclusion_constraint() {
        assertThat(query(DatabaseRole.MAINTENANCE, """
                        select t.name || ' ' || k.conname
                          from (%s) t
                          join pg_constraint k on k.conrelid = t.oid
                          join pg_attribute a on a.attrelid = t.oid and a.attnum = k.conkey[1]
                         where k.contype in ('p', 'u', 'f', 'x')
                           and a.attname <> 'practice_id'
                        """.formatted(PRACTICE_TABLES)))
                .isEmpty();
        assertThat(query(DatabaseRole.MAINTENANCE, """
                        select t.name || ' ' || i.indexrelid::regclass
                          from (%s) t
                          join pg_index i on i.indrelid = t.oid
                          left join pg_attribute a on a.attrelid = t.oid and a.attnum = i.indkey[0]
                         where a.attname is distinct from 'practice_id'
                        """.formatted(PRACTICE_TABLES)))
                .as("indexes")
                .isEmpty();
    }

    @Test
    void every_table_of_practice_data_has_a_primary_key() {
        assertThat(query(DatabaseRole.MAINTENANCE, """
                        select t.name from (%s) t
                         where not exists (select 1 from pg_constraint k where k.conrelid = t.oid and k.contype = 'p')
                        """.formatted(PRACTICE_TABLES)))
                .isEmpty();
    }

    @Test
    void every_table_declares_how_long_it_is_kept() {
        assertThat(query(DatabaseRole.MAINTENANCE, """
                        select n.nspname || '.' || c.relname
                          from pg_class c join pg_namespace n on n.oid = c.relnamespace
                         where c.relkind in ('r', 'p')
                           and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
                           and c.relname <> 'flyway_schema_history'
                           and coalesce(obj_description(c.oid, 'pg_class'), '')
                               !~ '^retention: (record|operational|ephemeral)$'
                        """)).isEmpty();
    }

    @Test
    void a_query_without_a_where_clause_is_filtered_by_practice_in_every_table() throws SQLException {
        var practice = practices.open("America/New_York");
        try (var connection = server.connect(DatabaseRole.APP)) {
            query(connection, "select set_config('np.practice', '%s', false)".formatted(practice.id()));
            for (var table : tables()) {
                assertThat(String.join("\n", query(connection, "explain select * from " + table)))
                        .as(table)
                        .containsAnyOf("practice_id = (NULLIF(current_setting", "One-Time Filter");
            }
        }
    }

    @Test
    void another_practices_rows_stay_out_of_sight_in_every_table_that_has_rows() throws SQLException {
        practices.open("America/New_York");
        var mine = practices.open("America/New_York");
        try (var app = server.connect(DatabaseRole.APP);
                var maintenance = server.connect(DatabaseRole.MAINTENANCE)) {
            query(app, "select set_config('np.practice', '%s', false)".formatted(mine.id()));
            var withRows = new ArrayList<String>();
            for (var table : tables()) {
                var foreign = "select count(*) from %s where practice_id <> '%s'".formatted(table, mine.id());
                assertThat(query(app, foreign)).as(table).containsExactly("0");
                if (!query(maintenance, foreign).equals(List.of("0"))) {
                    withRows.add(table);
                }
            }
            assertThat(withRows).contains("practice.practice", "practice.location");
        }
    }

    @Test
    void a_row_cannot_be_written_for_another_practice() throws SQLException {
        var mine = practices.open("America/New_York");
        var other = practices.open("America/New_York");
        try (var app = server.connect(DatabaseRole.APP)) {
            query(app, "select set_config('np.practice', '%s', false)".formatted(mine.id()));
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> query(app, """
                            insert into practice.notice (practice_id, id, text, shown_from, shown_to)
                            values ('%s', gen_random_uuid(), '{}', '2026-01-01', '2026-01-02') returning 1
                            """.formatted(other.id())))
                    .hasMessageContaining("row-level security");
        }
    }

    @Test
    void views_run_with_the_rights_of_whoever_asks() {
        assertThat(query(DatabaseRole.MAINTENANCE, """
                        select c.oid::regclass::text
                          from pg_class c join pg_namespace n on n.oid = c.relnamespace
                         where c.relkind = 'v'
                           and n.nspname not in ('pg_catalog', 'information_schema')
                           and not coalesce(c.reloptions @> '{security_invoker=true}', false)
                        """)).isEmpty();
    }

    @Test
    void no_function_runs_with_the_rights_of_its_owner() {
        assertThat(query(DatabaseRole.MAINTENANCE, """
                        select p.oid::regprocedure::text
                          from pg_proc p join pg_namespace n on n.oid = p.pronamespace
                         where p.prosecdef and n.nspname not in ('pg_catalog', 'information_schema')
                        """)).isEmpty();
    }

    @Test
    void the_application_role_owns_nothing_and_cannot_bypass() {
        assertThat(query(DatabaseRole.APP, """
                        select c.oid::regclass::text from pg_class c
                         where pg_has_role(current_user, c.relowner, 'MEMBER') and c.relname !~ '^pg_'
                        """)).isEmpty();
        assertThat(query(
                        DatabaseRole.APP,
                        "select rolname from pg_roles where rolname = current_user and (rolsuper or rolbypassrls)"))
                .isEmpty();
    }

    @Test
    void the_forced_owner_sees_no_rows() {
        practices.open("America/New_York");
        assertThat(query(DatabaseRole.OWNER, "select count(*) from practice.practice"))
                .containsExactly("0");
    }

    @Test
    void the_application_cannot_change_or_delete_the_trail() {
        for (var statement : List.of(
                "update audit.entry set action = 'x' returning 1", "delete from audit.entry returning 1",
                "delete from audit.seal returning 1", "update audit.leaf set position = 1 returning 1")) {
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> query(DatabaseRole.APP, statement))
                    .hasRootCauseMessage(
                            "ERROR: permission denied for table " + statement.replaceAll(".*audit\\.(\\w+).*", "$1"));
        }
    }
}
