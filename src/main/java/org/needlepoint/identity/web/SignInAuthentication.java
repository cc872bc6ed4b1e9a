package org.needlepoint.identity.web;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.needlepoint.identity.SignedIn;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/// Tells Spring Security who is acting.
final class SignInAuthentication extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1L;

    private final transient SignedIn who;

    SignInAuthentication(SignedIn who) {
        super(who.roles().stream()
                .map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
                .toList());
        this.who = who;
        setAuthenticated(true);
    }

    @Override
    public @Nullable Object getCredentials() {
        return null;
    }

    @Override
    public SignedIn getPrincipal() {
        return who;
    }

    @Override
    public String getName() {
        return who.id().toString();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SignInAuthentication that && super.equals(other) && who.equals(that.who);
    }

    @Override
    public int hashCode() {
        return Objects.hash(super.hashCode(), who);
    }
}
