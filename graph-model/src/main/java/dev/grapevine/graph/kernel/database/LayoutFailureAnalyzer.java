package dev.grapevine.graph.kernel.database;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Analyzer that reports a layout mismatch at start-up as one sentence instead of a stack trace. */
class LayoutFailureAnalyzer extends AbstractFailureAnalyzer<LayoutMismatch> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, LayoutMismatch cause) {
        return new FailureAnalysis(cause.getMessage(), null, cause);
    }
}
