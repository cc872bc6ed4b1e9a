package org.needlepoint.charting;

import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Events as JSON, as they are stored for good: `{"v":1,"kind":"removed","needle":"..."}`.
@Component
final class LedgerBodies {
    private static final int VERSION = 1;

    private final JsonMapper json = JsonMapper.builder()
            .enumNamingStrategy(EnumNamingStrategies.KEBAB_CASE)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    String write(LedgerEvent event) {
        var body = json.createObjectNode().put("v", VERSION);
        json.<ObjectNode>valueToTree(event).properties().forEach(it -> body.set(it.getKey(), it.getValue()));
        return json.writeValueAsString(body);
    }

    /// @throws IllegalStateException when a later release wrote it
    LedgerEvent read(String body) {
        var node = (ObjectNode) json.readTree(body);
        int version = node.path("v").asInt();
        if (version != VERSION) {
            throw new IllegalStateException("an entry of the ledger has version " + version + ", known is " + VERSION);
        }
        node.remove("v");
        return json.treeToValue(node, LedgerEvent.class);
    }
}
