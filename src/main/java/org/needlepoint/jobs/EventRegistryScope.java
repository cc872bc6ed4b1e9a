package org.needlepoint.jobs;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;
import org.needlepoint.database.PracticeScope;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.modulith.events.core.EventPublicationRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Gives the event registry a scope and a transaction where its caller has none (marking an event as heard, finding
/// those
/// unheard). Inside a caller's transaction it writes there, so that an event stands or falls with its cause.
@Component
class EventRegistryScope implements BeanPostProcessor {
    private final ObjectProvider<TransactionOperations> transaction;

    EventRegistryScope(ObjectProvider<TransactionOperations> transaction) {
        this.transaction = transaction;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (!(bean instanceof EventPublicationRepository repository)) {
            return bean;
        }
        return Proxy.newProxyInstance(
                EventPublicationRepository.class.getClassLoader(),
                new Class<?>[] {EventPublicationRepository.class},
                (_, method, arguments) -> {
                    if (TransactionSynchronizationManager.isActualTransactionActive()) {
                        return invoke(repository, method, arguments);
                    }
                    return PracticeScope.<@Nullable Object, RuntimeException>platform(
                            () -> transaction.getObject().execute(_ -> invoke(repository, method, arguments)));
                });
    }

    private static @Nullable Object invoke(
            Object target, java.lang.reflect.Method method, Object @Nullable [] arguments) {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
