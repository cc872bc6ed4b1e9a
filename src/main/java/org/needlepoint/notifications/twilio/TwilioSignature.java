package org.needlepoint.notifications.twilio;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Twilio's signature of a call: HMAC-SHA1 with the account's token over the whole address and the form's fields in the
/// order of their names. Source: https://www.twilio.com/docs/usage/webhooks/webhooks-security
final class TwilioSignature {
    private static final String ALGORITHM = "HmacSHA1";

    private TwilioSignature() {}

    /// Whether Twilio made this call.
    ///
    /// @param url as Twilio knows it, from the scheme on
    static boolean matches(String signature, String token, String url, Map<String, List<String>> form) {
        return MessageDigest.isEqual(
                of(token, url, form).getBytes(StandardCharsets.UTF_8), signature.getBytes(StandardCharsets.UTF_8));
    }

    static String of(String token, String url, Map<String, List<String>> form) {
        var signed = new StringBuilder(url);
        new TreeMap<>(form)
                .forEach((name, values) -> values.stream()
                        .distinct()
                        .sorted()
                        .forEach(value -> signed.append(name).append(value)));
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal(signed.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(ALGORITHM + " is missing from this Java", e);
        }
    }
}
