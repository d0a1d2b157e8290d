package dev.grapevine.api.badge;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says why the server does not start, and what to do, in place of a stack trace. */
class OpenBadgesFailureAnalyzer extends AbstractFailureAnalyzer<OpenBadgesRefused> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, OpenBadgesRefused cause) {
        return new FailureAnalysis(cause.getMessage(), cause.remedy(), cause);
    }
}
