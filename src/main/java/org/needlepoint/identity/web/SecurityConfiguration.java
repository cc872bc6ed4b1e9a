package org.needlepoint.identity.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.function.Supplier;
import org.needlepoint.identity.Route;
import org.needlepoint.identity.RouteTable;
import org.needlepoint.identity.SignIns;
import org.needlepoint.identity.SignedIn;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.session.NullAuthenticatedSessionStrategy;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Puts the route table in front of every route. No HTTP session: who is acting comes from the cookie each time.
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
    @Bean
    SecurityFilterChain guard(
            HttpSecurity http,
            RouteTable table,
            SignIns signIns,
            SignInCookie cookie,
            PublicAddress address,
            Denials denials) {
        return http.sessionManagement(it -> it.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(it -> it.csrfTokenRepository(formTokens(address))
                        .csrfTokenRequestHandler(new XorCsrfTokenRequestAttributeHandler())
                        // without a session every request looks like a new sign-in; a new token each time would refuse
                        // the form that is open in another tab
                        .sessionAuthenticationStrategy(new NullAuthenticatedSessionStrategy())
                        .ignoringRequestMatchers(request -> needsNoFormToken(table, request)))
                .headers(
                        AbstractHttpConfigurer
                                ::disable) // SecurityHeaders does it, also where this chain is not reached
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .addFilterAfter(new SignInFilter(signIns, cookie, table), CsrfFilter.class)
                .authorizeHttpRequests(it -> it.dispatcherTypeMatchers(
                                DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC)
                        .permitAll()
                        .anyRequest()
                        .access((who, context) ->
                                new AuthorizationDecision(isAllowed(table, who, context.getRequest()))))
                .exceptionHandling(it -> it.authenticationEntryPoint(denials).accessDeniedHandler(denials))
                .build();
    }

    @Bean
    WebMvcRegistrations mappings(RouteTable table) {
        return new WebMvcRegistrations() {
            @Override
            public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
                return new MappingByRoute(table);
            }
        };
    }

    /// The form token lies in a cookie of its own: every page, signed in or not, can hold a form.
    /// It stays the same when somebody signs in or out, or forms open in other tabs would be lost.
    /// Its prefix keeps other sites of the same domain from planting one.
    private static CookieCsrfTokenRepository formTokens(PublicAddress address) {
        var tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName(address.isHttps() ? "__Host-np-csrf" : "np-csrf");
        tokens.setCookiePath("/");
        tokens.setCookieCustomizer(it -> {
            it.sameSite("Lax").httpOnly(true);
            if (address.isHttps()) {
                it.secure(true);
            }
        });
        return tokens;
    }

    private static boolean needsNoFormToken(RouteTable table, HttpServletRequest request) {
        return switch (FoundRoute.of(table, request)) {
            case RouteTable.Answer.Listed(var route) -> route.access() instanceof Route.Access.Api;
            // refused in any case: as unknown, not for want of a token
            case RouteTable.Answer.OtherMethod _, RouteTable.Answer.Unlisted _ -> true;
        };
    }

    private static boolean isAllowed(
            RouteTable table, Supplier<? extends Authentication> authentication, HttpServletRequest request) {
        if (!(FoundRoute.of(table, request) instanceof RouteTable.Answer.Listed(var route))) {
            return false;
        }
        return switch (route.access()) {
            case Route.Access.Site _,
                    Route.Access.Asset _,
                    Route.Access.Everyone _,
                    Route.Access.SignedLink _,
                    Route.Access.Api _ -> true;
            case Route.Access.Roles(var roles) -> {
                var who = authentication.get();
                yield who != null
                        && who.getPrincipal() instanceof SignedIn signedIn
                        && !Collections.disjoint(signedIn.roles(), roles);
            }
        };
    }

    /// Requests are measured as a whole; measuring each filter of the chain cost more than the filters.
    @Bean
    SecurityObservationSettings filtersAreNotObserved() {
        return SecurityObservationSettings.noObservations();
    }

    /// There are no users of Spring Security's own; this keeps it from inventing one with a printed password.
    @Bean
    UserDetailsService nobody() {
        return name -> {
            throw new UsernameNotFoundException("accounts are not kept here");
        };
    }
}
