package org.needlepoint.notifications.twilio;

import org.needlepoint.notifications.Handover;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What Twilio's answers and codes mean for a message. Codes: https://www.twilio.com/docs/api/errors
final class TwilioAnswers {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private TwilioAnswers() {}

    /// What an answer to handing a message over means. A 4xx is a decision; a 5xx may come from a proxy on the way
    /// back.
    static Handover handover(int status, String body) {
        if (status >= 200 && status < 300) {
            return new Handover.Accepted(text(body, "sid"));
        }
        return switch (status) {
            case 400 -> refusal(text(body, "code"));
            case 401, 403, 404 -> new Handover.NotYet("text-service-refuses-sign-in");
            case 429, 503 -> new Handover.NotYet("text-service-busy");
            default ->
                status < 500
                        ? new Handover.Refused("refused-" + status)
                        : new Handover.Unsure("text-service-fault-" + status);
        };
    }

    private static Handover refusal(String code) {
        return switch (code) {
            // the person answered STOP
            case "21610" -> new Handover.Refused(Handover.Refused.OPTED_OUT);
            // not a number, or none that takes messages
            case "21211", "21214", "21217", "21614" -> new Handover.Refused("not-a-phone");
            // a country that the account may not write to, or no way from the sender to there
            case "21408", "21612" -> new Handover.Refused("not-reachable");
            // the sender is not the account's, not set up, or may not write there: the operator can mend it
            case "21212", "21603", "21606", "21659", "21660", "21703", "21704" ->
                new Handover.NotYet("text-sender-not-usable");
            // the sender's queue is full, or the account's pace or day is used up
            case "14107", "20429", "21611", "63038" -> new Handover.NotYet("text-service-busy");
            // the answer could not be read
            case "" -> new Handover.Refused("refused-400");
            default -> new Handover.Refused("refused-" + code);
        };
    }

    /// Why a message that was taken did not reach the phone, in words of our own.
    static String undelivered(String code) {
        return switch (code) {
            case "30003" -> "phone-unreachable";
            case "30004", "30007" -> "blocked-by-carrier";
            case "30005" -> "not-a-phone";
            case "30006" -> "landline";
            case "21610" -> Handover.Refused.OPTED_OUT;
            case "30034" -> "text-sender-not-usable";
            default -> code.matches("[0-9]{1,6}") ? "undelivered-" + code : "undelivered";
        };
    }

    private static String text(String body, String field) {
        try {
            JsonNode value = JSON.readTree(body).path(field);
            return value.isValueNode() ? value.asString("") : "";
        } catch (JacksonException e) {
            return "";
        }
    }
}
