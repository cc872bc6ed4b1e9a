package org.needlepoint.aftercare;

import java.time.Duration;
import java.util.UUID;
import org.needlepoint.keys.SignedLinks;
import org.needlepoint.practice.Practice;
import org.needlepoint.shared.PracticeId;
import org.springframework.stereotype.Component;

/// The link by which a patient reads what to do after a visit and says how it goes. It works for a month.
@Component
public class AftercareLinks {
    private static final Duration AFTER_THE_VISIT = Duration.ofDays(30);

    private final SignedLinks links;
    private final Plans plans;

    AftercareLinks(SignedLinks links, Plans plans) {
        this.links = links;
        this.plans = plans;
    }

    /// What a link turned out to be.
    public sealed interface Reading {
        /// It opens a plan.
        record Current(Plan plan) implements Reading {}

        /// Its month is over.
        record Expired() implements Reading {}

        /// Not made here, or for something else.
        record Unknown() implements Reading {}
    }

    /// The path behind a plan's link.
    public String path(Practice practice, Plan plan) {
        return "/p/" + practice.slug() + "/after/" + token(practice.id(), plan);
    }

    private String token(PracticeId practice, Plan plan) {
        return links.issue(
                practice,
                SignedLinks.Purpose.AFTERCARE,
                plan.id().value(),
                plan.endedAt().plus(AFTER_THE_VISIT));
    }

    /// Reads a token that somebody brought.
    public Reading read(PracticeId practice, String token) {
        return switch (links.read(practice, SignedLinks.Purpose.AFTERCARE, token)) {
            case SignedLinks.Reading.Valid(UUID subject) ->
                plans.find(practice, new PlanId(subject))
                        .<Reading>map(Reading.Current::new)
                        .orElseGet(Reading.Unknown::new);
            case SignedLinks.Reading.Expired _ -> new Reading.Expired();
            case SignedLinks.Reading.Forged _ -> new Reading.Unknown();
        };
    }
}
