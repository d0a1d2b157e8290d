package dev.grapevine.graph.testing;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testcontainers.DockerClientFactory;

/** Skips a test, and says so, when a container was asked for on a machine without Docker. */
public class DockerWhereAskedFor implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        var isAskedFor = "container".equals(System.getProperty("grapevine.test.neo4j"));
        return isAskedFor && !DockerClientFactory.instance().isDockerAvailable()
                ? ConditionEvaluationResult.disabled(
                        "A Neo4j container was asked for, but there is no Docker here.")
                : ConditionEvaluationResult.enabled("Neo4j is to be had.");
    }
}
