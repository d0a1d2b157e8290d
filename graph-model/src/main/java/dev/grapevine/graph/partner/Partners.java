package dev.grapevine.graph.partner;

import dev.grapevine.graph.kernel.Call;
import dev.grapevine.graph.kernel.Caller;
import dev.grapevine.graph.kernel.Outcome;

import java.util.Collection;
import java.util.Map;

/** The partners of all brands. */
public interface Partners {

    /**
     * Registers a partner of a brand and issues their API key, once per idempotency key; the key is
     * in the first answer only. Refusals: {@code INVALID_INPUT}, {@code BRAND_NOT_FOUND}.
     */
    Outcome<NewPartner> register(Call call, String brandKey, RegisterPartner command);

    /**
     * Replaces the limits of a partner, once per idempotency key: each award that begins afterwards
     * in this process is under the new ones, in other processes at most a minute later. Refusals:
     * {@code INVALID_INPUT}, {@code PARTNER_NOT_FOUND}.
     */
    Outcome<Partner> setLimits(Call call, SetPartnerLimits command);

    /** The partners with these ids that the caller may see, by id. One round trip. */
    Map<String, Partner> byIds(Caller caller, Collection<String> ids);
}
