package dev.grapevine.api.badge.openbadges;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Permits unauthenticated GET requests for issuer profiles and public keys, and denies everything
 * else below their paths.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(OpenBadges.PUBLIC_URL)
class IssuerAccess {

    @Bean
    @Order(1)
    SecurityFilterChain issuerSecurity(HttpSecurity http) {
        return http.securityMatcher(
                        IssuerController.KEYS, IssuerController.KEY, IssuerController.ISSUER)
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(
                        session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(
                        requests ->
                                requests.requestMatchers(HttpMethod.GET)
                                        .permitAll()
                                        .anyRequest()
                                        .denyAll())
                .headers(headers -> headers.frameOptions(frames -> frames.deny()))
                .build();
    }
}
