package org.needlepoint.frontdoor;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.needlepoint.practice.PracticeDirectory;
import org.needlepoint.practice.PublicUrl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/// The address at which an empty installation is set up. Each start of an installation without a practice prints a new
/// one; whoever can read it there may open the first practice, once. Only the key's SHA-256 is kept, in memory.
@Component
public class SetupAddress {
    private static final Logger LOG = LoggerFactory.getLogger(SetupAddress.class);
    private static final int KEY_BYTES = 32;

    private final PracticeDirectory directory;
    private final PublicUrl publicUrl;
    private final boolean demo;
    private volatile byte @Nullable [] expected;

    SetupAddress(PracticeDirectory directory, PublicUrl publicUrl, Environment environment) {
        this.directory = directory;
        this.publicUrl = publicUrl;
        this.demo = environment.acceptsProfiles(Profiles.of("demo"));
    }

    /// What a key is good for.
    public enum State {
        /// It opens the set-up.
        OPEN,
        /// It did: there is a practice now.
        USED,
        /// It is not this start's key.
        UNKNOWN
    }

    @EventListener(ApplicationReadyEvent.class)
    void announce() {
        if (!demo && directory.all().isEmpty()) {
            LOG.info("No practice is set up yet. Set it up at {}", publicUrl.of("/setup/" + renew()));
        }
    }

    /// A new key in place of the one before.
    String renew() {
        var random = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(random);
        var key = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        expected = sha256(key);
        return key;
    }

    /// What a key from an address is good for now.
    public State state(String key) {
        var hash = expected;
        if (hash == null || !MessageDigest.isEqual(hash, sha256(key))) {
            return State.UNKNOWN;
        }
        return directory.all().isEmpty() ? State.OPEN : State.USED;
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing from this Java", e);
        }
    }
}
