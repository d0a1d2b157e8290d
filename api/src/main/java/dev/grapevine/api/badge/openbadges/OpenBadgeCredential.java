package dev.grapevine.api.badge.openbadges;

import dev.grapevine.api.badge.BadgeLevel;
import dev.grapevine.graph.badge.Badge;
import dev.grapevine.graph.badge.BadgeAward;
import dev.grapevine.graph.brand.Brand;

import org.jspecify.annotations.Nullable;

import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A badge award as an {@code OpenBadgeCredential} of Open Badges 3.0: a W3C verifiable credential
 * (data model 2.0) with JWT claims as section 8.2 of Open Badges requires. The credential
 * identifies the customer by the pseudonymous id only.
 */
record OpenBadgeCredential(PublicUrl url, Brand brand, Badge badge, BadgeAward award) {

    private static final List<String> CONTEXT =
            List.of(
                    "https://www.w3.org/ns/credentials/v2",
                    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json");

    /** Returns the issuer profile of the brand, as served at {@link PublicUrl#issuer}. */
    static Map<String, Object> profile(PublicUrl url, Brand brand) {
        var profile = new LinkedHashMap<String, Object>();
        profile.put("@context", CONTEXT);
        profile.putAll(issuer(url, brand));
        return profile;
    }

    private static Map<String, Object> issuer(PublicUrl url, Brand brand) {
        var issuer = new LinkedHashMap<String, Object>();
        issuer.put("id", url.issuer(brand.id()));
        issuer.put("type", List.of("Profile"));
        issuer.put("name", brand.name());
        return issuer;
    }

    /** Returns the payload to sign: the credential, and JWT claims that repeat its members. */
    Map<String, Object> payload() {
        // The claim nbf has whole seconds and has to equal validFrom.
        var validFrom = award.awardedAt().toInstant().truncatedTo(ChronoUnit.SECONDS);
        var payload = new LinkedHashMap<String, Object>();
        payload.put("@context", CONTEXT);
        payload.put("id", urn(award.id()));
        payload.put("type", List.of("VerifiableCredential", "OpenBadgeCredential"));
        payload.put("name", name());
        payload.put("issuer", issuer(url, brand));
        payload.put("validFrom", DateTimeFormatter.ISO_INSTANT.format(validFrom));
        payload.put("credentialSubject", subject());
        payload.put("iss", url.issuer(brand.id()));
        payload.put("jti", urn(award.id()));
        payload.put("sub", urn(award.customerId()));
        payload.put("nbf", validFrom.getEpochSecond());
        return payload;
    }

    private Map<String, Object> subject() {
        var subject = new LinkedHashMap<String, Object>();
        subject.put("id", urn(award.customerId()));
        subject.put("type", List.of("AchievementSubject"));
        subject.put("achievement", achievement());
        return subject;
    }

    private Map<String, Object> achievement() {
        var description = badge.description();
        var achievement = new LinkedHashMap<String, Object>();
        achievement.put("id", achievementId());
        achievement.put("type", List.of("Achievement"));
        achievement.put("name", name());
        achievement.put(
                "description", description == null || description.isBlank() ? name() : description);
        achievement.put("criteria", Map.of("narrative", criteria()));
        return achievement;
    }

    /**
     * Returns the name of the badge, with the level if the badge has several: each level is an
     * achievement.
     */
    private String name() {
        var level = level();
        return level == null ? badge.name() : badge.name() + ", " + level.name();
    }

    private String achievementId() {
        var level = level();
        return level == null ? urn(badge.id()) : urn(badge.id()) + "#" + level.number();
    }

    /** Returns the level; null if the badge has fewer than two. */
    private @Nullable BadgeLevel level() {
        var badgeCriteria = badge.parsedCriteria();
        return badgeCriteria == null || badgeCriteria.levels().size() < 2
                ? null
                : BadgeLevel.of(badge, award.level());
    }

    /** Returns the criteria of the badge, independent of the reason for this award. */
    private String criteria() {
        var badgeCriteria = badge.parsedCriteria();
        var level = BadgeLevel.of(badge, award.level());
        return badgeCriteria == null || level == null
                ? "Awarded by " + brand.name() + "."
                : new CriteriaNarrative(badgeCriteria, level.threshold()).text()
                        + ", or awarded by "
                        + brand.name()
                        + ".";
    }

    private static String urn(String id) {
        return "urn:grapevine:" + id;
    }
}
