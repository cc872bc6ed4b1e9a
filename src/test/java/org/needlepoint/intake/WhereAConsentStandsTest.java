package org.needlepoint.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.needlepoint.audit.Actor;
import org.needlepoint.intake.ConsentEvent.Kind;
import org.needlepoint.shared.Uuid7;

class WhereAConsentStandsTest {
    private static final Instant TEN = Instant.parse("2026-12-03T15:00:00Z");
    private static final UUID VISIT = Uuid7.next();
    private static final ConsentId CONSENT = ConsentId.next();
    private static final Set<String> NECK = BodyArea.NECK.regions();

    private final List<ConsentEvent> events = new ArrayList<>();

    private WhereAConsentStandsTest then(
            Kind kind, @Nullable ConsentId consent, Set<String> regions, Technique... how) {
        var given = kind == Kind.GIVEN;
        events.add(new ConsentEvent(
                Uuid7.next(),
                kind,
                consent,
                VISIT,
                given ? "1" : null,
                given ? Uuid7.next() : null,
                regions,
                Set.of(how),
                TEN.plusSeconds(events.size()),
                Asked.byLink(Actor.GUEST)));
        return this;
    }

    private WhereAConsentStandsTest given() {
        return then(Kind.GIVEN, CONSENT, NECK, Technique.DRY_NEEDLING);
    }

    private ConsentStanding standing() {
        return ConsentEvent.standing(events);
    }

    private Consent consent() {
        assertThat(standing()).isInstanceOf(ConsentStanding.Given.class);
        return ((ConsentStanding.Given) standing()).consent();
    }

    @Test
    void is_none_before_anybody_has_said_anything() {
        assertThat(standing()).isEqualTo(new ConsentStanding.None());
    }

    @Test
    void covers_what_was_agreed_and_nothing_else() {
        given();
        assertThat(consent().covers("neck-posterior", Technique.DRY_NEEDLING)).isTrue();
        assertThat(consent().covers("neck-posterior", Technique.ELECTRICAL_STIMULATION))
                .isFalse();
        assertThat(consent().covers("chest", Technique.DRY_NEEDLING)).isFalse();
        assertThat(consent().confirmedAt(VISIT)).isTrue();
    }

    @Test
    void covers_a_region_that_was_added_aloud() {
        given().then(Kind.EXTENDED, CONSENT, Set.of("chest"), Technique.DRY_NEEDLING);
        assertThat(consent().covers("chest", Technique.DRY_NEEDLING)).isTrue();
        assertThat(consent().signed().regions()).isEqualTo(NECK);
    }

    @Test
    void is_withdrawn_from_then_on_and_nothing_extends_it() {
        given().then(Kind.WITHDRAWN, CONSENT, Set.of())
                .then(Kind.EXTENDED, CONSENT, Set.of("chest"), Technique.DRY_NEEDLING);
        assertThat(standing()).isInstanceOf(ConsentStanding.Withdrawn.class);
    }

    @Test
    void is_refused_also_after_a_consent_and_given_again_after_a_refusal() {
        given().then(Kind.REFUSED, null, Set.of());
        assertThat(standing()).isEqualTo(new ConsentStanding.Refused(TEN.plusSeconds(1)));
        given();
        assertThat(standing()).isInstanceOf(ConsentStanding.Given.class);
    }

    @Test
    void does_not_depend_on_the_order_of_the_rows() {
        given().then(Kind.WITHDRAWN, CONSENT, Set.of());
        assertThat(ConsentEvent.standing(events.reversed())).isEqualTo(standing());
    }
}
