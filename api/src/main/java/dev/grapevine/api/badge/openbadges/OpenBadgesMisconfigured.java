package dev.grapevine.api.badge.openbadges;

/** Configuration of Open Badges that prevents the start, with a remedy for the operator. */
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
