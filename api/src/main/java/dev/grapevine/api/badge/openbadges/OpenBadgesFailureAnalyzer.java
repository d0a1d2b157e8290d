package dev.grapevine.api.badge.openbadges;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says why the server does not start, and what to do, in place of a stack trace. */
class OpenBadgesFailureAnalyzer extends AbstractFailureAnalyzer<OpenBadgesMisconfigured> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, OpenBadgesMisconfigured cause) {
        return new FailureAnalysis(cause.getMessage(), cause.remedy(), cause);
    }
}
