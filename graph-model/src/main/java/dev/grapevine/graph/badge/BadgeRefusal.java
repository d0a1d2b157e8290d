package dev.grapevine.graph.badge;

import dev.grapevine.graph.kernel.Refusal;

import java.util.List;

/** Why a badge was not defined or not awarded. */
enum BadgeRefusal implements Refusal {
    BADGE_KEY_TAKEN("The brand has a badge with this key already.", "key"),
    ALREADY_AWARDED("This customer has the badge already.", "badgeId"),
    TOO_MANY_BADGES("A brand has at most 1,000 badges.", "brand");

    private final String message;
    private final String field;

    BadgeRefusal(String message, String field) {
        this.message = message;
        this.field = field;
    }

    @Override
    public String code() {
        return name();
    }

    @Override
    public String message() {
        return message;
    }

    @Override
    public List<String> path() {
        return List.of(field);
    }
}
