package dev.grapevine.graph.contribution;

import dev.grapevine.graph.kernel.command.Command;


import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * Asks for a new contribution.
 *
 * @param externalId null if the brand's systems have no id for it: it gets its own
 * @param customer external id of who gives it
 * @param kind SCREAMING_SNAKE, at most 64 characters
 * @param title at most 300 characters
 * @param text at most 20,000 characters
 * @param inReplyTo external id of the contribution that it answers
 * @param tags at most 10, each at most 64 characters
 * @param submittedAt null for now
 */
public record SubmitContribution(
        @Nullable String externalId,
        String customer,
        String kind,
        @Nullable String title,
        @Nullable String text,
        @Nullable String inReplyTo,
        List<String> tags,
        long views,
        ContributionStatus status,
        @Nullable OffsetDateTime submittedAt)
        implements Command {
    @Override
    public String operation() {
        return "submitContribution";
    }
}
