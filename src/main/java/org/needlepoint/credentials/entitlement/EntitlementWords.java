package org.needlepoint.credentials.entitlement;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// Says in words why somebody may not needle, and what somebody who may should know.
@Component
public class EntitlementWords {
    private final MessageSource messages;
    private final Proposals proposals;

    EntitlementWords(MessageSource messages, Proposals proposals) {
        this.messages = messages;
        this.proposals = proposals;
    }

    /// One sentence: what is missing, with its figures.
    public String say(Shortfall shortfall, Jurisdiction where, Locale locale) {
        return switch (shortfall) {
            case Shortfall.NoPractitioner _ -> say("missing.practitioner", locale);
            case Shortfall.RuleNotConfirmed(var proposed) ->
                say("missing.rule." + proposed.code(), locale, proposals.name(where, locale));
            case Shortfall.Prohibited _ -> say("missing.prohibited", locale, proposals.name(where, locale));
            case Shortfall.RuleForbids _ -> say("missing.forbidden", locale, proposals.name(where, locale));
            case Shortfall.NoLicence _ -> say("missing.licence", locale, proposals.name(where, locale));
            case Shortfall.LicenceLater(var issued) -> say("missing.licence.later", locale, day(issued, locale));
            case Shortfall.LicenceExpired(var expired) -> say("missing.licence.expired", locale, day(expired, locale));
            case Shortfall.YearsMissing(var since, int need) -> say("missing.years", locale, need, day(since, locale));
            case Shortfall.HoursBeforeNeedlingMissing(int have, int need) ->
                say("missing.hours.before", locale, have, need);
            case Shortfall.HoursMissing(int have, int need) -> say("missing.hours", locale, have, need);
            case Shortfall.HoursInPersonMissing(int have, int need) ->
                say("missing.hours.inPerson", locale, have, need);
            case Shortfall.SessionsMissing(int have, int need) -> say("missing.sessions", locale, have, need);
            case Shortfall.SupervisionNotConfirmed(var supervisor) -> say("missing.supervision", locale, supervisor);
            case Shortfall.SupervisionDeclined(var supervisor) ->
                say("missing.supervision.declined", locale, supervisor);
        };
    }

    /// One sentence.
    public String say(Notice notice, Locale locale) {
        return switch (notice) {
            case Notice.LicenceEndsToday _ -> say("notice.licence.today", locale);
            case Notice.LicenceEndsSoon(var expires) -> say("notice.licence.soon", locale, day(expires, locale));
            case Notice.LicenceToCheck(var since) -> say("notice.licence.check", locale, day(since, locale));
            case Notice.RuleToReview(var since) -> say("notice.rule.review", locale, day(since, locale));
            case Notice.ProposalChanged _ -> say("notice.rule.changed", locale);
            case Notice.UnderSupervision(var of) -> supervised(of, locale);
            case Notice.WrittenConsent _ -> say("notice.consent", locale);
            case Notice.Referral _ -> say("notice.referral", locale);
            case Notice.Limits(var words) -> say("notice.limits", locale, words);
        };
    }

    private String supervised(Shortfall lifted, Locale locale) {
        return switch (lifted) {
            case Shortfall.HoursMissing(int have, int need) -> say("notice.supervised.hours", locale, have, need);
            case Shortfall.HoursInPersonMissing(int have, int need) ->
                say("notice.supervised.hours.inPerson", locale, have, need);
            case Shortfall.SessionsMissing(int have, int need) -> say("notice.supervised.sessions", locale, have, need);
            case Shortfall.RuleNotConfirmed _, Shortfall.Prohibited _, Shortfall.RuleForbids _, Shortfall.NoLicence _ ->
                throw new IllegalArgumentException("no supervision lifts " + lifted);
            case Shortfall.LicenceLater _, Shortfall.LicenceExpired _, Shortfall.YearsMissing _ ->
                throw new IllegalArgumentException("no supervision lifts " + lifted);
            case Shortfall.HoursBeforeNeedlingMissing _,
                    Shortfall.NoPractitioner _,
                    Shortfall.SupervisionNotConfirmed _,
                    Shortfall.SupervisionDeclined _ ->
                throw new IllegalArgumentException("no supervision lifts " + lifted);
        };
    }

    /// A day as people read it: "November 22, 2026".
    public static String day(LocalDate day, Locale locale) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .format(day);
    }

    private String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage("credentials." + key, arguments, locale);
    }
}
