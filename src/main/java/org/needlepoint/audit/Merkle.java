package org.needlepoint.audit;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.needlepoint.shared.PracticeId;

/// The hashes of a sealed batch: a tree as in RFC 6962 (SHA-256; a byte before each input keeps leaves, nodes and heads
/// apart), and the head that joins it to the batch before.
final class Merkle {
    private static final byte LEAF = 0;
    private static final byte NODE = 1;
    private static final byte HEAD = 2;
    private static final byte START = 3;

    private Merkle() {}

    static byte[] leaf(byte[] entry) {
        return sha256(new byte[] {LEAF}, entry);
    }

    /// The root over leaf hashes in order.
    ///
    /// @param leaves at least one
    static byte[] root(List<byte[]> leaves) {
        if (leaves.isEmpty()) {
            throw new IllegalArgumentException("a batch has at least one entry");
        }
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        int left = Integer.highestOneBit(leaves.size() - 1);
        return sha256(new byte[] {NODE}, root(leaves.subList(0, left)), root(leaves.subList(left, leaves.size())));
    }

    /// What the first batch of a practice follows.
    static byte[] start(PracticeId practice) {
        var id = practice.value();
        return sha256(
                new byte[] {START},
                ByteBuffer.allocate(16)
                        .putLong(id.getMostSignificantBits())
                        .putLong(id.getLeastSignificantBits())
                        .array());
    }

    /// The head of a batch.
    static byte[] head(byte[] previous, long number, byte[] root, int entries, Instant sealedAt) {
        var counts = ByteBuffer.allocate(20)
                .putLong(number)
                .putInt(entries)
                .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, sealedAt))
                .array();
        return sha256(new byte[] {HEAD}, previous, counts, root);
    }

    private static byte[] sha256(byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing from this Java", e);
        }
    }
}
