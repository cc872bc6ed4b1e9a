package org.needlepoint.identity;

import java.util.HexFormat;

/// Names a sign-in in the database: the SHA-256 of the token that only the browser holds.
public record SignInKey(String hex) {
    /// The key of a token.
    public static SignInKey of(String token) {
        return new SignInKey(HexFormat.of().formatHex(Sha256.of(token)));
    }

    byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }
}
