package dev.grapevine.graph.testing;

import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A test against a real Neo4j, which all such tests share: the embedded one, or a container when
 * the build is run with {@code -Dgrapevine.test.neo4j=container} on a machine that has Docker. Each
 * test works with brands of its own, from {@link TestBrand}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith({DockerWhereAskedFor.class, ResetClock.class})
@SpringBootTest(classes = TestGraph.class, webEnvironment = SpringBootTest.WebEnvironment.NONE)
public @interface GraphTest {}
