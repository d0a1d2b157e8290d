package dev.grapevine.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.api.testing.Api;
import dev.grapevine.api.testing.ApiTest;

import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.io.ClassPathResource;
import org.springframework.graphql.execution.GraphQlSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The SDL in the jar, which is also served to callers. */
@ApiTest
class SdlIT {

    @Autowired Api api;
    @Autowired GraphQlSource source;

    private static String shipped() throws IOException {
        return new ClassPathResource("schema.graphqls").getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    void canBeParsedAndBuiltWithoutGrapevine() throws IOException {
        var types = new SchemaParser().parse(shipped());
        var built = UnExecutableSchemaGenerator.makeUnExecutableSchema(types);
        assertThat(built.getTypeMap().keySet()).isEqualTo(source.schema().getTypeMap().keySet());
        assertThat(built.getDirective("cost")).isNotNull();
    }

    @Test
    void isServedToCallersWithAKey() throws IOException {
        var response = api.get("/graphql/schema", api.key("larkspur"));
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type").orElseThrow())
                .startsWith("text/plain");
        assertThat(response.body()).isEqualTo(shipped());
    }

    @Test
    void isNotServedWithoutAKey() {
        assertThat(api.get("/graphql/schema").statusCode()).isEqualTo(401);
        assertThat(api.get("/graphql/schema", "nonsense").statusCode()).isEqualTo(401);
    }

    @Test
    void isNotServedWhereIntrospectionIsOff() {
        new ApplicationContextRunner()
                .withInitializer(new ConfigDataApplicationContextInitializer())
                .withPropertyValues("spring.graphql.schema.introspection.enabled=false")
                .run(
                        context ->
                                assertThat(
                                                context.getEnvironment()
                                                        .getProperty(
                                                                "spring.graphql.schema.printer.enabled"))
                                        .isEqualTo("false"));
    }
}
