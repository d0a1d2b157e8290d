package dev.grapevine.graph.badge;

import dev.grapevine.graph.kernel.command.NamedRejection;

/** Why a badge was not defined or not awarded. */
enum BadgeRejection implements NamedRejection {
    BADGE_KEY_TAKEN("The brand has a badge with this key already.", "key"),
    ALREADY_AWARDED("This customer has the badge already.", "badgeId"),
    ALREADY_REVOKED("The award was taken back before.", "awardId"),
    TOO_MANY_BADGES("A brand has at most 1,000 badges.", "brand");

    private final String message;
    private final String field;

    BadgeRejection(String message, String field) {
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
