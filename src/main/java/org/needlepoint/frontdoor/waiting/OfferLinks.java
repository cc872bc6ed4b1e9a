package org.needlepoint.frontdoor.waiting;

import java.time.Duration;
import org.needlepoint.keys.SignedLinks;
import org.needlepoint.scheduling.waiting.AnswerOffer;
import org.needlepoint.scheduling.waiting.OfferId;
import org.needlepoint.scheduling.waiting.OfferedOpening;
import org.needlepoint.shared.PracticeId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Offered openings as the people who are asked reach them: through a signed link, which says for some days what became
/// of the offer.
@Service
public class OfferLinks {
    private static final Duration AFTER_THE_TIME = Duration.ofDays(7);

    private final SignedLinks links;
    private final AnswerOffer answers;

    OfferLinks(SignedLinks links, AnswerOffer answers) {
        this.links = links;
        this.answers = answers;
    }

    /// What a link led to.
    public sealed interface Found {
        /// This offer, open or over.
        record Offered(OfferedOpening offer) implements Found {}

        /// An offer once, but the link's time is over.
        record Expired() implements Found {}

        /// Nothing: the link was not made here, or a part of it is lost.
        record Unknown() implements Found {}
    }

    /// The token of an offer's link.
    public String link(PracticeId practice, OfferedOpening offer) {
        return links.issue(
                practice,
                SignedLinks.Purpose.WAITING_OFFER,
                offer.id().value(),
                offer.startsAt().plus(AFTER_THE_TIME));
    }

    /// The offer that a token leads to.
    @Transactional(readOnly = true)
    public Found find(PracticeId practice, String token) {
        return switch (links.read(practice, SignedLinks.Purpose.WAITING_OFFER, token)) {
            case SignedLinks.Reading.Valid(var id) ->
                answers.find(practice, new OfferId(id))
                        .<Found>map(Found.Offered::new)
                        .orElseGet(Found.Unknown::new);
            case SignedLinks.Reading.Expired _ -> new Found.Expired();
            case SignedLinks.Reading.Forged _ -> new Found.Unknown();
        };
    }
}
