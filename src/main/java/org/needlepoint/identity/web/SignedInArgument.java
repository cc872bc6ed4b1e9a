package org.needlepoint.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.needlepoint.identity.SignInState;
import org.needlepoint.identity.SignedIn;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Lets a controller method ask who is acting: `SignedIn`, `Optional<SignedIn>`, or how far signing in has come
/// (`SignInState`).
@Configuration(proxyBeanMethods = false)
class SignedInArgument implements WebMvcConfigurer, HandlerMethodArgumentResolver {
    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        var type = parameter.nestedIfOptional().getNestedParameterType();
        return type == SignedIn.class || parameter.getParameterType() == SignInState.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        var request = web.getNativeRequest(HttpServletRequest.class);
        var state = request == null ? new SignInState.None() : SignInFilter.stateOf(request);
        if (parameter.getParameterType() == SignInState.class) {
            return state;
        }
        var who = state instanceof SignInState.Active active ? Optional.of(active.who()) : Optional.<SignedIn>empty();
        if (parameter.getParameterType() == Optional.class) {
            return who;
        }
        return who.orElseThrow(() -> new AccessDeniedException("nobody is signed in"));
    }
}
