package org.needlepoint.jobs;

import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.needlepoint.database.PracticeScope;
import org.needlepoint.shared.PracticeEvent;
import org.springframework.aop.Pointcut;
import org.springframework.aop.support.ComposablePointcut;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.Ordered;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.modulith.events.core.EventPublicationRegistry;
import org.springframework.modulith.events.core.EventPublicationRepository;

/// Opens the practice's scope around every listener, at first delivery and at redelivery, and a scope around the work
/// of the registry and its repository (finding what is unheard, marking it) where there is none. Both stand outside the
/// registry's transactions.
@Configuration(proxyBeanMethods = false)
@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
class ListenerScope {
    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static DefaultPointcutAdvisor listenerScopeAdvisor() {
        return outermost(AnnotationMatchingPointcut.forMethodAnnotation(ApplicationModuleListener.class), call -> {
            if (call.getArguments().length == 1 && call.getArguments()[0] instanceof PracticeEvent event) {
                return PracticeScope.<@Nullable Object, Exception>in(event.practice(), () -> proceed(call));
            }
            throw new IllegalStateException("a listener hears one PracticeEvent: " + call.getMethod());
        });
    }

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static DefaultPointcutAdvisor registryScopeAdvisor() {
        return outermost(
                new ComposablePointcut(type -> EventPublicationRegistry.class.isAssignableFrom(type)
                        || EventPublicationRepository.class.isAssignableFrom(type)),
                call -> PracticeScope.isOpen()
                        ? call.proceed()
                        : PracticeScope.<@Nullable Object, Exception>platform(() -> proceed(call)));
    }

    private static DefaultPointcutAdvisor outermost(Pointcut pointcut, MethodInterceptor interceptor) {
        var advisor = new DefaultPointcutAdvisor(pointcut, interceptor);
        advisor.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return advisor;
    }

    private static @Nullable Object proceed(MethodInvocation call) throws Exception {
        try {
            return call.proceed();
        } catch (Exception | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
