package org.needlepoint.notifications.twilio;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.needlepoint.database.StartRefused;
import org.springframework.core.env.Environment;

/// The installation's account at Twilio.
///
/// @param sender the number that messages come from, in E.164, or the id of a messaging service, such as `MG...`
/// @param api    without a slash at its end
record TwilioSettings(String account, String token, String sender, URI api) {
    static final String PREFIX = "needlepoint.sms.twilio.";
    static final String ACCOUNT = PREFIX + "account";

    /// The settings; empty when no account is named.
    ///
    /// @throws StartRefused when an account is named and anything else is missing
    static Optional<TwilioSettings> of(Environment environment) {
        var account = environment.getProperty(ACCOUNT, "");
        if (account.isBlank()) {
            return Optional.empty();
        }
        var api = environment.getProperty(PREFIX + "api", "https://api.twilio.com");
        return Optional.of(new TwilioSettings(
                account,
                token(environment),
                needed(environment, "from", "NEEDLEPOINT_SMS_TWILIO_FROM"),
                URI.create(api.endsWith("/") ? api.substring(0, api.length() - 1) : api)));
    }

    private static String token(Environment environment) {
        var file = environment.getProperty(PREFIX + "token-file", "");
        if (file.isBlank()) {
            return needed(environment, "token", "NEEDLEPOINT_SMS_TWILIO_TOKEN or NEEDLEPOINT_SMS_TWILIO_TOKEN_FILE");
        }
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException e) {
            throw new StartRefused("The file of Twilio's token, %s, cannot be read.".formatted(file), e);
        }
    }

    private static String needed(Environment environment, String name, String variable) {
        var value = environment.getProperty(PREFIX + name, "");
        if (value.isBlank()) {
            throw new StartRefused("NEEDLEPOINT_SMS_TWILIO_ACCOUNT is set, so set %s too.".formatted(variable));
        }
        return value;
    }

    /// Whether messages come from a messaging service rather than from one number.
    boolean sendsByService() {
        return sender.startsWith("MG");
    }

    /// Where messages are handed over.
    URI messages() {
        return URI.create(api + "/2010-04-01/Accounts/" + account + "/Messages.json");
    }

    /// Never shows the token.
    @Override
    public String toString() {
        return "Twilio account " + account;
    }
}
