package dev.grapevine.api.kernel.limits;

import org.springframework.boot.tomcat.TomcatConnectorCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Duration;

/**
 * Lets an answer take as long as ten minutes. What customers wait for is bounded by the time-out of
 * the graph; what the administrator asks for about a whole ledger is many short calls to it.
 */
@Configuration(proxyBeanMethods = false)
class AsyncTimeout {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    @Bean
    TomcatConnectorCustomizer patience() {
        return connector -> connector.setAsyncTimeout(PATIENCE.toMillis());
    }
}
