package dev.grapevine.api.kernel.security;

import org.springframework.security.core.AuthenticationException;

/** Nobody can say who calls, because the database that knows the keys does not answer. */
public final class AuthenticationUnavailable extends AuthenticationException {
    public AuthenticationUnavailable(Throwable cause) {
        super("The database does not answer.", cause);
    }
}
