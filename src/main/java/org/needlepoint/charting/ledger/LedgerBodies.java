package org.needlepoint.charting.ledger;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Events as JSON, as they are stored for good: `{"v":1,"kind":"removed","needle":"..."}`.
public final class LedgerBodies {
    private static final int VERSION = 1;

    private final JsonMapper json = JsonMapper.builder()
            .enumNamingStrategy(EnumNamingStrategies.KEBAB_CASE)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /// The event as it is stored.
    public String write(LedgerEvent event) {
        var body = json.createObjectNode().put("v", VERSION);
        json.<ObjectNode>valueToTree(event).properties().forEach(it -> body.set(it.getKey(), it.getValue()));
        return json.writeValueAsString(body);
    }

    /// A placement by itself, with the same words.
    public String write(Placement placement) {
        return json.writeValueAsString(placement);
    }

    /// The placement that was written.
    public Placement readPlacement(String text) {
        return json.readValue(text, Placement.class);
    }

    /// The event that was stored.
    ///
    /// @throws IllegalStateException when a later release wrote it
    public LedgerEvent read(String body) {
        var node = (ObjectNode) json.readTree(body);
        int version = node.path("v").asInt();
        if (version != VERSION) {
            throw new IllegalStateException("an entry of the ledger has version " + version + ", known is " + VERSION);
        }
        node.remove("v");
        return json.treeToValue(node, LedgerEvent.class);
    }
}
