package org.needlepoint.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.needlepoint.testing.IntegrationTest;
import org.needlepoint.testing.PracticeFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/// The scope without which no statement runs.
@IntegrationTest
class PracticeScopeIT {
    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    PracticeFixture practices;

    private long countPractices() {
        return jdbc.sql("select count(*) from practice.practice")
                .query(Long.class)
                .single();
    }

    @Test
    void a_statement_outside_every_scope_throws() {
        assertThatThrownBy(this::countPractices).isInstanceOf(OutsidePracticeScope.class);
    }

    @Test
    void a_transaction_outside_every_scope_does_not_begin() {
        assertThatThrownBy(() -> transaction.execute(_ -> countPractices())).isInstanceOf(OutsidePracticeScope.class);
    }

    @Test
    void a_statement_in_a_scope_but_outside_a_transaction_throws() {
        var practice = practices.open("America/New_York");
        assertThatThrownBy(() -> PracticeScope.in(practice.id(), this::countPractices))
                .isInstanceOf(OutsidePracticeScope.class);
    }

    @Test
    void a_query_without_a_where_clause_sees_its_own_practice_only() {
        practices.open("America/New_York");
        var mine = practices.open("America/New_York");
        assertThat(practices.in(mine.id(), this::countPractices)).isEqualTo(1);
    }

    @Test
    void work_outside_all_practices_that_touches_practice_data_is_an_error_and_not_an_empty_answer() {
        practices.open("America/New_York");
        assertThatThrownBy(() -> PracticeScope.platform(() -> transaction.execute(_ -> countPractices())))
                .hasMessageContaining("invalid input syntax for type uuid");
    }

    @Test
    void the_practice_cannot_change_inside_a_transaction() {
        var one = practices.open("America/New_York");
        var other = practices.open("America/New_York");
        assertThatThrownBy(() -> practices.in(one.id(), () -> PracticeScope.in(other.id(), this::countPractices)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("belongs to one practice");
    }
}
