package org.needlepoint.keys;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.needlepoint.database.StartRefused;
import tools.jackson.databind.json.JsonMapper;

/// The secrets that sign links, seals and consents: a file of mode 0600, shared by all nodes and backed up apart
/// from the database. Old keys stay on the ring, so that what they signed can still be checked.
public final class KeyRing {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String ALGORITHM = "HmacSHA256";
    private static final int NONCE_BYTES = 12;

    /// What a signature is used for. A signature made for one purpose is worth nothing for another.
    public enum Purpose {
        LINK,
        AUDIT_SEAL,
        CLIENT,
        ONE_TIME_CODE,
        SECRET,
        DOCUMENT
    }

    /// A signature and the key that made it.
    ///
    /// @param hex the signature's bytes in lower-case hexadecimal, 32 bytes unless it was cut
    public record Signature(String keyId, String hex) {
        /// A signature kept as bytes.
        public static Signature of(String keyId, byte[] bytes) {
            return new Signature(keyId, HexFormat.of().formatHex(bytes));
        }

        /// As bytes, to be kept.
        public byte[] bytes() {
            return HexFormat.of().parseHex(hex);
        }
    }

    record Key(String id, Instant made, String secret) {}

    record File(String current, List<Key> keys) {}

    private final File ring;

    private KeyRing(File ring) {
        this.ring = ring;
    }

    /// Opens the ring, making it with one key when there is no file yet.
    ///
    /// @throws StartRefused when the file cannot be read or is readable by others
    public static KeyRing open(Path file, Clock clock) {
        try {
            if (!Files.exists(file)) {
                save(file, new File("k1", List.of(newKey("k1", clock))));
            }
            var permissions = Files.getPosixFilePermissions(file);
            if (permissions.stream().anyMatch(p -> !p.name().startsWith("OWNER"))) {
                throw new StartRefused("The key ring %s can be read by others: run chmod 600 on it.".formatted(file));
            }
            return new KeyRing(JSON.readValue(Files.readAllBytes(file), File.class));
        } catch (IOException e) {
            throw new StartRefused("The key ring %s cannot be used: %s".formatted(file, e.getMessage()), e);
        }
    }

    /// Adds a key that signs from the next start on.
    ///
    /// @return the new key's id
    public static String rotate(Path file, Clock clock) {
        var ring = open(file, clock).ring;
        var id = "k" + (ring.keys().size() + 1);
        var keys = new ArrayList<>(ring.keys());
        keys.add(newKey(id, clock));
        try {
            save(file, new File(id, List.copyOf(keys)));
        } catch (IOException e) {
            throw new StartRefused("The key ring %s cannot be written: %s".formatted(file, e.getMessage()), e);
        }
        return id;
    }

    /// Signs bytes for a purpose with the current key (HMAC-SHA-256).
    public Signature sign(Purpose purpose, byte[] content) {
        return Signature.of(ring.current(), mac(key(ring.current()), purpose, content));
    }

    /// Whether a signature was made by this ring for that purpose over exactly these bytes.
    public boolean verifies(Purpose purpose, byte[] content, Signature signature) {
        return ring.keys().stream()
                .filter(key -> key.id().equals(signature.keyId()))
                .anyMatch(key -> MessageDigest.isEqual(mac(key, purpose, content), signature.bytes()));
    }

    /// As [#verifies], for a signature cut to its first bytes (at least 16), as short links carry it.
    public boolean verifiesPrefix(Purpose purpose, byte[] content, Signature signature) {
        var brought = signature.bytes();
        int length = brought.length;
        if (length < 16 || length > 32) {
            return false;
        }
        return ring.keys().stream()
                .filter(key -> key.id().equals(signature.keyId()))
                .anyMatch(key -> MessageDigest.isEqual(Arrays.copyOf(mac(key, purpose, content), length), brought));
    }

    /// Encrypts what must be readable again, such as an authenticator's secret (AES-256-GCM with a fresh nonce).
    ///
    /// @param context what it belongs to, such as the row's id: elsewhere it cannot be opened
    public byte[] seal(byte[] content, byte[] context) {
        var id = ring.current().getBytes(StandardCharsets.US_ASCII);
        var nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        var encrypted = cipher(Cipher.ENCRYPT_MODE, key(ring.current()), nonce, content, context);
        return ByteBuffer.allocate(1 + id.length + NONCE_BYTES + encrypted.length)
                .put((byte) id.length)
                .put(id)
                .put(nonce)
                .put(encrypted)
                .array();
    }

    /// Opens what [#seal] made with any key of this ring.
    ///
    /// @throws IllegalArgumentException when it was changed, belongs to another context or to another ring
    public byte[] open(byte[] sealed, byte[] context) {
        int start = 1 + (sealed.length == 0 ? 0 : sealed[0]);
        if (start < 2 || sealed.length < start + NONCE_BYTES) {
            throw new IllegalArgumentException("these bytes were not sealed here");
        }
        var id = new String(sealed, 1, start - 1, StandardCharsets.US_ASCII);
        var nonce = Arrays.copyOfRange(sealed, start, start + NONCE_BYTES);
        var encrypted = Arrays.copyOfRange(sealed, start + NONCE_BYTES, sealed.length);
        var key = ring.keys().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the key ring has no key " + id));
        return cipher(Cipher.DECRYPT_MODE, key, nonce, encrypted, context);
    }

    private static byte[] cipher(int mode, Key key, byte[] nonce, byte[] content, byte[] context) {
        try {
            var secret = mac(key, Purpose.SECRET, "aes-256-gcm".getBytes(StandardCharsets.US_ASCII));
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(secret, "AES"), new GCMParameterSpec(128, nonce));
            cipher.updateAAD(context);
            return cipher.doFinal(content);
        } catch (AEADBadTagException e) {
            throw new IllegalArgumentException("sealed bytes were changed or belong elsewhere", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is missing from this Java", e);
        }
    }

    private Key key(String id) {
        return ring.keys().stream()
                .filter(key -> key.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new StartRefused("The key ring has no key " + id));
    }

    private static byte[] mac(Key key, Purpose purpose, byte[] content) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(key.secret()), ALGORITHM));
            mac.update(purpose.name().getBytes(StandardCharsets.US_ASCII));
            mac.update((byte) 0);
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(ALGORITHM + " is missing from this Java", e);
        }
    }

    private static Key newKey(String id, Clock clock) {
        var secret = new byte[32];
        RANDOM.nextBytes(secret);
        return new Key(id, clock.instant(), Base64.getEncoder().encodeToString(secret));
    }

    private static void save(Path file, File ring) throws IOException {
        var partial = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(partial);
        Files.createFile(partial, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(partial, JSON.writeValueAsBytes(ring));
        Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
