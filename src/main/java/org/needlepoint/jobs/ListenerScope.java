package org.needlepoint.jobs;

import org.aopalliance.intercept.MethodInterceptor;
import org.needlepoint.database.PracticeScope;
import org.needlepoint.shared.PracticeEvent;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.Ordered;
import org.springframework.modulith.events.ApplicationModuleListener;

/// Opens the practice's scope around every listener before its transaction begins, at first delivery and at redelivery.
@Configuration(proxyBeanMethods = false)
@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
class ListenerScope {
    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static DefaultPointcutAdvisor listenerScopeAdvisor() {
        MethodInterceptor inScope = call -> {
            if (call.getArguments().length == 1 && call.getArguments()[0] instanceof PracticeEvent event) {
                return PracticeScope.<@org.jspecify.annotations.Nullable Object, Exception>in(
                        event.practice(), () -> proceed(call));
            }
            throw new IllegalStateException("a listener hears one PracticeEvent: " + call.getMethod());
        };
        var advisor = new DefaultPointcutAdvisor(
                AnnotationMatchingPointcut.forMethodAnnotation(ApplicationModuleListener.class), inScope);
        advisor.setOrder(Ordered.HIGHEST_PRECEDENCE + 100);
        return advisor;
    }

    private static @org.jspecify.annotations.Nullable Object proceed(org.aopalliance.intercept.MethodInvocation call)
            throws Exception {
        try {
            return call.proceed();
        } catch (Exception | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
