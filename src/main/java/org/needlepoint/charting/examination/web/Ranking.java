package org.needlepoint.charting.examination.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The panel beside the map: which muscles could explain the drawing, and why, and what to examine next.
///
/// @param drawn       whether anything is painted, so that there is something to explain
/// @param rows        best first
/// @param besides     muscles that were examined and are no candidates
/// @param next        what would tell most
/// @param unexplained painted zones that nothing explains
/// @param roots       nerve roots that the drawing may speak for
/// @param notes       what was not known or was understood in a special way; in English
/// @param found       signs that stand, over all muscles; none: the ranking is that of the drawing alone
record Ranking(
        boolean drawn,
        List<Row> rows,
        List<Hand> besides,
        List<Next> next,
        List<String> unexplained,
        List<String> roots,
        List<String> notes,
        int found) {

    /// A candidate.
    ///
    /// @param label      with the side
    /// @param hundredths its probability in steps of 1 %, at least 1, for the bar
    /// @param moved      what the examination did to it; null: nothing, or nothing was examined
    /// @param around     of what it explains, what it explains only by lying there
    /// @param read       sources of the pain pattern that somebody has read
    /// @param unreadZones what it explains by rows that nobody has checked
    /// @param hands      its examination, one for each side that the drawing speaks for
    record Row(
            int place,
            String muscle,
            String side,
            String label,
            String percent,
            int hundredths,
            @Nullable Moved moved,
            List<String> explains,
            List<String> around,
            List<String> against,
            List<Cited> read,
            List<String> unreadZones,
            List<String> hazards,
            boolean unreviewed,
            List<Hand> hands) {

        boolean touched() {
            return hands.stream().anyMatch(Hand::touched);
        }
    }

    /// Where it stood by the drawing alone.
    ///
    /// @param up how many places it rose; negative when it fell
    record Moved(int up, int place, String percent) {}

    /// A source of a pain pattern.
    ///
    /// @param grade A to D, or U
    record Cited(String text, String grade, @Nullable String href) {}

    /// The examination of one muscle on one side.
    ///
    /// @param summary "taut band found, twitch not found"; null while nobody looked
    record Hand(
            String muscle,
            String side,
            String label,
            boolean touched,
            @Nullable String summary,
            List<Sought> signs) {}

    /// A sign to look for.
    ///
    /// @param word    as the form names it
    /// @param outcome as the form says it
    record Sought(String word, String label, String outcome) {}

    /// A muscle to examine next.
    ///
    /// @param rivals those that the finding would tell it from
    record Next(String label, List<String> rivals) {}
}
