package org.needlepoint.charting.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.needlepoint.charting.ledger.Closure.Doubt;
import org.needlepoint.charting.ledger.LedgerEvent.Broken;
import org.needlepoint.charting.ledger.LedgerEvent.Disposed;
import org.needlepoint.charting.ledger.LedgerEvent.Dropped;
import org.needlepoint.charting.ledger.LedgerEvent.EnteredInError;
import org.needlepoint.charting.ledger.LedgerEvent.Found;
import org.needlepoint.charting.ledger.LedgerEvent.Inserted;
import org.needlepoint.charting.ledger.LedgerEvent.Place;
import org.needlepoint.charting.ledger.LedgerEvent.Removed;
import org.needlepoint.charting.ledger.LedgerEvent.Twitched;
import org.needlepoint.charting.ledger.LedgerEvent.Unaccounted;
import org.needlepoint.charting.ledger.Needle.Whereabouts;

class ClosingASessionTest {
    private static final NeedleId A = new NeedleId(new UUID(1, 1));
    private static final NeedleId B = new NeedleId(new UUID(1, 2));
    private static final DeviceId PAGES = new DeviceId(new UUID(2, 1));
    private static final DeviceId TABLET = new DeviceId(new UUID(2, 2));
    private static final Counts ONE = new Counts(1, 0, 1);
    private static final Counts TWO = new Counts(2, 0, 2);

    private static LedgerEvent inserted(NeedleId needle) {
        return new Inserted(needle, Histories.PLACEMENT);
    }

    private static LedgerEvent removed(NeedleId needle) {
        return new Removed(needle);
    }

    /// Entries of the pages, with ids 1, 2, 3 ...; the first one opened the session.
    private static List<LedgerEntry> entries(LedgerEvent... events) {
        var all = new ArrayList<LedgerEvent>(List.of(new LedgerEvent.Opened(new UUID(7, 7))));
        all.addAll(Arrays.asList(events));
        var entries = new ArrayList<LedgerEntry>();
        for (var event : all) {
            entries.add(entry(PAGES, entries.size() + 1, entries.size() + 1, event));
        }
        return entries;
    }

    private static LedgerEntry entry(DeviceId device, int id, int number, LedgerEvent event) {
        return new LedgerEntry(id(id), device, number, Histories.NOON, Histories.NOON, new UUID(7, 7), event);
    }

    private static EventId id(int number) {
        return new EventId(new UUID(3, number));
    }

    private static Session sessionOf(LedgerEvent... events) {
        return Session.of(entries(events));
    }

    private static Closure close(Session session, Counts counts) {
        return session.close(counts, Histories.NOON);
    }

    @Test
    void is_refused_while_a_needle_is_in_situ_and_names_that_needle() {
        var closure = close(sessionOf(inserted(A), inserted(B), removed(A)), TWO);
        assertThat(closure)
                .isInstanceOfSatisfying(
                        Closure.NeedlesInSitu.class,
                        it -> assertThat(it.needles()).extracting(Needle::id).containsExactly(B));
    }

    @Test
    void is_done_when_every_needle_is_out_and_the_counts_agree() {
        assertThat(close(sessionOf(inserted(A), inserted(B), removed(B), removed(A)), TWO))
                .isEqualTo(new Closure.Closed(2, Histories.NOON));
    }

    @Test
    void is_done_without_any_needle() {
        assertThat(close(sessionOf(), new Counts(0, 0, 0))).isEqualTo(new Closure.Closed(0, Histories.NOON));
    }

    @Test
    void is_refused_when_a_removal_is_charted_but_no_insertion() {
        assertThat(close(sessionOf(removed(A)), ONE))
                .isInstanceOfSatisfying(
                        Closure.InsertionsMissing.class,
                        it -> assertThat(it.needles()).extracting(Needle::id).containsExactly(A));
    }

    @Test
    void is_refused_while_a_needle_is_unaccounted_for_although_a_removal_is_charted() {
        assertThat(close(sessionOf(inserted(A), removed(A), new Unaccounted(A)), ONE))
                .isInstanceOf(Closure.Unaccounted.class);
    }

    @Test
    void is_done_after_the_needle_was_found() {
        var session = sessionOf(inserted(A), new Unaccounted(A), new Found(A, Place.CLOTHES, Set.of(id(3))));
        assertThat(close(session, ONE)).isInstanceOf(Closure.Closed.class);
    }

    @Test
    void is_refused_when_it_was_reported_missing_again_by_somebody_the_finder_did_not_know_of() {
        var session = sessionOf(
                inserted(A), new Unaccounted(A), new Found(A, Place.CLOTHES, Set.of(id(3))), new Unaccounted(A));
        assertThat(close(session, ONE)).isInstanceOf(Closure.Unaccounted.class);
    }

    @Test
    void is_refused_for_a_needle_that_was_found_in_the_skin_until_it_comes_out() {
        var found = new Found(A, Place.SKIN, Set.of(id(3)));
        assertThat(close(sessionOf(inserted(A), new Unaccounted(A), found), ONE))
                .isInstanceOf(Closure.NeedlesInSitu.class);
        assertThat(close(sessionOf(inserted(A), new Unaccounted(A), found, removed(A)), ONE))
                .isInstanceOf(Closure.Closed.class);
    }

    @Test
    void is_refused_for_a_broken_needle_until_its_piece_is_found() {
        assertThat(close(sessionOf(inserted(A), new Broken(A), removed(A)), ONE))
                .isInstanceOf(Closure.Unaccounted.class);
        assertThat(close(
                        sessionOf(inserted(A), new Broken(A), removed(A), new Found(A, Place.TABLE, Set.of(id(3)))),
                        ONE))
                .isInstanceOf(Closure.Closed.class);
    }

    @Test
    void counts_a_needle_that_fell_before_it_went_in() {
        assertThat(close(sessionOf(new Dropped(A)), ONE)).isInstanceOf(Closure.Unaccounted.class);
        assertThat(close(sessionOf(new Dropped(A), new Disposed(A)), ONE))
                .isEqualTo(new Closure.Closed(1, Histories.NOON));
    }

    @Test
    void is_refused_when_the_removal_was_a_mistake() {
        assertThat(close(sessionOf(inserted(A), removed(A), new EnteredInError(id(3), "other needle")), ONE))
                .isInstanceOf(Closure.NeedlesInSitu.class);
    }

    @Test
    void does_not_count_a_needle_that_was_charted_by_mistake() {
        var session = sessionOf(inserted(A), new Twitched(A), new EnteredInError(id(2), "twice"));
        assertThat(session.needles()).isEmpty();
    }

    @Test
    void is_refused_when_somebody_removed_a_needle_that_another_took_for_a_mistake() {
        var session = sessionOf(inserted(A), new EnteredInError(id(2), "twice"), removed(A));
        assertThat(close(session, ONE)).isInstanceOf(Closure.InsertionsMissing.class);
    }

    @Test
    void the_same_needle_removed_by_two_people_is_out_once() {
        assertThat(close(sessionOf(inserted(A), removed(A), removed(A)), ONE))
                .isEqualTo(new Closure.Closed(1, Histories.NOON));
    }

    @Test
    void what_ends_a_session_cannot_be_taken_back() {
        var session = sessionOf(
                inserted(A),
                removed(A),
                new LedgerEvent.Closed(Map.of(PAGES, 3), Set.of(A)),
                new EnteredInError(id(4), "wanted to go on"));
        assertThat(session.standing()).isEqualTo(Standing.CLOSED);
        assertThat(close(session, ONE)).isInstanceOf(Closure.AlreadyClosed.class);
    }

    @Test
    void is_undone_by_a_removal_that_turns_out_a_mistake() {
        var session = sessionOf(
                inserted(A),
                removed(A),
                new LedgerEvent.Closed(Map.of(PAGES, 3), Set.of(A)),
                new EnteredInError(id(3), "it is still in"));
        assertThat(session.standing()).isEqualTo(Standing.REOPENED);
        assertThat(session.needles()).extracting(Needle::where).containsExactly(Whereabouts.IN_SITU);
    }

    @Test
    void waits_for_every_number_of_a_device_that_joined() {
        var joined = entries(inserted(A), removed(A));
        joined.add(entry(TABLET, 10, 1, new LedgerEvent.DeviceJoined()));
        assertThat(close(Session.of(joined), ONE)).isInstanceOf(Closure.DevicesPending.class);

        joined.add(entry(TABLET, 12, 3, new LedgerEvent.DeviceFinished(TABLET, 3)));
        assertThat(close(Session.of(joined), ONE)).as("2 is missing").isInstanceOf(Closure.DevicesPending.class);

        joined.add(entry(TABLET, 11, 2, new Twitched(A)));
        assertThat(close(Session.of(joined), ONE)).isInstanceOf(Closure.Closed.class);
    }

    @Test
    void does_not_wait_for_a_lost_device_but_believes_the_count_by_hand() {
        var joined = entries(inserted(A), removed(A));
        joined.add(entry(TABLET, 10, 1, new LedgerEvent.DeviceJoined()));
        joined.add(entry(PAGES, 4, 4, new LedgerEvent.DeviceLost(TABLET, 2)));
        assertThat(close(Session.of(joined), ONE))
                .isEqualTo(new Closure.CountsDisagree(Set.of(Doubt.MORE_BY_HAND), ONE));

        joined.add(entry(PAGES, 5, 5, inserted(B)));
        joined.add(entry(PAGES, 6, 6, removed(B)));
        assertThat(close(Session.of(joined), TWO)).isInstanceOf(Closure.Closed.class);
    }

    @Test
    void over_a_retained_needle_stands_until_it_is_found() {
        var closed = new LedgerEvent.ClosedWithRetained(
                Map.of(PAGES, 3),
                Set.of(A),
                Set.of(A),
                new RetainedSearch(
                        List.of(Place.HAIR, Place.CLOTHES),
                        RetainedSearch.Imaging.ADVISED,
                        List.of(RetainedSearch.Told.PATIENT),
                        "fell when the patient turned"));
        var session = sessionOf(inserted(A), new Unaccounted(A), closed);
        assertThat(session.standing()).isEqualTo(Standing.CLOSED_WITH_RETAINED);
        assertThat(session.retained()).extracting(Needle::id).containsExactly(A);

        var found = sessionOf(inserted(A), new Unaccounted(A), closed, new Found(A, Place.CLOTHES, Set.of(id(3))));
        assertThat(found.standing()).isEqualTo(Standing.CLOSED_WITH_RETAINED);
        assertThat(found.retained()).isEmpty();
    }

    @Test
    void does_not_go_by_the_retained_path_when_nothing_is_missing() {
        var session = Session.of(entries(inserted(A), removed(A)));
        assertThat(session.closeWithRetained(Histories.NOON)).isEqualTo(new Closure.NothingMissing());
    }
}
