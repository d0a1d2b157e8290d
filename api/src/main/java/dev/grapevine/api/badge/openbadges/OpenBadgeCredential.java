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
 * A badge award in the words of Open Badges 3.0: an {@code OpenBadgeCredential}, which is a
 * verifiable credential of the W3C (data model 2.0), with the claims of a JWT beside its members as
 * its chapter 8.2 has it. Of the customer it tells the pseudonymous id and nothing else.
 */
record OpenBadgeCredential(PublicUrl url, Brand brand, Badge badge, BadgeAward award) {

    private static final List<String> CONTEXT =
            List.of(
                    "https://www.w3.org/ns/credentials/v2",
                    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json");

    /** The brand as an issuer, as its address answers. */
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

    /** What is signed. The claims say the same as the members that they stand for. */
    Map<String, Object> payload() {
        // A claim counts whole seconds, and has to be equal to what it stands for.
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

    /** The badge; and its level, where it has several: each is an achievement of its own. */
    private String name() {
        var level = level();
        return level == null ? badge.name() : badge.name() + ", " + level.name();
    }

    private String achievementId() {
        var level = level();
        return level == null ? urn(badge.id()) : urn(badge.id()) + "#" + level.number();
    }

    /** The level, if the badge has several. */
    private @Nullable BadgeLevel level() {
        var takes = badge.takes();
        return takes == null || takes.levels().size() < 2
                ? null
                : BadgeLevel.of(badge, award.level());
    }

    /** How anybody earns it, whoever has earned it here. */
    private String criteria() {
        var takes = badge.takes();
        var level = BadgeLevel.of(badge, award.level());
        return takes == null || level == null
                ? "Awarded by " + brand.name() + "."
                : new CriteriaNarrative(takes, level.threshold()).words()
                        + ", or awarded by "
                        + brand.name()
                        + ".";
    }

    private static String urn(String id) {
        return "urn:grapevine:" + id;
    }
}
