package dev.grapevine.api.testing;

import static org.assertj.core.api.Assertions.assertThat;

import tools.jackson.databind.JsonNode;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Shape of an {@code OpenBadgeCredential} by the Open Badges 3.0 specification of 1EdTech, "Data
 * Models": the classes AchievementCredential, AchievementSubject, Achievement, Criteria and
 * Profile. Checks required members, URIs and dates, and that there are no unknown members.
 */
public final class OpenBadgeShape {

    /** "Create the JWT Payload": the claims beside the members of the credential. */
    private static final Set<String> CLAIMS = Set.of("iss", "jti", "sub", "nbf", "exp");

    private static final Set<String> CREDENTIAL =
            Set.of(
                    "@context",
                    "id",
                    "type",
                    "name",
                    "description",
                    "image",
                    "credentialSubject",
                    "endorsement",
                    "endorsementJwt",
                    "evidence",
                    "issuer",
                    "validFrom",
                    "validUntil",
                    "awardedDate",
                    "proof",
                    "credentialSchema",
                    "credentialStatus",
                    "refreshService",
                    "termsOfUse");

    private OpenBadgeShape() {}

    /** Asserts that the payload of a JWT is a valid credential. */
    public static void check(JsonNode payload) {
        assertThat(payload.propertyNames())
                .allMatch(name -> CREDENTIAL.contains(name) || CLAIMS.contains(name));
        context(payload);
        uri(payload.path("id"));
        // "One of the items MUST be 'VerifiableCredential', and one 'AchievementCredential' or
        // 'OpenBadgeCredential'."
        assertThat(strings(payload.path("type")))
                .contains("VerifiableCredential")
                .containsAnyOf("OpenBadgeCredential", "AchievementCredential")
                .doesNotHaveDuplicates();
        text(payload.path("name"));
        profile(payload.path("issuer"));
        // DateTimeZ: with a time zone.
        assertThat(Instant.parse(payload.path("validFrom").asString())).isBefore(Instant.now());
        subject(payload.path("credentialSubject"));
    }

    /** Asserts "an ordered set" that begins with these two URLs. */
    public static void context(JsonNode node) {
        assertThat(strings(node.path("@context")))
                .startsWith(
                        "https://www.w3.org/ns/credentials/v2",
                        "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json");
    }

    /** Asserts a Profile with the properties that Grapevine supports. */
    public static void profile(JsonNode profile) {
        uri(profile.path("id"));
        assertThat(strings(profile.path("type"))).contains("Profile");
        text(profile.path("name"));
        assertThat(profile.propertyNames()).isSubsetOf("@context", "id", "type", "name");
    }

    private static void subject(JsonNode subject) {
        uri(subject.path("id"));
        assertThat(strings(subject.path("type"))).contains("AchievementSubject");
        assertThat(subject.propertyNames()).containsOnly("id", "type", "achievement");
        achievement(subject.path("achievement"));
    }

    private static void achievement(JsonNode achievement) {
        uri(achievement.path("id"));
        assertThat(strings(achievement.path("type"))).contains("Achievement");
        text(achievement.path("name"));
        text(achievement.path("description"));
        // Criteria: an id or a narrative.
        assertThat(achievement.path("criteria").propertyNames()).containsOnly("narrative");
        text(achievement.at("/criteria/narrative"));
        assertThat(achievement.propertyNames())
                .containsOnly("id", "type", "name", "description", "criteria");
    }

    private static void uri(JsonNode node) {
        text(node);
        assertThat(URI.create(node.asString()).isAbsolute()).as(node.asString()).isTrue();
    }

    private static void text(JsonNode node) {
        assertThat(node.isString()).isTrue();
        assertThat(node.asString()).isNotBlank();
    }

    private static List<String> strings(JsonNode array) {
        assertThat(array.isArray()).isTrue();
        return array.valueStream().map(JsonNode::asString).toList();
    }
}
