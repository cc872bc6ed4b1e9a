package org.needlepoint.charting.needling.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.needlepoint.charting.ledger.DeviceId;
import org.needlepoint.charting.ledger.EventId;
import org.needlepoint.charting.ledger.LedgerBodies;
import org.needlepoint.charting.ledger.LedgerEvent;
import org.needlepoint.charting.needling.Report;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.JsonNode;

/// What a device sends.
///
/// @param account of whoever tapped; null: of whoever is signed in
/// @param events 1..200, each `{"id", "number", "at", "event"}`
record DeviceReport(
        @Nullable UUID device,
        @Nullable UUID account,
        @Nullable List<Sent> events) {
    private static final int MOST = 200;
    private static final LedgerBodies BODIES = new LedgerBodies();

    /// An event with its envelope.
    ///
    /// @param number the device's own count, from 1
    /// @param at     milliseconds, as the device says
    /// @param event  as the ledger keeps it
    record Sent(
            @Nullable UUID id,
            @Nullable Integer number,
            @Nullable Long at,
            @Nullable JsonNode event) {}

    /// What it says.
    sealed interface Reading {}

    /// These happened.
    record Reports(List<Report> reports) implements Reading {}

    /// It is not well-formed.
    ///
    /// @param field such as `events[2].number`
    /// @param key   what is wrong, of `charting.report.`
    record Malformed(String field, String key, List<Object> arguments) implements Reading {}

    /// Whether somebody else tapped than who is signed in now.
    boolean isOf(UUID signedIn) {
        return account == null || account.equals(signedIn);
    }

    Reading read() {
        if (device == null) {
            return new Malformed("device", "missing", List.of());
        }
        if (events == null || events.isEmpty() || events.size() > MOST) {
            return new Malformed("events", "many", List.of(MOST));
        }
        var reports = new ArrayList<Report>();
        for (int i = 0; i < events.size(); i++) {
            switch (read(new DeviceId(device), events.get(i), "events[" + i + "]")) {
                case Reports(var read) -> reports.addAll(read);
                case Malformed malformed -> {
                    return malformed;
                }
            }
        }
        return new Reports(reports);
    }

    private static Reading read(DeviceId device, Sent sent, String field) {
        if (sent.id() == null) {
            return new Malformed(field + ".id", "missing", List.of());
        }
        if (sent.number() == null || sent.number() < 1) {
            return new Malformed(field + ".number", "number", List.of());
        }
        if (sent.at() == null) {
            return new Malformed(field + ".at", "missing", List.of());
        }
        if (sent.event() == null || !sent.event().isObject()) {
            return new Malformed(field + ".event", "missing", List.of());
        }
        try {
            var event = BODIES.read(sent.event().toString());
            return reports(device, event)
                    ? new Reports(List.of(new Report(
                            new EventId(sent.id()), device, sent.number(), Instant.ofEpochMilli(sent.at()), event)))
                    : new Malformed(field + ".event.kind", "kind", List.of(event.kind()));
        } catch (DatabindException e) {
            return new Malformed(field + ".event" + within(e), "event", List.of(because(e)));
        } catch (JacksonException | IllegalStateException e) {
            return new Malformed(field + ".event", "event", List.of(String.valueOf(e.getMessage())));
        }
    }

    private static String within(DatabindException e) {
        var path = new StringBuilder();
        for (var part : e.getPath()) {
            if (part.getPropertyName() != null) {
                path.append('.').append(part.getPropertyName());
            }
        }
        return path.toString();
    }

    /// What a record says of its components; of anything else nothing that a reader could use.
    private static String because(DatabindException e) {
        return e.getCause() instanceof IllegalArgumentException cause ? String.valueOf(cause.getMessage()) : "";
    }

    /// Whether a device may say so. Opening, closing and giving up a device are acts of the server.
    private static boolean reports(DeviceId device, LedgerEvent event) {
        return switch (event) {
            case LedgerEvent.OfNeedle _,
                    LedgerEvent.DeviceJoined _,
                    LedgerEvent.TrayLaid _,
                    LedgerEvent.PauseAsked _,
                    LedgerEvent.ClosingAsked _,
                    LedgerEvent.FeltFaint _,
                    LedgerEvent.Emergency _,
                    LedgerEvent.Recovered _,
                    LedgerEvent.EnteredInError _ -> true;
            case LedgerEvent.DeviceFinished finished -> finished.device().equals(device);
            case LedgerEvent.Opened _,
                    LedgerEvent.Counted _,
                    LedgerEvent.DeviceLost _,
                    LedgerEvent.Closed _,
                    LedgerEvent.ClosedWithRetained _ -> false;
        };
    }
}
