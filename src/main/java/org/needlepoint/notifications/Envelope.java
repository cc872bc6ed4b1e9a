package org.needlepoint.notifications;

import java.net.URI;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.needlepoint.keys.KeyRing;
import org.needlepoint.practice.PublicUrl;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Seals what a message will say until it leaves: a link or a code opens doors, so it never stands readable in a table.
@Component
class Envelope {
    private final KeyRing ring;
    private final PublicUrl url;
    private final JsonMapper json;

    record Content(@Nullable String path, @Nullable String code) {}

    Envelope(KeyRing ring, PublicUrl url, JsonMapper json) {
        this.ring = ring;
        this.url = url;
        this.json = json;
    }

    byte[] seal(MessageId id, Content content) {
        return ring.seal(json.writeValueAsBytes(content), bytes(id));
    }

    Content open(MessageId id, byte[] sealed) {
        return json.readValue(ring.open(sealed, bytes(id)), Content.class);
    }

    /// Stays the same at every attempt, so that a mail program shows a mail that came twice once.
    String messageIdOf(MessageId id) {
        var host = URI.create(url.base()).getHost();
        return "<" + id + "@" + (host == null ? "localhost" : host) + ">";
    }

    private static byte[] bytes(MessageId id) {
        return ByteBuffer.allocate(16)
                .putLong(id.value().getMostSignificantBits())
                .putLong(id.value().getLeastSignificantBits())
                .array();
    }
}
