package dev.grapevine.embedded;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Analyzer that reports a start-up failure of the embedded database as a sentence with a remedy
 * instead of a stack trace.
 */
class EmbeddedNeo4jFailureAnalyzer extends AbstractFailureAnalyzer<EmbeddedNeo4jException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, EmbeddedNeo4jException cause) {
        return new FailureAnalysis(cause.getMessage(), cause.remedy(), cause);
    }
}
