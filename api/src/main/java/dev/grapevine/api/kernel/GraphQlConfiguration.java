package dev.grapevine.api.kernel;

import dev.grapevine.graph.kernel.Refusal;

import graphql.parser.ParserOptions;
import graphql.scalars.ExtendedScalars;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.data.method.annotation.support.AnnotatedControllerConfigurer;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;

/** Wires scalars, callers and refusals into GraphQL. */
@Configuration(proxyBeanMethods = false)
class GraphQlConfiguration {

    private static final int TOKENS_MAX = 3_000;
    private static final int CHARACTERS_MAX = 64 * 1024;

    /**
     * Controllers learn of callers before they are wired, which is why it takes a post-processor.
     */
    @Bean
    static BeanPostProcessor callersForControllers() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessBeforeInitialization(Object bean, String name) {
                if (bean instanceof AnnotatedControllerConfigurer controllers) {
                    controllers.addCustomArgumentResolver(new CallerArguments());
                }
                return bean;
            }
        };
    }

    @Bean
    RuntimeWiringConfigurer scalarsAndRefusals() {
        return wiring ->
                wiring.scalar(ExtendedScalars.DateTime)
                        .scalar(Scalars.POINTS)
                        .scalar(Scalars.DECIMAL)
                        .type(
                                "UserError",
                                type ->
                                        type.typeResolver(
                                                environment -> {
                                                    Refusal refusal = environment.getObject();
                                                    var own =
                                                            environment
                                                                    .getSchema()
                                                                    .getObjectType(
                                                                            refusal.getClass()
                                                                                    .getSimpleName());
                                                    return own == null
                                                            ? environment
                                                                    .getSchema()
                                                                    .getObjectType("Refusal")
                                                            : own;
                                                }));
    }

    /** Bounds what the parser takes, before anything else looks at a document. */
    @Bean
    GraphQlSourceBuilderCustomizer parserLimits() {
        ParserOptions.setDefaultOperationParserOptions(
                ParserOptions.getDefaultOperationParserOptions()
                        .transform(
                                options ->
                                        options.maxTokens(TOKENS_MAX)
                                                .maxCharacters(CHARACTERS_MAX)));
        return _ -> {};
    }
}
