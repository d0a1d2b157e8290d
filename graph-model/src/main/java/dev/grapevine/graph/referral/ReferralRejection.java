package dev.grapevine.graph.referral;

import dev.grapevine.graph.kernel.command.NamedRejection;


/** Why a referral was not registered. */
public enum ReferralRejection implements NamedRejection {
    SELF_REFERRAL("Nobody can refer themselves.", "referee"),
    ALREADY_REFERRED("This customer has a referrer already.", "referee"),
    REFERRAL_CYCLE(
            "The referrer was brought by this customer, directly or through others.", "referee");

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
