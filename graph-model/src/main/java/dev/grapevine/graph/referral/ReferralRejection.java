package dev.grapevine.graph.referral;

import dev.grapevine.graph.kernel.command.NamedRejection;

/** Rejections of the registration of a referral. */
public enum ReferralRejection implements NamedRejection {
    SELF_REFERRAL("referee is the same customer as referrer.", "referee"),
    ALREADY_REFERRED("referee already has a referrer.", "referee"),
    REFERRAL_CYCLE(
            "referee is a direct or indirect referrer of the referrer; a cycle is not allowed.",
            "referee");

    private final String message;
    private final String field;

    ReferralRejection(String message, String field) {
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
