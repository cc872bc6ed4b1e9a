package org.needlepoint.practice.web;

import org.jspecify.annotations.Nullable;
import org.needlepoint.database.PracticeScope;
import org.needlepoint.practice.Practice;
import org.needlepoint.practice.Practices;
import org.needlepoint.shared.NotFound;
import org.needlepoint.shared.PracticeId;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Lets a controller method ask for the practice of its URL, whole (`Practice`) or by id (`PracticeId`).
@Configuration(proxyBeanMethods = false)
class PracticeArgument implements WebMvcConfigurer, HandlerMethodArgumentResolver {
    private final Practices practices;

    PracticeArgument(Practices practices) {
        this.practices = practices;
    }

    @Override
    public void addArgumentResolvers(java.util.List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Practice.class || parameter.getParameterType() == PracticeId.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var id = PracticeScope.current().orElseThrow(NotFound::new);
        if (parameter.getParameterType() == PracticeId.class) {
            return id;
        }
        return practices.find(id).orElseThrow(NotFound::new);
    }
}
