package dev.grapevine.api.badge;

import dev.grapevine.graph.badge.Badge;
import dev.grapevine.graph.badge.BadgeAward;
import dev.grapevine.graph.brand.Brand;

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
        payload.put("name", badge.name());
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
        achievement.put("id", urn(badge.id()));
        achievement.put("type", List.of("Achievement"));
        achievement.put("name", badge.name());
        achievement.put(
                "description",
                description == null || description.isBlank() ? badge.name() : description);
        achievement.put("criteria", Map.of("narrative", criteria()));
        return achievement;
    }

    /** How anybody earns the badge, whoever has earned it here. */
    private String criteria() {
        var threshold = badge.threshold();
        if (badge.kind() == null || threshold == null) {
            return "Awarded by " + brand.name() + ".";
        }
        return "Earned with "
                + threshold
                + (threshold == 1 ? " activity" : " activities")
                + " of the kind '"
                + badge.kind()
                + "', or awarded by "
                + brand.name()
                + ".";
    }

    private static String urn(String id) {
        return "urn:grapevine:" + id;
    }
}
