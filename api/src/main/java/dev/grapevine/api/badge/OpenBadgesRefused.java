package dev.grapevine.api.badge;

/** Why a server does not start that is to sign Open Badges, and what its operator can do. */
final class OpenBadgesRefused extends RuntimeException {

    private final String remedy;

    OpenBadgesRefused(String message, String remedy) {
        super(message);
        this.remedy = remedy;
    }

    OpenBadgesRefused(String message, String remedy, Throwable cause) {
        super(message, cause);
        this.remedy = remedy;
    }

    String remedy() {
        return remedy;
    }
}
