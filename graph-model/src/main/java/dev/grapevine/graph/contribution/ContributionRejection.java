package dev.grapevine.graph.contribution;

import dev.grapevine.graph.kernel.command.NamedRejection;


/** Why a contribution, a vote or a stamp was not taken. */
public enum ContributionRejection implements NamedRejection {
    ALREADY_SUBMITTED("The brand has a contribution with this external id already.", "externalId"),
    ANSWERS_ANOTHER("This contribution answers another one already.", "inReplyTo"),
    OWN_CONTRIBUTION("Nobody votes for their own contribution.", "contribution"),
    ALREADY_VOTED("This customer has voted on this contribution already.", "customer"),
    TOO_MANY_STATUS_CHANGES("A contribution takes at most 100 stamps.", "contribution");

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
