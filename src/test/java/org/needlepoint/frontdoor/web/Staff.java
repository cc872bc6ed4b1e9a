package org.needlepoint.frontdoor.web;

import java.util.Set;
import java.util.UUID;
import org.needlepoint.audit.Actor;
import org.needlepoint.identity.Accounts;
import org.needlepoint.identity.Role;
import org.needlepoint.identity.SignIns;
import org.needlepoint.shared.PracticeId;
import org.needlepoint.testing.PracticeFixture;
import org.needlepoint.testing.Visitor;
import org.springframework.stereotype.Component;

/// People of a practice who are signed in.
@Component
public class Staff {
    private final Accounts accounts;
    private final SignIns signIns;
    private final PracticeFixture practices;

    Staff(Accounts accounts, SignIns signIns, PracticeFixture practices) {
        this.accounts = accounts;
        this.signIns = signIns;
        this.practices = practices;
    }

    /// Somebody new with these roles.
    public Visitor signedIn(int port, PracticeId practice, Role... roles) {
        var token = practices.in(practice, () -> {
            var account = accounts.create(
                    practice,
                    Actor.SYSTEM,
                    new Accounts.NewAccount(
                            "staff-" + UUID.randomUUID() + "@example.org",
                            "Otis Brandt",
                            "a long pass phrase",
                            "KRSXG5DJNZTSA5DFKRSXG5DJNZTSA5DB",
                            Set.of(roles)));
            return signIns.startStaff(practice, account);
        });
        return new Visitor(port).with("np", token);
    }
}
