package dev.grapevine.graph.referral;

import dev.grapevine.graph.kernel.Refusal;

import java.util.List;

/** Why a referral was not registered. */
public enum ReferralRefusal implements Refusal {
    SELF_REFERRAL("Nobody can refer themselves."),
    ALREADY_REFERRED("This customer has a referrer already."),
    REFERRAL_CYCLE("The referrer was brought by this customer, directly or through others.");

    private final String message;

    ReferralRefusal(String message) {
        this.message = message;
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
        return List.of("refereeId");
    }
}
