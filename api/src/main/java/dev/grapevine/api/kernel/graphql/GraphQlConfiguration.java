package dev.grapevine.api.kernel.graphql;

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
import java.util.Objects;
import java.util.function.Function;

/** Wires scalars, callers and refusals into GraphQL. */
@Configuration(proxyBeanMethods = false)
class GraphQlConfiguration {

    private static final int TOKENS_MAX = 3_000;
    private static final int CHARACTERS_MAX = 64 * 1024;

    /**
     * Controllers learn of callers before they are wired, which is why it takes a post-processor.
     * They run on the virtual thread of their request: it may block, and a further thread for each
     * field would only cost.
     */
    @Bean
    static BeanPostProcessor callersForControllers() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessBeforeInitialization(Object bean, String name) {
                if (bean instanceof AnnotatedControllerConfigurer controllers) {
                    controllers.addCustomArgumentResolver(new CallerArgumentResolver());
                    controllers.setBlockingMethodPredicate(_ -> false);
                }
                return bean;
            }
        };
    }

    /** Carries operations out, each with loaders of its own. */
    @Bean
    ExecutionGraphQlService operations(GraphQlSource source, LazyDataLoaders loaders) {
        var operations = new DefaultExecutionGraphQlService(source);
        return request -> {
            request.configureExecutionInput(loaders::provide);
            return operations.execute(request);
        };
    }

    @Bean
    RuntimeWiringConfigurer scalarsAndRefusals() {
        return wiring ->
                wiring.scalar(Scalars.DATE_TIME)
                        .scalar(Scalars.DATE)
                        .scalar(Scalars.LONG)
                        .scalar(Scalars.POINTS)
                        .scalar(Scalars.DECIMAL)
                        .type(
                                "UserError",
                                type -> type.typeResolver(GraphQlConfiguration::typeOfRefusal))
                        .type("BasicUserError", GraphQlConfiguration::wordsOfRefusal);
    }

    @Bean
    GraphQlSourceBuilderCustomizer resolvedReferences(ReferenceArguments references) {
        return builder -> builder.typeVisitors(List.of(references));
    }

    /** The type that is named like the reason's class, where there is one. */
    private static GraphQLObjectType typeOfRefusal(TypeResolutionEnvironment environment) {
        Rejection rejection = environment.getObject();
        var schema = environment.getSchema();
        var own = schema.getObjectType(rejection.getClass().getSimpleName());
        return own == null ? schema.getObjectType("BasicUserError") : own;
    }

    /** Reasons hide in their rooms, where the default fetcher does not find what they inherit. */
    private static TypeRuntimeWiring.Builder wordsOfRefusal(TypeRuntimeWiring.Builder type) {
        return type.dataFetcher("code", word(Rejection::code))
                .dataFetcher("message", word(Rejection::message))
                .dataFetcher("path", word(Rejection::path));
    }

    private static DataFetcher<Object> word(Function<Rejection, Object> word) {
        return environment -> {
            Rejection rejection = Objects.requireNonNull(environment.getSource());
            return word.apply(rejection);
        };
    }

    /**
     * Bounds what the parser takes, before anything else looks at a document, and has it parse each
     * only once.
     */
    @Bean
    GraphQlSourceBuilderCustomizer parsing(ParsedDocuments documents) {
        ParserOptions.setDefaultOperationParserOptions(
                ParserOptions.getDefaultOperationParserOptions()
                        .transform(
                                options ->
                                        options.maxTokens(TOKENS_MAX)
                                                .maxCharacters(CHARACTERS_MAX)));
        return builder ->
                builder.configureGraphQl(graphQl -> graphQl.preparsedDocumentProvider(documents));
    }
}
