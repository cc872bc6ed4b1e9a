package org.needlepoint.identity;

import java.util.Set;

/// One line of the [RouteTable]: a method, a path pattern and who may use it.
///
/// ```java
/// Route.get("/p/{slug}/today").by(Role.FRONT_DESK, Role.PRACTITIONER)
/// ```
///
/// @param pattern as in `@RequestMapping`, from the root: `/p/{slug}/visits/{id}`
public record Route(Method method, String pattern, Access access) {
    /// The methods in use. HEAD counts as GET.
    public enum Method {
        GET,
        POST,
        PUT,
        PATCH,
        DELETE
    }

    /// Who may use a route.
    public sealed interface Access {
        /// A page of the public site: anybody, search engines too. Holds no personal data.
        record Site() implements Access {}

        /// Scripts, styles, fonts and pictures of the application itself.
        record Asset() implements Access {}

        /// Anybody, but not for search engines; the browser keeps no copy.
        record Everyone() implements Access {}

        /// Whoever holds a signed link; the controller reads the link and refuses without.
        record SignedLink() implements Access {}

        /// The public JSON interface: cookies are not read and no form token is asked for.
        record Api() implements Access {}

        /// Whoever is signed in with one of these roles.
        record Roles(Set<Role> roles) implements Access {
            public Roles {
                if (roles.isEmpty()) {
                    throw new IllegalArgumentException("a route for nobody is not a route");
                }
                roles = Set.copyOf(roles);
            }
        }
    }

    /// A route that does not yet say who may use it.
    public record Undecided(Method method, String pattern) {
        public Route site() {
            return new Route(method, pattern, new Access.Site());
        }

        public Route asset() {
            return new Route(method, pattern, new Access.Asset());
        }

        public Route everyone() {
            return new Route(method, pattern, new Access.Everyone());
        }

        public Route link() {
            return new Route(method, pattern, new Access.SignedLink());
        }

        public Route api() {
            return new Route(method, pattern, new Access.Api());
        }

        public Route by(Role first, Role... more) {
            var roles = java.util.EnumSet.of(first, more);
            return new Route(method, pattern, new Access.Roles(roles));
        }
    }

    public static Undecided get(String pattern) {
        return new Undecided(Method.GET, pattern);
    }

    public static Undecided post(String pattern) {
        return new Undecided(Method.POST, pattern);
    }

    public static Undecided put(String pattern) {
        return new Undecided(Method.PUT, pattern);
    }

    public static Undecided patch(String pattern) {
        return new Undecided(Method.PATCH, pattern);
    }

    public static Undecided delete(String pattern) {
        return new Undecided(Method.DELETE, pattern);
    }
}
