package dev.grapevine.api.kernel.limits;

import org.springframework.boot.tomcat.TomcatConnectorCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Duration;

/**
 * Sets the time-out of responses to ten minutes. Statements are bounded by the time-out of the
 * graph client; a verification of a whole ledger consists of many statements.
 */
@Configuration(proxyBeanMethods = false)
class AsyncTimeout {

    private static final Duration TIMEOUT = Duration.ofMinutes(10);

    @Bean
    TomcatConnectorCustomizer connectorTimeout() {
        return connector -> connector.setAsyncTimeout(TIMEOUT.toMillis());
    }
}
