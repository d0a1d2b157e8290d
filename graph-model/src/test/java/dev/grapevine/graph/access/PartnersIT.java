package dev.grapevine.graph.access;

import static dev.grapevine.graph.testing.TestBrand.call;
import static dev.grapevine.graph.testing.TestBrand.callOf;
import static dev.grapevine.graph.testing.TestBrand.rejections;
import static dev.grapevine.graph.testing.TestBrand.succeeded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.graph.brand.Brand;
import dev.grapevine.graph.kernel.command.AwardLimits;
import dev.grapevine.graph.kernel.command.Caller;
import dev.grapevine.graph.kernel.command.Result;
import dev.grapevine.graph.kernel.command.Validation;
import dev.grapevine.graph.kernel.database.CypherStatement;
import dev.grapevine.graph.kernel.database.GraphClient;
import dev.grapevine.graph.testing.GraphTest;
import dev.grapevine.graph.testing.TestBrand;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.List;
import java.util.Map;

@GraphTest
class PartnersIT {

    private static final RegisterPartner SHOP = new RegisterPartner("The shop");
    private static final CypherStatement EVERY_TEXT =
            new CypherStatement(
                    "test/every-text",
                    """
                    MATCH (n) WHERE n.brandId = $brandId
                    UNWIND keys(n) AS key
                    RETURN labels(n)[0] AS label, toStringOrNull(n[key]) AS text
                    """);

    static final List<String> MALFORMED =
            List.of(
                    "",
                    "gv_live_",
                    "gv_live_0123456789ab_",
                    "gv_test_0123456789ab_" + "0".repeat(64),
                    "gv_live_0123456789AB_" + "0".repeat(64),
                    "gv_live_0123456789ab_" + "0".repeat(63),
                    "gv_live_0123456789ab_" + "0".repeat(65),
                    " gv_live_0123456789ab_" + "0".repeat(64),
                    "gv_live_0123456789ab_" + "0".repeat(64) + "\n",
                    "x".repeat(1_000_000));

    @Autowired Partners partners;

    @Autowired ApiKeys keys;

    @Autowired GraphClient graph;

    @Autowired TestBrand testBrand;

    Brand brand;

    @BeforeEach
    void foundABrand() {
        brand = testBrand.newBrand();
    }

    @Test
    void areRegisteredWithAKeyThatOpensTheirBrandOnly() {
        var shop = register();
        assertThat(shop.partner().name()).isEqualTo("The shop");
        assertThat(keys.callerOf(shop.apiKey()))
                .contains(new Caller(shop.partner().id(), brand.id()));
        assertThat(partners.byIds(callOf(brand).caller(), List.of(shop.partner().id())))
                .isEqualTo(Map.of(shop.partner().id(), shop.partner()));
    }

    @Test
    void areShownTheirKeyOnce() {
        var call = call();
        var first = succeeded(partners.register(call, brand.key(), SHOP));
        var second = partners.register(call, brand.key(), SHOP);
        assertThat(first.apiKey()).isNotNull();
        assertThat(succeeded(second)).isEqualTo(new RegisteredPartner(first.partner(), null));
    }

    @Test
    void areNotMistakenForThoseOfAnotherBrandUnderARepeatedKey() {
        var call = call();
        succeeded(partners.register(call, brand.key(), SHOP));
        assertThat(rejections(partners.register(call, testBrand.newBrand().key(), SHOP)))
                .containsExactly("IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void haveKeysThatAreNotGuessedFromOneAnother() {
        assertThat(register().apiKey().substring(0, 20))
                .isNotEqualTo(register().apiKey().substring(0, 20));
    }

    @Test
    void areNotLetInWithAChangedLastCharacter() {
        var key = register().apiKey();
        var changed = key.substring(0, key.length() - 1) + (key.endsWith("0") ? "1" : "0");
        assertThat(keys.callerOf(changed)).isEmpty();
        assertThat(keys.callerOf(key)).isPresent();
    }

    @Test
    void areNotLetInWithTheSecretOfAnother() {
        var one = register().apiKey();
        var other = register().apiKey();
        assertThat(keys.callerOf(one.substring(0, 21) + other.substring(21))).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("MALFORMED")
    void areNotLetInWithWhatIsNoKey(String key) {
        assertThat(keys.callerOf(key)).isEmpty();
    }

    @Test
    void areNotLetInWithAKeyThatWasNeverIssued() {
        assertThat(keys.callerOf("gv_live_0123456789ab_" + "0".repeat(64))).isEmpty();
    }

    @Test
    void leaveNoSecretInTheGraph() {
        var key = register().apiKey();
        var secret = key.substring(key.lastIndexOf('_') + 1);
        var texts =
                graph.read(
                        EVERY_TEXT,
                        Map.of("brandId", brand.id()),
                        row -> row.get("label").asString() + " " + row.get("text"));
        assertThat(texts)
                .anyMatch(text -> text.startsWith("ApiKey"))
                .noneMatch(text -> text.contains(secret));
    }

    @Test
    void areUnknownToOtherBrands() {
        var shop = register();
        var stranger = callOf(testBrand.newBrand());
        assertThat(partners.byIds(stranger.caller(), List.of(shop.partner().id()))).isEmpty();
        assertThat(rejections(partners.register(stranger, brand.key(), SHOP)))
                .containsExactly("BRAND_NOT_FOUND");
    }

    @Test
    void haveAName() {
        assertThat(rejections(partners.register(call(), brand.key(), new RegisterPartner(""))))
                .containsExactly("INVALID_INPUT");
    }

    @Test
    void leaveTheAdministratorAKeyForEverything() {
        assertThat(keys.callerOf(keys.issueForAdministrator()))
                .contains(new Caller("administrator", null));
    }

    @Test
    void mayGiveAsMuchAsTheyLikeUntilSomebodySaysHowMuch() {
        var shop = register();
        assertThat(shop.partner().limits()).isEqualTo(AwardLimits.NONE);
        assertThat(limits(shop)).isEqualTo(AwardLimits.NONE);
        var limited = succeeded(partners.setLimits(call(), limits(shop, 100L, null, 5_000L)));
        assertThat(limited.limits()).isEqualTo(new AwardLimits(100L, null, 5_000L));
        assertThat(partners.byIds(call().caller(), List.of(limited.id())))
                .isEqualTo(Map.of(limited.id(), limited));
    }

    @Test
    void areUnderTheirNewLimitsAtOnce() {
        var shop = register();
        var other = register();
        assertThat(limits(shop)).isEqualTo(AwardLimits.NONE);
        succeeded(partners.setLimits(call(), limits(shop, null, 200L, null)));
        assertThat(limits(shop)).isEqualTo(new AwardLimits(null, 200L, null));
        assertThat(limits(other)).isEqualTo(AwardLimits.NONE);
        succeeded(partners.setLimits(call(), limits(shop, 0L, null, null)));
        assertThat(limits(shop)).isEqualTo(new AwardLimits(0L, null, null));
        succeeded(partners.setLimits(call(), limits(shop, null, null, null)));
        assertThat(limits(shop)).isEqualTo(AwardLimits.NONE);
    }

    @Test
    void keepTheirLatestLimitsWhenAnEarlierCallIsRepeated() {
        var shop = register();
        var call = call();
        succeeded(partners.setLimits(call, limits(shop, 100L, null, null)));
        succeeded(partners.setLimits(call(), limits(shop, 50L, null, null)));
        var again = partners.setLimits(call, limits(shop, 100L, null, null));
        assertThat(again).isInstanceOf(Result.Success.class);
        assertThat(((Result.Success<Partner>) again).isReplay()).isTrue();
        assertThat(limits(shop)).isEqualTo(new AwardLimits(50L, null, null));
        assertThat(rejections(partners.setLimits(call, limits(shop, 1L, null, null))))
                .containsExactly("IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void haveLimitsThatCanBeCounted() {
        var shop = register();
        var least = limits(shop, -1L, -1L, -1L);
        assertThat(rejections(partners.setLimits(call(), least)))
                .containsExactly("INVALID_INPUT", "INVALID_INPUT", "INVALID_INPUT");
        var most = limits(shop, null, null, Validation.MAX_AMOUNT + 1);
        assertThat(rejections(partners.setLimits(call(), most))).containsExactly("INVALID_INPUT");
        assertThat(limits(shop)).isEqualTo(AwardLimits.NONE);
    }

    @Test
    void haveNoLimitsThatStrangersSet() {
        var shop = register();
        var stranger = callOf(testBrand.newBrand());
        assertThat(rejections(partners.setLimits(stranger, limits(shop, 1L, null, null))))
                .containsExactly("PARTNER_NOT_FOUND");
        var nobody = new SetPartnerLimits("ptn_nobody", 1L, null, null);
        assertThat(rejections(partners.setLimits(call(), nobody)))
                .containsExactly("PARTNER_NOT_FOUND");
        assertThat(limits(shop)).isEqualTo(AwardLimits.NONE);
    }

    private static SetPartnerLimits limits(
            RegisteredPartner shop, Long perCall, Long perCustomerPerDay, Long total) {
        return new SetPartnerLimits(shop.partner().id(), perCall, perCustomerPerDay, total);
    }

    /** Returns the limits of the caller that the key of this partner authenticates. */
    private AwardLimits limits(RegisteredPartner shop) {
        return keys.callerOf(shop.apiKey()).orElseThrow().limits();
    }

    private RegisteredPartner register() {
        return succeeded(partners.register(call(), brand.key(), SHOP));
    }
}
