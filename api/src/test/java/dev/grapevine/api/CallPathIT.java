package dev.grapevine.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.api.testing.Api;
import dev.grapevine.api.testing.ApiTest;
import dev.grapevine.api.testing.CallPath;
import dev.grapevine.api.testing.EarningApi;
import dev.grapevine.graph.testing.TestBrand;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.Map;
import java.util.UUID;

/** The two busiest calls pass few modules, and seldom return to one. */
@ApiTest
class CallPathIT {

    @Autowired Api api;

    @Autowired TestBrand testBrand;

    @Test
    void recordsActivitiesInFewModules() {
        var earning = new EarningApi(api);
        earning.publish("review");
        earning.enrol("ada");
        var path =
                CallPath.of(
                        () ->
                                earning.record(
                                        earning.review(
                                                "ada",
                                                UUID.randomUUID().toString(),
                                                "2026-02-01T10:00:00Z",
                                                Map.of())));
        assertThat(path.modules())
                .containsExactly(
                        "access",
                        "activity",
                        "badge",
                        "brand",
                        "customer",
                        "earning",
                        "kernel",
                        "ledger");
        assertThat(path.changesOfModule()).isLessThan(20);
    }

    @Test
    void awardsPointsInFewModules() {
        var ada = testBrand.enrol(testBrand.newBrand(), "ada");
        var path =
                CallPath.of(
                        () ->
                                api.move(
                                        "administrator",
                                        "awardPoints",
                                        Map.of(
                                                "customer",
                                                Map.of("id", ada.id()),
                                                "amount",
                                                1,
                                                "reason",
                                                "r")));
        assertThat(path.modules())
                .contains("access", "kernel", "ledger")
                .hasSizeLessThanOrEqualTo(5);
        assertThat(path.changesOfModule()).isLessThan(8);
    }
}
