package dev.grapevine.api.kernel.security;

import dev.grapevine.graph.kernel.command.Caller;

import graphql.schema.DataFetchingEnvironment;

import org.springframework.core.MethodParameter;
import org.springframework.graphql.data.method.HandlerMethodArgumentResolver;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Resolves {@link Caller} and {@link Administrator} arguments of controllers; denies access to
 * other callers where an {@link Administrator} is required.
 */
public class CallerArgumentResolver implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Caller.class
                || parameter.getParameterType() == Administrator.class;
    }

    @Override
    public Object resolveArgument(MethodParameter parameter, DataFetchingEnvironment environment) {
        var caller = caller();
        if (parameter.getParameterType() == Caller.class) {
            return caller;
        }
        if (caller.brandId() != null) {
            throw new AccessDeniedException("The administrator's API key is required");
        }
        return new Administrator(caller);
    }

    /** Returns the caller of the operation that runs on this thread. */
    public static Caller caller() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !(authentication.getPrincipal() instanceof Caller caller)) {
            throw new AuthenticationCredentialsNotFoundException("The request has no caller");
        }
        return caller;
    }
}
