package dev.grapevine.api.badge.openbadges;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Reports a misconfiguration of Open Badges with its remedy instead of a stack trace. */
class OpenBadgesFailureAnalyzer extends AbstractFailureAnalyzer<OpenBadgesMisconfigured> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, OpenBadgesMisconfigured cause) {
        return new FailureAnalysis(cause.getMessage(), cause.remedy(), cause);
    }
}
