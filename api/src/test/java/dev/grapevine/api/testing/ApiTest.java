package dev.grapevine.api.testing;

import dev.grapevine.api.Grapevine;
import dev.grapevine.graph.testing.DockerWhereAskedFor;
import dev.grapevine.graph.testing.Neo4jForTests;
import dev.grapevine.graph.testing.TestBrand;

import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A test over HTTP against the API; all such tests share one server with the demo data. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(DockerWhereAskedFor.class)
@SpringBootTest(
        classes = Grapevine.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "grapevine.public-url=https://grapevine.example")
@Import({Neo4jForTests.class, TestBrand.class, Api.class, SchemaInspection.class})
public @interface ApiTest {}
