package org.needlepoint.charting.examination;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.needlepoint.shared.Laterality;

/// Something that was said of a target.
///
/// @param by the account of whoever said it
public record TargetEntry(TargetId target, Said said, Instant at, UUID by) {

    /// What was said.
    public sealed interface Said {
        /// As the table writes it.
        default String word() {
            return switch (this) {
                case Chosen _ -> "chosen";
                case Moved _ -> "moved";
                case TakenOff _ -> "taken-off";
                case PutBack _ -> "put-back";
                case EnteredInError _ -> "entered-in-error";
            };
        }
    }

    /// It is to be needled; said of the same place again, the later reason stands.
    ///
    /// @param point     null for the muscle as a whole
    /// @param knowledge edition of the knowledge in which the muscle was chosen
    public record Chosen(
            String muscle, Laterality side, @Nullable String point, Because because, String knowledge) implements Said {
        public Chosen {
            if (side == Laterality.B) {
                throw new IllegalArgumentException("a target lies on one side, not both");
            }
            if (because.none()) {
                throw new IllegalArgumentException("a target has a reason");
            }
        }
    }

    /// It stands at another place.
    ///
    /// @param place in the list from 1; beyond its end means last
    public record Moved(int place) implements Said {
        public Moved {
            if (place < 1) {
                throw new IllegalArgumentException("places count from 1, was " + place);
            }
        }
    }

    /// It is not needled after all.
    public record TakenOff() implements Said {}

    /// Taking it off is undone.
    public record PutBack() implements Said {}

    /// It should never have been on the list; it stays in the record and cannot come back.
    public record EnteredInError() implements Said {}
}
