package org.needlepoint.demo;

import java.time.Clock;
import java.util.List;
import org.needlepoint.practice.PublicUrl;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/// The sign-ins of the demo practices. They exist in the demonstration only and are no secret.
@Component
@Profile("demo")
public class DemoSignIns {
    private final PublicUrl publicUrl;
    private final Clock clock;
    private final List<DemoPractice> practices;

    DemoSignIns(PublicUrl publicUrl, Clock clock) {
        this.publicUrl = publicUrl;
        this.clock = clock;
        this.practices = DemoPractice.SLUGS.stream().map(DemoPractice::read).toList();
    }

    /// One person who can sign in.
    ///
    /// @param role as in [org.needlepoint.identity.Role#code()]
    /// @param code the one-time code of this half minute
    public record SignIn(
            String slug, String practice, String role, String name, String email, String password, String code) {}

    /// Everybody, practice by practice, with the codes of this moment.
    public List<SignIn> all() {
        var now = clock.instant();
        return practices.stream()
                .flatMap(practice -> practice.staff().stream()
                        .map(staff -> new SignIn(
                                practice.slug(),
                                practice.name(),
                                staff.role(),
                                staff.name(),
                                staff.email(),
                                staff.password(),
                                OneTimeCode.of(staff.totp(), now))))
                .toList();
    }

    /// What the start prints: where to look, and who can sign in how.
    public List<String> banner() {
        var lines = new java.util.ArrayList<String>();
        lines.add("Needlepoint demo: " + publicUrl.of("/"));
        lines.add("Sign-ins and their one-time codes of the moment: " + publicUrl.of("/demo"));
        all().forEach(signIn -> lines.add("  %s  %-12s %-32s %s"
                .formatted(
                        publicUrl.of("/p/" + signIn.slug() + "/sign-in"),
                        signIn.role(),
                        signIn.email(),
                        signIn.password())));
        return List.copyOf(lines);
    }
}
