package dev.grapevine.graph.kernel.database;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Reports a database of another layout as one sentence in place of a stack trace. */
class LayoutFailureAnalyzer extends AbstractFailureAnalyzer<LayoutMismatch> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, LayoutMismatch cause) {
        return new FailureAnalysis(cause.getMessage(), null, cause);
    }
}
