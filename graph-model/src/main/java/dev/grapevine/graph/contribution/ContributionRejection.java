package dev.grapevine.graph.contribution;

import dev.grapevine.graph.kernel.command.NamedRejection;

/** Rejections of commands about contributions, votes and status changes. */
public enum ContributionRejection implements NamedRejection {
    ALREADY_SUBMITTED(
            "externalId is already used by another contribution of the brand.", "externalId"),
    ANSWERS_ANOTHER("contribution already replies to another contribution.", "inReplyTo"),
    OWN_CONTRIBUTION("contribution is the voting customer's own.", "contribution"),
    ALREADY_VOTED("customer has already voted on the contribution.", "customer"),
    TOO_MANY_STATUS_CHANGES(
            "contribution already has "
                    + Contributions.MAX_STATUS_CHANGES
                    + " status changes, the maximum.",
            "contribution");

    private final String message;
    private final String field;

    ContributionRejection(String message, String field) {
        this.message = message;
        this.field = field;
    }

    @Override
    public String message() {
        return message;
    }

    @Override
    public String field() {
        return field;
    }
}
