package org.needlepoint.charting.needling;

import java.time.Instant;
import java.util.UUID;
import org.needlepoint.charting.SessionId;
import org.needlepoint.charting.ledger.DeviceId;
import org.needlepoint.charting.ledger.EventId;
import org.needlepoint.charting.ledger.LedgerBodies;
import org.needlepoint.charting.ledger.LedgerEvent;
import org.needlepoint.charting.needling.Treatment.Room;
import org.needlepoint.testing.Visitor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A device that takes part in a session: it numbers what it charts and sends it as a browser does.
final class Tablet {
    private static final JsonMapper JSON = new JsonMapper();
    private static final LedgerBodies BODIES = new LedgerBodies();

    final DeviceId device = new DeviceId(UUID.randomUUID());
    private final Visitor visitor;
    private final String path;
    private int number;

    Tablet(int port, Room room, SessionId session) {
        this(port, room.clinic().slug(), room.signIn(), session);
    }

    Tablet(int port, String slug, String signIn, SessionId session) {
        visitor = new Visitor(port).with("np", signIn);
        path = "/p/" + slug + "/sessions/" + session + "/ledger";
    }

    /// What the server tells a device that knows nothing.
    Visitor.Answer ask() {
        return visitor.get(path);
    }

    /// What the server tells a device that has this version.
    JsonNode ask(int version) {
        return JSON.readTree(visitor.get(path + "?version=" + version).body());
    }

    /// One thing that happened, with the next number.
    ObjectNode next(LedgerEvent event, Instant at) {
        number++;
        return numbered(number, EventId.next(), JSON.readTree(BODIES.write(event)), at);
    }

    static ObjectNode numbered(int number, EventId id, JsonNode event, Instant at) {
        var sent = JSON.createObjectNode();
        sent.put("id", id.toString()).put("number", number).put("at", at.toEpochMilli());
        sent.set("event", event);
        return sent;
    }

    Visitor.Answer send(ObjectNode... events) {
        var body = JSON.createObjectNode().put("device", device.toString());
        var array = body.putArray("events");
        for (var event : events) {
            array.add(event);
        }
        return post(body.toString());
    }

    Visitor.Answer post(String body) {
        return visitor.send("POST", path, "application/json", body);
    }
}
