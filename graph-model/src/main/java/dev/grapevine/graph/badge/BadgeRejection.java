package dev.grapevine.graph.badge;

import dev.grapevine.graph.kernel.command.NamedRejection;

/** Rejections of commands about badges and awards. */
enum BadgeRejection implements NamedRejection {
    BADGE_KEY_TAKEN("key '%s' is already used by another badge of the brand.", "key"),
    ALREADY_AWARDED("badgeId %s is a badge that the customer already has.", "badgeId"),
    ALREADY_REVOKED("award %s is already revoked.", "badgeAwardId"),
    TOO_MANY_BADGES("brand already has " + Badges.MAX_BADGES + " badges, the maximum.", "brand");

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
