package dev.grapevine.api.kernel.security;

import dev.grapevine.graph.kernel.command.Caller;

import graphql.schema.DataFetchingEnvironment;

import org.springframework.core.MethodParameter;
import org.springframework.graphql.data.method.HandlerMethodArgumentResolver;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Gives controllers the {@link Caller}, or the {@link Administrator} where nobody else may call.
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
            throw new AccessDeniedException("Only the administrator may do this");
        }
        return new Administrator(caller);
    }

    /** The caller of the operation that this thread executes. */
    public static Caller caller() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !(authentication.getPrincipal() instanceof Caller caller)) {
            throw new AuthenticationCredentialsNotFoundException("No caller");
        }
        return caller;
    }
}
