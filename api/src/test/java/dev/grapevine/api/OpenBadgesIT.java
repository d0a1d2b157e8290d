package dev.grapevine.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapevine.api.testing.Api;
import dev.grapevine.api.testing.ApiTest;
import dev.grapevine.api.testing.OpenBadgeShape;
import dev.grapevine.graph.brand.Brand;
import dev.grapevine.graph.customer.Customer;
import dev.grapevine.graph.testing.TestBrand;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.InvalidJwtSignatureException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Verification of credentials by a second library, jose4j, with the keys served over HTTP. Requests
 * to the public URL go to the server, as through a proxy.
 */
@ApiTest
class OpenBadgesIT {

    private static final String PUBLIC_URL = "https://grapevine.example";
    private static final String AWARD =
            """
            query($id: ID!) { node(id: $id) { ... on BadgeAward { credential awardedAt badge { id } } } }
            """;

    @Autowired Api api;

    @Autowired TestBrand testBrand;

    @Autowired MeterRegistry meters;

    Brand brand;
    Customer customer;
    String awardId;
    String credential;

    @BeforeEach
    void award() {
        brand = testBrand.newBrand();
        customer = testBrand.enrol(brand, "Augusta");
        awardId = award(customer, "critic", "review.posted", 3, "Ada King, 12 Dorset Street");
        credential = credential(awardId);
    }

    private String award(Customer owner, String key, String kind, Integer threshold, String note) {
        var define =
                """
                mutation($brand: String!, $key: String!, $criteria: BadgeCriteriaInput, $once: ID!) {
                  createBadge(input: {brand: $brand, key: $key, name: "Kritik \\"ü\\"",
                                      criteria: $criteria, idempotencyKey: $once}) { badge { id } }
                }
                """;
        var badge = new HashMap<String, Object>();
        badge.put("brand", brand.key());
        badge.put("key", key);
        badge.put(
                "criteria",
                kind == null
                        ? null
                        : Map.of("kinds", Map.of("kind", kind), "threshold", threshold));
        badge.put("once", UUID.randomUUID().toString());
        var badgeId =
                api.data("administrator", define, badge).at("/createBadge/badge/id").asString();
        var award =
                """
                mutation($input: AwardBadgeInput!) { awardBadge(input: $input) { award { id } } }
                """;
        var input =
                Map.of(
                        "customer",
                        Map.of("id", owner.id()),
                        "badgeId",
                        badgeId,
                        "note",
                        note,
                        "idempotencyKey",
                        UUID.randomUUID().toString());
        return api.data("administrator", award, Map.of("input", input))
                .at("/awardBadge/award/id")
                .asString();
    }

    private JsonNode node(String id) {
        return api.data("administrator", AWARD, Map.of("id", id)).path("node");
    }

    private String credential(String id) {
        return node(id).path("credential").asString();
    }

    private JwtConsumer verifier() {
        var keys = new HttpsJwks(api.uri("/.well-known/jwks.json").toString());
        return new JwtConsumerBuilder()
                .setVerificationKeyResolver(new HttpsJwksVerificationKeyResolver(keys))
                .setJwsAlgorithmConstraints(
                        AlgorithmConstraints.ConstraintType.PERMIT,
                        AlgorithmIdentifiers.RSA_USING_SHA256)
                .setExpectedType(true, "JWT")
                .setExpectedIssuer(PUBLIC_URL + "/issuers/" + brand.id())
                .setRequireSubject()
                .setRequireJwtId()
                .setRequireNotBefore()
                .build();
    }

    @Test
    void isVerifiedBySecondLibraryWithThePublishedKeys() throws Exception {
        var claims = verifier().processToClaims(credential);
        assertThat(claims.getSubject()).isEqualTo("urn:grapevine:" + customer.id());
        assertThat(claims.getJwtId()).isEqualTo("urn:grapevine:" + awardId);
        assertThat(claims.getNotBefore().getValue()).isEqualTo(awardedAt().getEpochSecond());
    }

    private Instant awardedAt() {
        return Instant.parse(node(awardId).path("awardedAt").asString());
    }

    /** "Additional JOSE Headers are NOT allowed." */
    @Test
    void hasOnlyTheHeadersOfTheSpecification() {
        var header = part(credential, 0);
        assertThat(header.propertyNames()).containsOnly("alg", "kid", "typ");
        assertThat(header.path("alg").asString()).isEqualTo("RS256");
        assertThat(header.path("typ").asString()).isEqualTo("JWT");
    }

    /** "A URI that can be dereferenced to an object of type JWK." */
    @Test
    void namesAKeyServedAtItsUrl() throws Exception {
        var kid = part(credential, 0).path("kid").asString();
        assertThat(kid).startsWith(PUBLIC_URL + "/keys/");
        var answer = api.get(kid.substring(PUBLIC_URL.length()));
        var jws = new JsonWebSignature();
        jws.setCompactSerialization(credential);
        jws.setKey(JsonWebKey.Factory.newJwk(answer.body()).getKey());
        assertThat(jws.verifySignature()).isTrue();
    }

    @Test
    void publishesPublicKeysOnly() {
        var keys = Api.json(api.get("/.well-known/jwks.json")).path("keys");
        assertThat(keys.valueStream())
                .isNotEmpty()
                .allSatisfy(
                        key ->
                                assertThat(key.propertyNames())
                                        .containsOnly("kty", "e", "n", "use", "alg", "kid"));
        var kid = part(credential, 0).path("kid").asString();
        assertThat(Api.json(api.get(kid.substring(PUBLIC_URL.length())))).isEqualTo(keys.path(0));
    }

    @Test
    void hasTheShapeOfAnOpenBadge() {
        var payload = part(credential, 1);
        OpenBadgeShape.check(payload);
        var achievement = payload.at("/credentialSubject/achievement");
        assertThat(achievement.path("id").asString())
                .isEqualTo("urn:grapevine:" + node(awardId).at("/badge/id").asString());
        assertThat(achievement.path("name").asString()).isEqualTo("Kritik \"ü\"");
        assertThat(achievement.at("/criteria/narrative").asString())
                .isEqualTo(
                        "Earned with 3 activities of the kind 'review.posted', or awarded by A"
                                + " brand.");
        assertThat(
                        part(credential(award(customer, "kind", null, null, "-")), 1)
                                .at("/credentialSubject/achievement/criteria/narrative")
                                .asString())
                .isEqualTo("Awarded by A brand.");
    }

    /**
     * "Verify a Credential VC-JWT Signature": iss, sub, nbf and jti match the members of the
     * credential.
     */
    @Test
    void hasClaimsEqualToTheMembers() {
        var payload = part(credential, 1);
        assertThat(payload.path("iss")).isEqualTo(payload.at("/issuer/id"));
        assertThat(payload.path("sub")).isEqualTo(payload.at("/credentialSubject/id"));
        assertThat(payload.path("jti")).isEqualTo(payload.path("id"));
        assertThat(Instant.ofEpochSecond(payload.path("nbf").asLong()))
                .isEqualTo(Instant.parse(payload.path("validFrom").asString()));
    }

    @Test
    void identifiesTheCustomerByIdOnly() {
        var text = part(credential, 1).toString();
        assertThat(text).contains(customer.id());
        assertThat(text).doesNotContain("Augusta", "King", "Dorset");
    }

    @Test
    void failsVerificationAfterAChange() {
        var parts = credential.split("\\.");
        var payload = new String(decode(parts[1]), StandardCharsets.UTF_8);
        var other = testBrand.enrol(brand, "Charles").id();
        var forged = payload.replace(customer.id(), other);
        assertThat(forged).isNotEqualTo(payload);
        assertThatThrownBy(
                        () -> verifier().process(parts[0] + "." + encode(forged) + "." + parts[2]))
                .isInstanceOf(InvalidJwtSignatureException.class);
    }

    @Test
    void failsVerificationUnsignedOrWithAForeignKey() throws JoseException {
        var parts = credential.split("\\.");
        var unsigned = encode("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + parts[1] + ".";
        assertThatThrownBy(() -> verifier().process(unsigned))
                .isInstanceOf(InvalidJwtException.class);
        var forged = new JsonWebSignature();
        forged.setPayload(new String(decode(parts[1]), StandardCharsets.UTF_8));
        forged.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        forged.setHeader("typ", "JWT");
        forged.setKeyIdHeaderValue(part(credential, 0).path("kid").asString());
        forged.setKey(RsaJwkGenerator.generateJwk(2048).getPrivateKey());
        var compact = forged.getCompactSerialization();
        assertThatThrownBy(() -> verifier().process(compact))
                .isInstanceOf(InvalidJwtSignatureException.class);
    }

    @Test
    void isDeterministic() {
        assertThat(credential(awardId)).isEqualTo(credential);
    }

    @Test
    void sendsAsManyStatementsForTenCredentialsAsForOne() {
        for (var i = 0; i < 9; i++) {
            award(customer, "badge-" + i, null, null, "-");
        }
        assertThat(statementsFor(10)).isEqualTo(statementsFor(1));
    }

    private long statementsFor(int credentials) {
        var document =
                """
                query($id: ID!, $first: Int!) {
                  node(id: $id) { ... on Customer { badgeAwards(first: $first) { edges { node { credential } } } } }
                }
                """;
        var variables = Map.of("id", customer.id(), "first", credentials);
        assertThat(api.data("administrator", document, variables).at("/node/badgeAwards/edges"))
                .hasSize(credentials)
                .allMatch(edge -> edge.at("/node/credential").isString());
        var before = statements();
        api.data("administrator", document, variables);
        return statements() - before;
    }

    private long statements() {
        return meters.find("grapevine.graph.statement").timers().stream()
                .mapToLong(Timer::count)
                .sum();
    }

    @Test
    void hasAnIssuerServedAtItsId() {
        var issuer = part(credential, 1).path("issuer");
        var answer = api.get(issuer.path("id").asString().substring(PUBLIC_URL.length()));
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/ld+json");
        var profile = Api.json(answer);
        OpenBadgeShape.context(profile);
        OpenBadgeShape.profile(profile);
        assertThat(profile.path("id")).isEqualTo(issuer.path("id"));
        assertThat(profile.path("name").asString()).isEqualTo("A brand");
    }

    @Test
    void isHiddenFromOtherBrands() {
        var hidden = api.data("larkspur", AWARD, Map.of("id", awardId)).path("node");
        assertThat(hidden.isNull()).isTrue();
        var own = api.newPartner(brand.key());
        assertThat(api.data(own, AWARD, Map.of("id", awardId)).at("/node/credential").asString())
                .isEqualTo(credential);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/keys/0000000000000000000000000000000000000000000",
                "/issuers/brd_00000000000000000000000000"
            })
    void returnsNotFoundForUnknownIds(String path) {
        assertThat(api.get(path).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/keys",
                "/keys/",
                "/keys/nonsense",
                "/keys/a/b",
                "/issuers",
                "/issuers/'",
                "/issuers/cus_00000000000000000000000000",
                "/.well-known/other"
            })
    void requiresAuthenticationForOtherPaths(String path) {
        assertThat(api.get(path).statusCode()).isEqualTo(401);
    }

    @Test
    void allowsCrossOriginReadsAndNoWrites() throws Exception {
        var keys = HttpRequest.newBuilder(api.uri("/.well-known/jwks.json"));
        var read = send(keys.copy().header("Origin", "https://wallet.example"));
        assertThat(read.statusCode()).isEqualTo(200);
        assertThat(read.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
        assertThat(read.headers().firstValue("Cache-Control")).contains("max-age=3600, public");
        var written = send(keys.copy().POST(HttpRequest.BodyPublishers.ofString("{}")));
        assertThat(written.statusCode()).isEqualTo(403);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private static JsonNode part(String compact, int index) {
        return JsonMapper.shared().readTree(decode(compact.split("\\.")[index]));
    }

    private static byte[] decode(String part) {
        return Base64.getUrlDecoder().decode(part);
    }

    private static String encode(String text) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
