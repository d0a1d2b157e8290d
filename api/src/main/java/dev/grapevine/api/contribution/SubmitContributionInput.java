package dev.grapevine.api.contribution;

import dev.grapevine.graph.contribution.ContributionStatus;
import dev.grapevine.graph.contribution.SubmitContribution;

import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;
import java.util.List;

/** Input of {@code submitContribution}. */
record SubmitContributionInput(
        String brand,
        String customer,
        @Nullable String externalId,
        String kind,
        @Nullable String title,
        @Nullable String text,
        @Nullable String inReplyTo,
        List<String> tags,
        @Nullable OffsetDateTime submittedAt) {

    SubmitContribution command() {
        return new SubmitContribution(
                externalId,
                customer,
                kind,
                title,
                text,
                inReplyTo,
                tags,
                0,
                ContributionStatus.OPEN,
                submittedAt);
    }
}
