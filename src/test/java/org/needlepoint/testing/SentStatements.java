package org.needlepoint.testing;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/// The SQL that this thread sends to the database while something is done; what other threads send is not seen.
public final class SentStatements {
    private static final String SENT = "Executing prepared SQL statement [";

    private SentStatements() {}

    /// The statements, in the order in which they were sent. Not for tests that run beside each other.
    public static List<String> during(Runnable work) {
        var logger = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
        var sent = new ArrayList<String>();
        var thread = Thread.currentThread().getName();
        var appender = new AppenderBase<ILoggingEvent>() {
            @Override
            protected void append(ILoggingEvent event) {
                if (event.getThreadName().equals(thread)
                        && event.getFormattedMessage().startsWith(SENT)) {
                    sent.add(event.getFormattedMessage().substring(SENT.length()));
                }
            }
        };
        appender.setContext(logger.getLoggerContext());
        appender.start();
        var level = logger.getLevel();
        boolean additive = logger.isAdditive();
        logger.addAppender(appender);
        logger.setAdditive(false);
        logger.setLevel(Level.DEBUG);
        try {
            work.run();
        } finally {
            logger.setLevel(level);
            logger.setAdditive(additive);
            logger.detachAppender(appender);
            appender.stop();
        }
        return List.copyOf(sent);
    }
}
