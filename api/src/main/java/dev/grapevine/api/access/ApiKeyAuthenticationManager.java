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

/** Knows callers by their API key. */
@Component
class ApiKeyAuthenticationManager implements AuthenticationManager {

    private final ApiKeys keys;

    ApiKeyAuthenticationManager(ApiKeys keys) {
        this.keys = keys;
    }

    @Override
    public Authentication authenticate(Authentication shown) {
        try {
            return keys.callerOf(((BearerTokenAuthenticationToken) shown).getToken())
                    .map(ApiKeyAuthentication::new)
                    .orElseThrow(() -> new InvalidBearerTokenException("No such key"));
        } catch (GraphException e) {
            throw new AuthenticationUnavailable(e);
        }
    }
}
