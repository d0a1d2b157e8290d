package dev.grapevine.api.kernel.security;

import org.springframework.security.core.AuthenticationException;

/** Failure to authenticate because the database with the API keys does not respond. */
public final class AuthenticationUnavailable extends AuthenticationException {
    public AuthenticationUnavailable(Throwable cause) {
        super("The database does not respond.", cause);
    }
}
