package org.needlepoint.charting.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.needlepoint.charting.ledger.Needle.Whereabouts;

/// Generated histories: CI runs 100,000 of each (ten times `needlepoint.cases`).
class FoldingTheLedgerTest {
    private static void histories(Consumer<RandomGenerator> check) {
        var seed = Long.getLong("needlepoint.seed", System.nanoTime());
        System.out.println("needlepoint.seed=" + seed);
        int cases = 10 * Integer.getInteger("needlepoint.cases", 200);
        for (int i = 0; i < cases; i++) {
            var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed + i);
            try {
                check.accept(random);
            } catch (AssertionError e) {
                throw new AssertionError("case " + i + " of seed " + seed, e);
            }
        }
    }

    @Test
    void gives_the_same_session_in_whatever_order_and_however_often_entries_come() {
        histories(random -> {
            var history = Histories.anything(random);
            history.finishDevices();
            var once = Session.of(history.entries());
            for (int replica = 0; replica < 3; replica++) {
                assertThat(Session.of(Histories.shuffledWithRepetitions(history.entries(), random)))
                        .isEqualTo(once);
            }
        });
    }

    @Test
    void agrees_with_an_account_that_was_kept_as_things_happened() {
        histories(random -> {
            var history = Histories.anything(random);
            var session = Session.of(Histories.shuffledWithRepetitions(history.entries(), random));
            var out = session.needles().stream()
                    .filter(it -> it.where() == Whereabouts.OUT)
                    .map(Needle::id)
                    .collect(Collectors.toSet());
            assertThat(session.needleIds()).isEqualTo(history.inserted());
            assertThat(out).isEqualTo(history.inHand());
        });
    }

    @Test
    void closes_if_and_only_if_it_is_balanced() {
        int[] closed = {0};
        histories(random -> {
            var history = Histories.anything(random);
            history.finishDevices();
            var session = Session.of(Histories.shuffledWithRepetitions(history.entries(), random));
            var closure = session.close(history.counts(), Histories.NOON);
            assertThat(closure instanceof Closure.Closed).isEqualTo(history.balanced());
            closed[0] += history.balanced() ? 1 : 0;
        });
        assertThat(closed[0]).as("some of the histories are balanced").isPositive();
    }

    @Test
    void never_closes_over_a_needle_in_situ_not_even_by_the_retained_path() {
        histories(random -> {
            var session = Session.of(Histories.anything(random).entries());
            if (session.closeWithRetained(Histories.NOON) instanceof Closure.Closed) {
                assertThat(session.inSitu()).isEmpty();
            }
        });
    }

    @Test
    void reopens_exactly_when_something_arrives_that_the_closing_did_not_know() {
        histories(random -> {
            var history = Histories.anything(random);
            history.finishDevices();
            var entries = history.entries();
            var session = Session.of(entries);
            if (!(session.close(history.counts(), Histories.NOON) instanceof Closure.Closed)) {
                return;
            }
            history.add(history.pages(), new LedgerEvent.Closed(session.lastNumbers(), session.needleIds()));
            assertThat(Session.of(history.entries()).standing()).isEqualTo(Standing.CLOSED);

            var late = NeedleId.next();
            history.add(history.pages(), new LedgerEvent.Inserted(late, Histories.PLACEMENT));
            var reopened = Session.of(Histories.shuffledWithRepetitions(history.entries(), random));
            assertThat(reopened.standing()).isEqualTo(Standing.REOPENED);
            assertThat(reopened.late()).extracting(Needle::id).containsExactly(late);

            history.add(history.pages(), new LedgerEvent.Removed(late));
            assertThat(Session.of(history.entries()).standing())
                    .as("out, but no closing knew of it")
                    .isEqualTo(Standing.REOPENED);
        });
    }

    @Test
    void a_part_of_the_entries_never_balances_a_session_that_lacks_a_removal() {
        histories(random -> {
            var entries = Histories.anything(random).entries();
            var part = entries.stream().filter(_ -> random.nextInt(4) > 0).toList();
            var session = Session.of(part);
            var removed = part.stream()
                    .map(LedgerEntry::event)
                    .filter(it -> it instanceof LedgerEvent.Removed || it instanceof LedgerEvent.Found)
                    .map(it -> ((LedgerEvent.OfNeedle) it).needle())
                    .collect(Collectors.toSet());
            for (var needle : session.needles()) {
                if (needle.where() == Whereabouts.OUT) {
                    assertThat(removed).contains(needle.id());
                    assertThat(needle.placement())
                            .as("went in before it came out")
                            .isNotNull();
                }
            }
        });
    }

    @Test
    void of_nothing_is_an_open_session_without_needles() {
        assertThat(Session.of(Set.of()))
                .isEqualTo(new Session(
                        List.of(), List.of(), Standing.OPEN, List.of(), List.of(), List.of(), false, List.of(), 0));
    }
}
