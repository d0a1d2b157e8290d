package dev.grapevine.graph.badge;

import dev.grapevine.graph.kernel.Call;
import dev.grapevine.graph.kernel.Caller;
import dev.grapevine.graph.kernel.Outcome;
import dev.grapevine.graph.kernel.Page;
import dev.grapevine.graph.kernel.PageRequest;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** All badges, and who has them. */
public interface Badges {

    /**
     * Defines a badge, once per idempotency key, and awards it to everyone who has reached its
     * threshold already, in batches, before it returns. Throws {@code GraphBusy} if somebody was in
     * the way; sent again, it goes on. Refusals: {@code INVALID_INPUT}, {@code BRAND_NOT_FOUND},
     * {@code BADGE_KEY_TAKEN}, {@code TOO_MANY_BADGES}.
     */
    Outcome<Badge> define(Call call, String brandKey, DefineBadge command);

    /**
     * Awards a badge by hand, once per idempotency key, also to whom it was taken from before; that
     * award stays to be seen. Refusals: {@code INVALID_INPUT}, {@code CUSTOMER_NOT_FOUND}, {@code
     * BADGE_NOT_FOUND} (also one of another brand than the customer's), {@code ALREADY_AWARDED}.
     */
    Outcome<BadgeAward> award(Call call, AwardBadge command);

    /**
     * Takes an award back, once per idempotency key, also one that went with its cause; it stays to
     * be seen, as revoked, and is not earned again. Refusals: {@code INVALID_INPUT}, {@code
     * BADGE_AWARD_NOT_FOUND}, {@code ALREADY_REVOKED}.
     */
    Outcome<BadgeAward> revoke(Call call, RevokeBadge command);

    /** The badges of each brand, earliest first, by brand id. One round trip. */
    Map<String, Page<Badge>> ofBrands(Collection<String> brandIds, PageRequest request);

    /** The number of badges of each brand, by brand id. One round trip. */
    Map<String, Long> countsOfBrands(Collection<String> brandIds);

    /** The badges with these ids that the caller may see, by id. One round trip. */
    Map<String, Badge> byIds(Caller caller, Collection<String> ids);

    /** The badge of a brand with this key. One round trip. */
    Optional<Badge> byKey(String brandId, String key);

    /** Whether a customer has a badge. One round trip. */
    boolean has(String customerId, String badgeId);

    /** The awards with these ids that the caller may see, by id. One round trip. */
    Map<String, BadgeAward> awardsByIds(Caller caller, Collection<String> ids);

    /**
     * The badges of each customer, latest first, by customer id. One round trip. The request's
     * filter {@code standingOnly} leaves out those that were taken back; without it they are there.
     */
    Map<String, Page<BadgeAward>> ofCustomers(Collection<String> customerIds, PageRequest request);
}
