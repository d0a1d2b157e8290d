package dev.grapevine.api.kernel;

import graphql.schema.DataFetchingEnvironment;

import org.springframework.core.MethodParameter;
import org.springframework.graphql.data.method.HandlerMethodArgumentResolver;

import java.util.Map;
import java.util.Objects;

/**
 * Brand that the argument {@code input} of a mutation names, beside the command that it describes.
 *
 * @param brand key of the brand
 */
public record BrandArgument(String brand) {

    /** Resolves arguments of controllers. */
    public static class Resolver implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == BrandArgument.class;
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter, DataFetchingEnvironment environment) {
            Map<String, ?> input = environment.getArgumentOrDefault("input", Map.of());
            return new BrandArgument(
                    (String) Objects.requireNonNull(input.get("brand"), "The input has no brand"));
        }
    }
}
