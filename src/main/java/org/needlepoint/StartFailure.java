package org.needlepoint;

import org.jspecify.annotations.Nullable;
import org.needlepoint.database.StartRefused;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/// Says in one line why the application does not start, where the cause is the machine's and not the program's.
@Order(Ordered.HIGHEST_PRECEDENCE)
final class StartFailure implements SpringBootExceptionReporter {
    StartFailure(@Nullable ConfigurableApplicationContext context) {}

    @Override
    public boolean reportException(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StartRefused refused) {
                System.err.println("needlepoint: " + refused.getMessage());
                return true;
            }
            if (cause instanceof PortInUseException taken) {
                System.err.println("needlepoint: port %d is taken: stop what uses it, or choose another with --port."
                        .formatted(taken.getPort()));
                return true;
            }
        }
        return false;
    }
}
