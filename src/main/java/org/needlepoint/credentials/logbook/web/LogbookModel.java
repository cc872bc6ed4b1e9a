package org.needlepoint.credentials.logbook.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.needlepoint.credentials.Practitioner;
import org.needlepoint.credentials.PractitionerId;
import org.needlepoint.credentials.Practitioners;
import org.needlepoint.credentials.entitlement.Entitlement;
import org.needlepoint.credentials.entitlement.EntitlementWords;
import org.needlepoint.credentials.entitlement.Entitlements;
import org.needlepoint.credentials.entitlement.Proposals;
import org.needlepoint.credentials.logbook.SupervisedSession;
import org.needlepoint.practice.Practice;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// The logbook in words.
@Component
class LogbookModel {
    private final Practitioners practitioners;
    private final Entitlements entitlements;
    private final Proposals proposals;
    private final EntitlementWords entitlement;
    private final MessageSource messages;

    LogbookModel(
            Practitioners practitioners,
            Entitlements entitlements,
            Proposals proposals,
            EntitlementWords entitlement,
            MessageSource messages) {
        this.practitioners = practitioners;
        this.entitlements = entitlements;
        this.proposals = proposals;
        this.entitlement = entitlement;
        this.messages = messages;
    }

    /// A session.
    ///
    /// @param word what the instructor said last; null: nothing
    record Line(
            String id,
            String held,
            String where,
            String what,
            String trainee,
            String traineeId,
            String instructor,
            String state,
            String css,
            @Nullable String word) {}

    /// Where somebody works, with what they may do there.
    record Standing(String where, boolean entitled, List<String> say) {}

    List<Line> lines(Practice practice, List<SupervisedSession> sessions, Locale locale) {
        var names = practitioners.all(practice.id()).stream()
                .collect(Collectors.toMap(Practitioner::id, Practitioner::titledName));
        return sessions.stream().map(it -> line(it, names, locale)).toList();
    }

    private Line line(SupervisedSession session, Map<PractitionerId, String> names, Locale locale) {
        var standing = session.standing();
        var state = standing.map(it -> it.outcome().code()).orElse("waiting");
        return new Line(
                session.id().toString(),
                EntitlementWords.day(session.held(), locale),
                proposals.name(session.jurisdiction(), locale),
                session.what(),
                names.getOrDefault(session.trainee(), ""),
                session.trainee().toString(),
                names.getOrDefault(session.instructor(), ""),
                say("training.state." + state, locale),
                session.counts() ? "np-tag--green" : standing.isEmpty() ? "np-tag--outline" : "np-tag--amber",
                standing.map(SupervisedSession.Signing::word).orElse(null));
    }

    /// What is missing and what to know, state by state.
    List<Standing> standings(Practice practice, PractitionerId who, LocalDate today, Locale locale) {
        return proposals.jurisdictions(practice).stream()
                .map(where -> switch (entitlements.in(practice.id(), who, where, today, null)) {
                    case Entitlement.Entitled(var _, var notices) ->
                        new Standing(
                                proposals.name(where, locale),
                                true,
                                notices.stream()
                                        .map(it -> entitlement.say(it, locale))
                                        .toList());
                    case Entitlement.NotEntitled(var _, var shortfalls) ->
                        new Standing(
                                proposals.name(where, locale),
                                false,
                                shortfalls.stream()
                                        .map(it -> entitlement.say(it, where, locale))
                                        .toList());
                })
                .toList();
    }

    String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
