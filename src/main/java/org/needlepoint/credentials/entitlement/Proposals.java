package org.needlepoint.credentials.entitlement;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.needlepoint.anatomy.Knowledge;
import org.needlepoint.anatomy.ScopeOfPractice;
import org.needlepoint.credentials.Profession;
import org.needlepoint.practice.Practice;
import org.springframework.stereotype.Component;

/// What the knowledge says about who may needle where.
@Component
public class Proposals {
    private static final String UNITED_STATES = "US";
    private static final String CANADA = "CA";

    private final Knowledge knowledge;

    Proposals(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    /// Where an address lies: its state by its letters or its English name, else its country.
    ///
    /// @param country ISO 3166 code
    /// @param region  state or province as the address writes it, such as `MD`
    public Jurisdiction jurisdiction(String country, String region) {
        var state = region.strip();
        if (country.equals(UNITED_STATES) || country.equals(CANADA)) {
            if (state.matches("[A-Za-z]{2}")) {
                return new Jurisdiction(country + "-" + state.toUpperCase(Locale.ROOT));
            }
            return knowledge.scopes().stream()
                    .filter(it -> it.id().startsWith(country.toLowerCase(Locale.ROOT) + "-"))
                    .filter(it -> it.name().en().equalsIgnoreCase(state))
                    .map(it -> new Jurisdiction(it.id().toUpperCase(Locale.ROOT)))
                    .findFirst()
                    .orElseGet(() -> new Jurisdiction(country));
        }
        return new Jurisdiction(country);
    }

    /// Where a practice works, each state once.
    public List<Jurisdiction> jurisdictions(Practice practice) {
        return practice.locations().stream()
                .map(place -> jurisdiction(practice.country(), place.region()))
                .distinct()
                .toList();
    }

    /// The proposal for a profession: of the state, else what is said of all states of its country.
    public Proposal of(Jurisdiction jurisdiction, Profession profession) {
        return Stream.of(jurisdiction, jurisdiction.country())
                .distinct()
                .flatMap(it -> knowledge.scope(it.slug()).stream())
                .flatMap(it -> it.of(profession.code()).stream())
                .findFirst()
                .map(Proposal::new)
                .orElse(Proposal.NONE);
    }

    /// The name of a jurisdiction, such as "Maryland"; its code where the knowledge has none.
    public String name(Jurisdiction jurisdiction, Locale locale) {
        return knowledge
                .scope(jurisdiction.slug())
                .map(ScopeOfPractice::name)
                .map(name -> name.in(locale))
                .orElse(jurisdiction.code());
    }
}
