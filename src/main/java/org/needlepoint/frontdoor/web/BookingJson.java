package org.needlepoint.frontdoor.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.needlepoint.scheduling.Opening;

/// What the public booking interface sends and takes. Fixed: others build against it.
final class BookingJson {
    private BookingJson() {}

    /// A service that can be booked.
    record ServiceLine(
            String id,
            String name,
            int minutes,
            String modality,
            @JsonProperty("for") String audience,
            long priceCents,
            String currency) {}

    /// A time that can be booked, with the location's offset.
    record OpeningLine(String start, String end, String practitioner, String location) {
        /// The lines of many openings, which have few days, practitioners and locations between them.
        static List<OpeningLine> of(List<Opening> openings) {
            var times = new WrittenTimes();
            var ids = new HashMap<UUID, String>();
            var lines = new ArrayList<OpeningLine>(openings.size());
            for (var opening : openings) {
                lines.add(new OpeningLine(
                        times.of(opening.start()),
                        times.of(opening.end()),
                        ids.computeIfAbsent(opening.practitioner().value(), UUID::toString),
                        ids.computeIfAbsent(opening.location(), UUID::toString)));
            }
            return lines;
        }
    }

    /// A request to keep an opening.
    record HoldRequest(String service, String practitioner, String location, String start) {}

    /// An opening that is kept.
    record HoldAnswer(String id, String expires) {}

    /// A request to turn a hold into an appointment.
    record AppointmentRequest(
            String hold, PatientPart patient, @Nullable PainPart pain) {}

    /// Who comes; phone or email suffices.
    record PatientPart(
            String name,
            String birthDate,
            @Nullable String phone,
            @Nullable String email) {}

    /// What was painted.
    record PainPart(List<MarkPart> marks) {}

    /// A painted zone: side L, R, B or M; intensity 0..10, 5 when it is not given.
    record MarkPart(String zone, String side, @Nullable Double intensity) {}

    /// A booked visit and the link to move or cancel it.
    record AppointmentAnswer(String id, String start, String manage) {}
}
