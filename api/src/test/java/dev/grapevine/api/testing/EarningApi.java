package dev.grapevine.api.testing;

import static org.assertj.core.api.Assertions.assertThat;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Configuration of rules, limits, tiers and badges over HTTP, by the administrator, in a separate
 * brand.
 */
public final class EarningApi {

    /** Selection of all scalar fields of a rule version. */
    public static final String RULE =
            """
            id key version name state kinds whenInWords currency rounding isBonus badge priority exclusiveGroup budget
            timeZone from until draftedAt publishedAt retiredAt
            points { fixed perQuantity perValue { points value } expression }
            multiplier { factor rules } caps { max period }
            """;

    private final Api api;
    private final String brand = "b-" + UUID.randomUUID().toString().substring(0, 18);

    /** Registers the brand with kinds for reviews and purchases, and the badge {@code pioneer}. */
    public EarningApi(Api api) {
        this.api = api;
        execute("registerBrand", Map.of("key", brand, "name", "A brand"));
        execute("createActivityKind", kind("review.posted", "MARKETING"));
        execute("createActivityKind", kind("purchase.made", "PAYMENT"));
        execute("createBadge", Map.of("brand", brand, "key", "pioneer", "name", "Pioneer"));
    }

    /** Returns the members of a JSON object. */
    public static Map<String, JsonNode> members(String object) {
        var members = new HashMap<String, JsonNode>();
        JsonMapper.shared()
                .readTree(object)
                .propertyStream()
                .forEach(member -> members.put(member.getKey(), member.getValue()));
        return members;
    }

    public String brand() {
        return brand;
    }

    private Map<String, Object> kind(String name, String domain) {
        return Map.of(
                "brand",
                brand,
                "key",
                name,
                "name",
                name,
                "domain",
                domain,
                "stage",
                "AFTER_SALE",
                "fields",
                List.of(
                        Map.of("name", "stars", "type", "NUMBER"),
                        Map.of("name", "isVerified", "type", "BOOLEAN"),
                        Map.of("name", "product", "type", "TEXT")));
    }

    /** Creates an activity kind; returns its id. */
    public String createActivityKind(String kind) {
        return payload("createActivityKind", "activityKind { id }", kind(kind, "MARKETING"))
                .at("/activityKind/id")
                .asString();
    }

    /** Enrols a customer; returns the id. */
    public String enrol(String externalId) {
        var enrolled =
                payload(
                        "enrolCustomer",
                        "customer { id } userErrors { code }",
                        Map.of("brand", brand, "externalId", externalId));
        return enrolled.at("/customer/id").asString();
    }

    /** Returns the input of a review by a customer, with changes. */
    public Map<String, Object> review(
            String customer, String id, String occurredAt, Map<String, ?> changes) {
        var review = new HashMap<String, Object>();
        review.put("customer", Api.external(brand, customer));
        review.put("kind", "review.posted");
        review.put("externalId", id);
        review.put("occurredAt", occurredAt);
        review.putAll(changes);
        return review;
    }

    /** Records an activity; returns its id. */
    public String record(Map<String, ?> activity) {
        var recorded =
                api.data(
                        "administrator",
                        document(
                                "recordActivities",
                                "results { activity { id } userErrors { code message } }"),
                        Map.of("input", Map.of("brand", brand, "activities", List.of(activity))));
        var result = recorded.at("/recordActivities/results/0");
        assertThat(result.path("userErrors")).isEmpty();
        return result.at("/activity/id").asString();
    }

    /** Returns the input of a rule that gives ten points for a review, with changes. */
    public Map<String, Object> rule(String key, Map<String, ?> changes) {
        var rule = new HashMap<String, Object>();
        rule.put("brand", brand);
        rule.put("key", key);
        rule.put("name", "For a review");
        rule.put("kinds", List.of("review.posted"));
        rule.put("points", Map.of("fixed", 10));
        rule.putAll(changes);
        return rule;
    }

    /** Executes a mutation and asserts that there are no user errors. */
    private void execute(String mutation, Map<String, ?> input) {
        assertThat(payload(mutation, "userErrors { code }", input).path("userErrors")).isEmpty();
    }

    /**
     * Executes a mutation and returns its payload. An idempotency key is generated if the input has
     * none.
     */
    public JsonNode payload(String mutation, String fields, Map<String, ?> input) {
        var keyed = new HashMap<String, Object>();
        keyed.put("idempotencyKey", UUID.randomUUID().toString());
        keyed.putAll(input);
        return api.data("administrator", document(mutation, fields), Map.of("input", keyed))
                .path(mutation);
    }

    public static String document(String mutation, String fields) {
        var type = Character.toUpperCase(mutation.charAt(0)) + mutation.substring(1);
        return "mutation($input: %sInput!) { %s(input: $input) { %s } }"
                .formatted(type, mutation, fields);
    }

    /** Executes a mutation of rules: draft, publish or retire. */
    public JsonNode changeRule(String mutation, Map<String, ?> input) {
        return payload(
                mutation,
                "ruleVersion { " + RULE + " } userErrors { code message path } isReplay",
                input);
    }

    public JsonNode draft(String key, Map<String, ?> changes) {
        return changeRule("draftRule", rule(key, changes));
    }

    /** Drafts and publishes a rule; returns the id of the version. */
    public String publish(String key) {
        var id = draft(key, Map.of()).at("/ruleVersion/id").asString();
        var published = changeRule("publishRule", Map.of("ruleVersionId", id));
        assertThat(published.path("userErrors")).isEmpty();
        return id;
    }

    public JsonNode limit(Map<String, ?> changes) {
        var limit = new HashMap<String, Object>();
        limit.putAll(
                Map.of(
                        "brand",
                        brand,
                        "key",
                        "monthly",
                        "name",
                        "A month's points",
                        "type",
                        "CAP",
                        "amount",
                        500,
                        "period",
                        "MONTH"));
        limit.putAll(changes);
        return payload(
                "setEarningLimit",
                "earningLimitVersion { id key version name state type currency rules amount period"
                    + " timeZone publishedAt retiredAt } userErrors { code message path } isReplay",
                limit);
    }

    public JsonNode tiers(Map<String, ?> changes) {
        var tiers = new HashMap<String, Object>();
        tiers.putAll(
                Map.of(
                        "brand",
                        brand,
                        "key",
                        "club",
                        "name",
                        "The club",
                        "period",
                        Map.of("rollingDays", 365),
                        "tiers",
                        List.of(
                                Map.of("key", "blue", "name", "Blue", "from", 0, "until", 1000),
                                Map.of(
                                        "key",
                                        "gold",
                                        "name",
                                        "Gold",
                                        "from",
                                        1000,
                                        "multiplier",
                                        "1.5",
                                        "benefits",
                                        List.of("A free service each year")))));
        tiers.putAll(changes);
        return payload(
                "setTierSet",
                "tierSetVersion { id key version state currency period { rollingDays calendar }"
                        + " graceDays timeZone tiers { key name from until multiplier benefits }"
                        + " publishedAt retiredAt } userErrors { code message path } isReplay",
                tiers);
    }

    /** Returns the nodes of a connection field of the brand. */
    public List<JsonNode> list(String field, String arguments, String fields) {
        return api.data(
                        "administrator",
                        "query($b: String!) { brand(key: $b) { %s(first: 100%s) { edges { node { %s } } } } }"
                                .formatted(field, arguments, fields),
                        Map.of("b", brand))
                .at("/brand/" + field + "/edges")
                .valueStream()
                .map(edge -> edge.path("node"))
                .toList();
    }
}
