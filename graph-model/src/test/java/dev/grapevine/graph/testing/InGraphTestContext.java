package dev.grapevine.graph.testing;

import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.LifecycleContext;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;
import net.jqwik.api.lifecycle.SkipExecutionHook;

import org.springframework.test.context.TestContextManager;
import org.testcontainers.DockerClientFactory;

/**
 * Gives jqwik's properties in a {@link GraphTest} what JUnit's tests have: the shared graph, and
 * its skipping.
 */
public class InGraphTestContext implements AroundPropertyHook, SkipExecutionHook {

    @Override
    public PropertyExecutionResult aroundProperty(
            PropertyLifecycleContext context, PropertyExecutor property) throws Throwable {
        new TestContextManager(context.containerClass())
                .prepareTestInstance(context.testInstance());
        return property.execute();
    }

    @Override
    public PropagationMode propagateTo() {
        return PropagationMode.ALL_DESCENDANTS;
    }

    @Override
    public SkipResult shouldBeSkipped(LifecycleContext context) {
        var isAskedFor = "container".equals(System.getProperty("grapevine.test.neo4j"));
        return isAskedFor && !DockerClientFactory.instance().isDockerAvailable()
                ? SkipResult.skip("A Neo4j container was asked for, but there is no Docker here.")
                : SkipResult.doNotSkip();
    }
}
