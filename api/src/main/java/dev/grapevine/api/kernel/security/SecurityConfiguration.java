package dev.grapevine.api.kernel.security;

import dev.grapevine.api.kernel.web.GraphQlErrors;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Access rules: {@code /graphql} requires an API key in {@code Authorization: Bearer}; GraphiQL,
 * Neo4j Browser and health are public and expose no data; all other paths are denied.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    /** Disables observations of single security filters, which cost more than the filters. */
    @Bean
    SecurityObservationSettings noFilterObservations() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    SecurityFilterChain security(
            HttpSecurity http, AuthenticationManager apiKeys, GraphQlErrors errors) {
        return http.csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(
                        session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(SecurityConfiguration::authorize)
                .oauth2ResourceServer(
                        server ->
                                server.authenticationManagerResolver(_ -> apiKeys)
                                        .authenticationEntryPoint(errors::challenge))
                .exceptionHandling(
                        handling ->
                                handling.authenticationEntryPoint(errors::challenge)
                                        .accessDeniedHandler(
                                                (request, response, _) ->
                                                        errors.write(
                                                                request,
                                                                response,
                                                                403,
                                                                "FORBIDDEN",
                                                                "Access to this path is denied.")))
                .headers(headers -> headers.frameOptions(frames -> frames.deny()))
                .build();
    }

    private static void authorize(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
                    requests) {
        requests.requestMatchers("/graphql")
                .authenticated()
                .requestMatchers(HttpMethod.GET, "/graphql/schema")
                .authenticated()
                .requestMatchers(
                        HttpMethod.GET,
                        "/",
                        "/graphiql/**",
                        "/browser",
                        "/browser/**",
                        "/webjars/**")
                .permitAll()
                .requestMatchers(HttpMethod.GET, "/actuator/health/**", "/error")
                .permitAll()
                .requestMatchers("/error")
                .permitAll()
                .anyRequest()
                .denyAll();
    }
}
