package org.needlepoint.notifications;

import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Stands where no text message service is set up, and says so.
final class NoSmsGateway implements SmsGateway {
    static final String REASON = "no-sms-gateway";

    @Override
    public Handover send(Text text) {
        return new Handover.Refused(REASON);
    }

    @Override
    public boolean available() {
        return false;
    }

    /// Steps aside for a gateway.
    @Configuration(proxyBeanMethods = false)
    static class Wiring {
        @Bean
        @ConditionalOnMissingBean(SmsGateway.class)
        SmsGateway noSmsGateway() {
            return new NoSmsGateway();
        }
    }
}
