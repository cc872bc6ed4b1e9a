package org.needlepoint.charting.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something that has happened in a session. Kinds and components are stored and never change their meaning; what is
/// added later is optional.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = LedgerEvent.Opened.class, name = "opened"),
    @JsonSubTypes.Type(value = LedgerEvent.DeviceJoined.class, name = "device-joined"),
    @JsonSubTypes.Type(value = LedgerEvent.Inserted.class, name = "inserted"),
    @JsonSubTypes.Type(value = LedgerEvent.Reinserted.class, name = "reinserted"),
    @JsonSubTypes.Type(value = LedgerEvent.Redirected.class, name = "redirected"),
    @JsonSubTypes.Type(value = LedgerEvent.Twitched.class, name = "twitched"),
    @JsonSubTypes.Type(value = LedgerEvent.FamiliarPain.class, name = "familiar-pain"),
    @JsonSubTypes.Type(value = LedgerEvent.Sensed.class, name = "sensed"),
    @JsonSubTypes.Type(value = LedgerEvent.Tolerated.class, name = "tolerated"),
    @JsonSubTypes.Type(value = LedgerEvent.Manipulated.class, name = "manipulated"),
    @JsonSubTypes.Type(value = LedgerEvent.Stimulated.class, name = "stimulated"),
    @JsonSubTypes.Type(value = LedgerEvent.Removed.class, name = "removed"),
    @JsonSubTypes.Type(value = LedgerEvent.Dropped.class, name = "dropped"),
    @JsonSubTypes.Type(value = LedgerEvent.Bent.class, name = "bent"),
    @JsonSubTypes.Type(value = LedgerEvent.Broken.class, name = "broken"),
    @JsonSubTypes.Type(value = LedgerEvent.Unaccounted.class, name = "unaccounted"),
    @JsonSubTypes.Type(value = LedgerEvent.Found.class, name = "found"),
    @JsonSubTypes.Type(value = LedgerEvent.Disposed.class, name = "disposed"),
    @JsonSubTypes.Type(value = LedgerEvent.TrayLaid.class, name = "tray-laid"),
    @JsonSubTypes.Type(value = LedgerEvent.PauseAsked.class, name = "pause-asked"),
    @JsonSubTypes.Type(value = LedgerEvent.ClosingAsked.class, name = "closing-asked"),
    @JsonSubTypes.Type(value = LedgerEvent.Counted.class, name = "counted"),
    @JsonSubTypes.Type(value = LedgerEvent.FeltFaint.class, name = "felt-faint"),
    @JsonSubTypes.Type(value = LedgerEvent.Emergency.class, name = "emergency"),
    @JsonSubTypes.Type(value = LedgerEvent.Recovered.class, name = "recovered"),
    @JsonSubTypes.Type(value = LedgerEvent.EnteredInError.class, name = "entered-in-error"),
    @JsonSubTypes.Type(value = LedgerEvent.DeviceFinished.class, name = "device-finished"),
    @JsonSubTypes.Type(value = LedgerEvent.DeviceLost.class, name = "device-lost"),
    @JsonSubTypes.Type(value = LedgerEvent.Closed.class, name = "closed"),
    @JsonSubTypes.Type(value = LedgerEvent.ClosedWithRetained.class, name = "closed-with-retained")
})
public sealed interface LedgerEvent {
    /// The session began; its device is the pages of the application.
    record Opened(UUID practitioner) implements LedgerEvent {}

    /// A device keeps a part of this session by itself, perhaps offline: closing waits for its last number.
    record DeviceJoined() implements LedgerEvent {}

    /// Something about one needle.
    sealed interface OfNeedle extends LedgerEvent {
        NeedleId needle();
    }

    /// A needle went in.
    record Inserted(NeedleId needle, Placement placement) implements OfNeedle {}

    /// A needle that had come out went into the same patient again (rule W2). This entry's id names the second time.
    record Reinserted(NeedleId needle, Placement placement) implements OfNeedle {}

    /// A needle in the body was drawn back and turned elsewhere.
    record Redirected(NeedleId needle) implements OfNeedle {}

    /// The muscle twitched, once more.
    record Twitched(NeedleId needle) implements OfNeedle {}

    /// The patient knows this pain: it is theirs.
    record FamiliarPain(NeedleId needle) implements OfNeedle {}

    /// What the patient felt of a needle.
    record Sensed(NeedleId needle, Sensation felt) implements OfNeedle {}

    /// How the patient bore a needle.
    record Tolerated(NeedleId needle, Tolerance how) implements OfNeedle {}

    /// A needle was moved for some time.
    ///
    /// @param seconds 1..600
    record Manipulated(NeedleId needle, Manipulation how, int seconds) implements OfNeedle {
        public Manipulated {
            if (seconds < 1 || seconds > 600) {
                throw new IllegalArgumentException("seconds must be 1..600, was " + seconds);
            }
        }
    }

    /// A needle carried a current.
    record Stimulated(NeedleId needle, Stimulation with) implements OfNeedle {}

    /// A needle came out whole.
    ///
    /// @param of the [Reinserted] that is over; null: the first insertion
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Removed(NeedleId needle, @Nullable EventId of) implements OfNeedle {
        /// The first insertion is over.
        public Removed(NeedleId needle) {
            this(needle, null);
        }
    }

    /// A needle fell, out of the hand or the skin, and lies somewhere.
    record Dropped(NeedleId needle) implements OfNeedle {}

    /// A needle is bent.
    record Bent(NeedleId needle) implements OfNeedle {}

    /// A needle broke: a piece is missing until it is found.
    record Broken(NeedleId needle) implements OfNeedle {}

    /// Nobody knows where a needle is.
    record Unaccounted(NeedleId needle) implements OfNeedle {}

    /// A needle or its piece was found.
    ///
    /// @param settles the reports ([Dropped], [Broken], [Unaccounted]) that the finder knew of; a report that comes
    ///                from elsewhere stays open until somebody finds again
    record Found(NeedleId needle, Place where, Set<EventId> settles) implements OfNeedle {
        public Found {
            settles = Set.copyOf(settles);
        }
    }

    /// A needle was put into the sharps container.
    record Disposed(NeedleId needle) implements OfNeedle {}

    /// Places where needles are looked for and found.
    enum Place {
        SKIN,
        HAIR,
        CLOTHES,
        DRAPE,
        TABLE,
        FLOOR,
        SHARPS,
        ELSEWHERE;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Needles were laid ready (rule W2).
    record TrayLaid(TrayItem item) implements LedgerEvent {}

    /// The patient gave the sign for a pause.
    record PauseAsked() implements LedgerEvent {}

    /// Somebody wants to count and close: every device sends what it has and says its last number.
    record ClosingAsked() implements LedgerEvent {}

    /// Somebody counted (rule C7); a count that disagrees is kept as well.
    record Counted(Counts counts) implements LedgerEvent {}

    /// The patient felt faint (rule C8).
    record FeltFaint() implements LedgerEvent {}

    /// An emergency: remove first, count after.
    record Emergency() implements LedgerEvent {}

    /// The patient is well again.
    ///
    /// @param of    the faint or emergency that is over
    /// @param words position, vital signs, what helped; null when nothing was noted
    record Recovered(EventId of, @Nullable String words) implements LedgerEvent {}

    /// An earlier entry is wrong and does not count. Entries that begin, end or retract cannot be retracted.
    ///
    /// @param event  the wrong entry
    /// @param reason in a word
    record EnteredInError(EventId event, String reason) implements LedgerEvent {}

    /// A device has sent everything.
    ///
    /// @param last its last number, this entry's own included
    record DeviceFinished(DeviceId device, int last) implements LedgerEvent {}

    /// A device will not come back with what it holds.
    ///
    /// @param handCount used needles that a person counted then, in the patient and out
    record DeviceLost(DeviceId device, int handCount) implements LedgerEvent {}

    /// The session was closed, balanced.
    ///
    /// @param seen    the last number of each device that was known
    /// @param needles every needle that was known: another one makes this closing untrue
    record Closed(Map<DeviceId, Integer> seen, Set<NeedleId> needles) implements LedgerEvent {
        public Closed {
            seen = Map.copyOf(seen);
            needles = Set.copyOf(needles);
        }
    }

    /// The session was closed although needles are missing, after a search.
    ///
    /// @param retained the missing ones
    record ClosedWithRetained(
            Map<DeviceId, Integer> seen, Set<NeedleId> needles, Set<NeedleId> retained, RetainedSearch search)
            implements LedgerEvent {
        public ClosedWithRetained {
            seen = Map.copyOf(seen);
            needles = Set.copyOf(needles);
            retained = Set.copyOf(retained);
        }
    }

    /// Whether somebody may take it back with [EnteredInError].
    default boolean retractable() {
        return switch (this) {
            case OfNeedle _, TrayLaid _, PauseAsked _, Counted _, FeltFaint _, Emergency _, Recovered _ -> true;
            case Opened _, DeviceJoined _, ClosingAsked _, EnteredInError _, DeviceFinished _, DeviceLost _, Closed _ ->
                false;
            case ClosedWithRetained _ -> false;
        };
    }

    /// The name under which it is stored, such as `felt-faint`.
    default String kind() {
        return getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
