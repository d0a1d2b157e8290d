package dev.grapevine.api.kernel.graphql;

import dev.grapevine.api.kernel.BrandArgument;
import dev.grapevine.api.kernel.NormalizedArguments;
import dev.grapevine.api.kernel.ReferenceArguments;
import dev.grapevine.api.kernel.security.CallerArgumentResolver;
import dev.grapevine.graph.kernel.command.Rejection;

import graphql.TypeResolutionEnvironment;
import graphql.parser.ParserOptions;
import graphql.schema.DataFetcher;
import graphql.schema.GraphQLObjectType;
import graphql.schema.idl.TypeRuntimeWiring;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.ExecutionGraphQlService;
import org.springframework.graphql.data.method.annotation.support.AnnotatedControllerConfigurer;
import org.springframework.graphql.execution.DefaultExecutionGraphQlService;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;

/** Configures GraphQL: scalars, argument resolvers, data loaders, user errors and the parser. */
@Configuration(proxyBeanMethods = false)
class GraphQlConfiguration {

    private static final int MAX_TOKENS = 3_000;
    private static final int MAX_CHARACTERS = 64 * 1024;

    /**
     * Registers the argument resolvers before the controllers are wired, and runs controllers on
     * the virtual thread of the request: the thread may block, and a further thread per field has
     * no benefit.
     */
    @Bean
    static BeanPostProcessor controllerArguments() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessBeforeInitialization(Object bean, String name) {
                if (bean instanceof AnnotatedControllerConfigurer controllers) {
                    controllers.addCustomArgumentResolver(new CallerArgumentResolver());
                    controllers.addCustomArgumentResolver(new BrandArgument.Resolver());
                    controllers.setBlockingMethodPredicate(_ -> false);
                }
                return bean;
            }
        };
    }

    /** Executes operations with data loaders per request; messages are English for every caller. */
    @Bean
    ExecutionGraphQlService operations(GraphQlSource source, LazyDataLoaders loaders) {
        var operations = new DefaultExecutionGraphQlService(source);
        return request -> {
            request.configureExecutionInput(loaders::provide);
            request.configureExecutionInput((_, builder) -> builder.locale(Locale.ENGLISH).build());
            return operations.execute(request);
        };
    }

    @Bean
    RuntimeWiringConfigurer scalarsAndUserErrors() {
        return wiring ->
                wiring.scalar(Scalars.DATE_TIME)
                        .scalar(Scalars.DATE)
                        .scalar(Scalars.LONG)
                        .scalar(Scalars.POINTS)
                        .scalar(Scalars.DECIMAL)
                        .type(
                                "UserError",
                                type -> type.typeResolver(GraphQlConfiguration::userErrorType))
                        .type("BasicUserError", GraphQlConfiguration::basicUserError);
    }

    @Bean
    GraphQlSourceBuilderCustomizer arguments(
            ReferenceArguments references, NormalizedArguments normalized) {
        // The last visitor wraps the others: its change comes first.
        return builder -> builder.typeVisitors(List.of(references, normalized));
    }

    /**
     * Returns the schema type with the simple name of the rejection's class, or {@code
     * BasicUserError} if there is none.
     */
    private static GraphQLObjectType userErrorType(TypeResolutionEnvironment environment) {
        Rejection rejection = environment.getObject();
        var schema = environment.getSchema();
        var own = schema.getObjectType(rejection.getClass().getSimpleName());
        return own == null ? schema.getObjectType("BasicUserError") : own;
    }

    /**
     * Registers fetchers of the inherited properties, which the default fetcher does not find in
     * package-private classes.
     */
    private static TypeRuntimeWiring.Builder basicUserError(TypeRuntimeWiring.Builder type) {
        return type.dataFetcher("code", property(Rejection::code))
                .dataFetcher("message", property(Rejection::message))
                .dataFetcher("path", property(Rejection::path));
    }

    private static DataFetcher<Object> property(Function<Rejection, Object> property) {
        return environment -> {
            Rejection rejection = Objects.requireNonNull(environment.getSource());
            return property.apply(rejection);
        };
    }

    /** Limits tokens and characters of documents, and caches parsed documents. */
    @Bean
    GraphQlSourceBuilderCustomizer parsing(ParsedDocuments documents) {
        ParserOptions.setDefaultOperationParserOptions(
                ParserOptions.getDefaultOperationParserOptions()
                        .transform(
                                options ->
                                        options.maxTokens(MAX_TOKENS)
                                                .maxCharacters(MAX_CHARACTERS)));
        return builder ->
                builder.configureGraphQl(graphQl -> graphQl.preparsedDocumentProvider(documents));
    }
}
