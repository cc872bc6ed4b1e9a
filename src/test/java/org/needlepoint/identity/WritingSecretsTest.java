package org.needlepoint.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Base32, as authenticator apps take it.
class WritingSecretsTest {
    @Test
    void agrees_with_the_examples_of_rfc_4648() {
        assertThat(Base32.encode("foobar".getBytes(StandardCharsets.US_ASCII))).isEqualTo("MZXW6YTBOI");
        assertThat(Base32.encode("foob".getBytes(StandardCharsets.US_ASCII))).isEqualTo("MZXW6YQ");
        assertThat(Base32.decode("mzxw 6ytb oi======")).isEqualTo("foobar".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void reads_back_what_it_wrote() {
        long seed = Long.getLong("needlepoint.seed", 20261121L);
        var random = new Random(seed);
        for (int i = 0; i < Integer.getInteger("needlepoint.cases", 200); i++) {
            var bytes = new byte[random.nextInt(40)];
            random.nextBytes(bytes);
            assertThat(Base32.decode(Base32.encode(bytes))).as("seed " + seed).isEqualTo(bytes);
        }
    }

    @Test
    void refuses_what_is_not_base32() {
        assertThatThrownBy(() -> Base32.decode("ABC1")).isInstanceOf(IllegalArgumentException.class);
    }
}
