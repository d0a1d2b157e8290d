package dev.grapevine.api.kernel.security;

import dev.grapevine.graph.kernel.command.Call;
import dev.grapevine.graph.kernel.command.Caller;

import graphql.schema.DataFetchingEnvironment;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.graphql.data.method.HandlerMethodArgumentResolver;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.context.SecurityContextHolder;

import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Resolves {@link Caller}, {@link Call} and {@link Administrator} arguments of controllers. A call
 * has the idempotency key of the argument {@code input}. Other callers are denied access where an
 * {@link Administrator} is required.
 */
public class CallerArgumentResolver implements HandlerMethodArgumentResolver {

    private static final Set<Class<?>> TYPES =
            Set.of(Caller.class, Call.class, Administrator.class);

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return TYPES.contains(parameter.getParameterType());
    }

    @Override
    public Object resolveArgument(MethodParameter parameter, DataFetchingEnvironment environment) {
        var caller = caller();
        if (parameter.getParameterType() == Caller.class) {
            return caller;
        }
        var key = idempotencyKey(environment);
        if (parameter.getParameterType() == Call.class) {
            return new Call(caller, Objects.requireNonNull(key, "The input has no idempotencyKey"));
        }
        if (caller.brandId() != null) {
            throw new AccessDeniedException("The administrator's API key is required");
        }
        return new Administrator(caller, key);
    }

    private static @Nullable String idempotencyKey(DataFetchingEnvironment environment) {
        Map<String, ?> input = environment.getArgumentOrDefault("input", Map.of());
        return (String) input.get("idempotencyKey");
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
