package dev.grapevine.api.badge.openbadges;

/** Why a server does not start that is to sign Open Badges, and what its operator can do. */
public final class OpenBadgesMisconfigured extends RuntimeException {

    private final String remedy;

    OpenBadgesMisconfigured(String message, String remedy) {
        super(message);
        this.remedy = remedy;
    }

    OpenBadgesMisconfigured(String message, String remedy, Throwable cause) {
        super(message, cause);
        this.remedy = remedy;
    }

    String remedy() {
        return remedy;
    }
}
