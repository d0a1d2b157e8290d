package dev.grapevine.api.kernel;

import org.springframework.security.core.AuthenticationException;

/** Nobody can say who calls, because the database that knows the keys does not answer. */
public final class CallersUnknown extends AuthenticationException {
    public CallersUnknown(Throwable cause) {
        super("The database does not answer.", cause);
    }
}
