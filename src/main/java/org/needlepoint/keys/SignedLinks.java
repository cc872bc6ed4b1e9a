package org.needlepoint.keys;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import org.needlepoint.shared.PracticeId;
import org.springframework.stereotype.Component;

/// Tokens for links in messages: signed, expiring, of one purpose and one subject (rule P3). The token carries ids
/// only.
@Component
public class SignedLinks {
    private static final int SIGNATURE_BYTES = 16;
    private static final int PAYLOAD_BYTES = 1 + 16 + 8;

    private final KeyRing ring;
    private final Clock clock;

    SignedLinks(KeyRing ring, Clock clock) {
        this.ring = ring;
        this.clock = clock;
    }

    /// What a link lets its holder do.
    public enum Purpose {
        MANAGE_APPOINTMENT(1),
        CALENDAR_FILE(2),
        PREPARE_VISIT(3),
        AFTERCARE(4),
        LINK_OPENED(5),
        STOP_REMINDERS(9),
        WAITING_OFFER(11);

        /// Stands in tokens that are out in the world: never changed, never used again.
        private final byte code;

        Purpose(int code) {
            this.code = (byte) code;
        }
    }

    /// What a token turned out to be.
    public sealed interface Reading {
        /// Genuine and current.
        record Valid(UUID subject) implements Reading {}

        /// Genuine, but its time is over.
        record Expired(UUID subject) implements Reading {}

        /// Not made here, or for something else.
        record Forged() implements Reading {}
    }

    /// A token for one subject of one practice.
    public String issue(PracticeId practice, Purpose purpose, UUID subject, Instant expires) {
        var payload = ByteBuffer.allocate(PAYLOAD_BYTES)
                .put(purpose.code)
                .putLong(subject.getMostSignificantBits())
                .putLong(subject.getLeastSignificantBits())
                .putLong(expires.getEpochSecond())
                .array();
        var signature = ring.sign(KeyRing.Purpose.LINK, signed(practice, payload));
        var keyId = signature.keyId().getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        var token = ByteBuffer.allocate(PAYLOAD_BYTES + SIGNATURE_BYTES + keyId.length)
                .put(payload)
                .put(signature.bytes(), 0, SIGNATURE_BYTES)
                .put(keyId)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /// Reads a token that somebody brought.
    public Reading read(PracticeId practice, Purpose purpose, String token) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException e) {
            return new Reading.Forged();
        }
        if (bytes.length <= PAYLOAD_BYTES + SIGNATURE_BYTES || bytes.length > 128) {
            return new Reading.Forged();
        }
        var payload = Arrays.copyOf(bytes, PAYLOAD_BYTES);
        if (!genuine(practice, payload, bytes) || payload[0] != purpose.code) {
            return new Reading.Forged();
        }
        var content = ByteBuffer.wrap(payload, 1, PAYLOAD_BYTES - 1);
        var subject = new UUID(content.getLong(), content.getLong());
        var expires = Instant.ofEpochSecond(content.getLong());
        return clock.instant().isBefore(expires) ? new Reading.Valid(subject) : new Reading.Expired(subject);
    }

    private boolean genuine(PracticeId practice, byte[] payload, byte[] token) {
        var keyId = new String(
                token,
                PAYLOAD_BYTES + SIGNATURE_BYTES,
                token.length - PAYLOAD_BYTES - SIGNATURE_BYTES,
                java.nio.charset.StandardCharsets.US_ASCII);
        var brought = Arrays.copyOfRange(token, PAYLOAD_BYTES, PAYLOAD_BYTES + SIGNATURE_BYTES);
        return ring.verifiesPrefix(
                KeyRing.Purpose.LINK, signed(practice, payload), KeyRing.Signature.of(keyId, brought));
    }

    private static byte[] signed(PracticeId practice, byte[] payload) {
        return ByteBuffer.allocate(16 + payload.length)
                .putLong(practice.value().getMostSignificantBits())
                .putLong(practice.value().getLeastSignificantBits())
                .put(payload)
                .array();
    }
}
