package org.needlepoint.frontdoor.calendar;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.needlepoint.scheduling.Block;
import org.needlepoint.scheduling.Calendar;
import org.needlepoint.scheduling.Delay;
import org.needlepoint.scheduling.Overlap;

/// One day of one practitioner, location or room.
///
/// @param id    null: visits that have none, by telephone or where rooms are not managed
/// @param hours worked there that day, in local time, in order, apart from each other
/// @param items in order of start
public record Column(@Nullable UUID id, String name, LocalDate day, List<Hours> hours, List<Item> items) {
    /// From one local time to another.
    public record Hours(LocalTime opens, LocalTime closes) {}

    /// Something that stands in the column.
    public sealed interface Item {
        LocalDateTime start();

        LocalDateTime end();

        /// A visit; cancelled ones too.
        ///
        /// @param overlap why it shares its practitioner's time; null: it does not
        /// @param delay   because of which it waits; null: it does not
        record Visit(
                Calendar.Line line,
                @Nullable Overlap overlap,
                @Nullable Delay delay) implements Item {
            @Override
            public LocalDateTime start() {
                return line.appointment().localStart();
            }

            @Override
            public LocalDateTime end() {
                return line.appointment().end().toLocalDateTime();
            }
        }

        /// Time kept free.
        record Blocked(Block block) implements Item {
            @Override
            public LocalDateTime start() {
                return block.localStart();
            }

            @Override
            public LocalDateTime end() {
                return block.localEnd();
            }
        }
    }
}
