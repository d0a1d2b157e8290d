package dev.grapevine.api.access;

import dev.grapevine.api.kernel.security.ApiKeyAuthentication;
import dev.grapevine.api.kernel.security.AuthenticationUnavailable;
import dev.grapevine.graph.access.ApiKeys;
import dev.grapevine.graph.kernel.database.GraphException;

import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.stereotype.Component;

/**
 * Authenticates callers by API key; throws {@link AuthenticationUnavailable} if the database does
 * not respond.
 */
@Component
class ApiKeyAuthenticationManager implements AuthenticationManager {

    private final ApiKeys keys;

    ApiKeyAuthenticationManager(ApiKeys keys) {
        this.keys = keys;
    }

    @Override
    public Authentication authenticate(Authentication request) {
        try {
            return keys.callerOf(((BearerTokenAuthenticationToken) request).getToken())
                    .map(ApiKeyAuthentication::new)
                    .orElseThrow(() -> new InvalidBearerTokenException("The API key is unknown"));
        } catch (GraphException e) {
            throw new AuthenticationUnavailable(e);
        }
    }
}
