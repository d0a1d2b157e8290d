package dev.grapevine.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.api.testing.Api;
import dev.grapevine.api.testing.ApiTest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Shell scripts of the client samples. */
@ApiTest
@EnabledIf(value = "isCurlInstalled", disabledReason = "curl is not installed.")
class CurlSamplesIT {

    private static final Path SCRIPTS = Path.of("../client-samples/curl");

    @Autowired Api api;

    static boolean isCurlInstalled() {
        return Files.isExecutable(Path.of("/usr/bin/curl"));
    }

    @Test
    void printsAReferralChain() throws Exception {
        var customer = run("referral-chain.sh", "larkspur", "annie").at("/data/customer");
        assertThat(customer.at("/referralChain/3/customer/displayName").asString())
                .isEqualTo("Ada");
    }

    @Test
    void enrolsAwardsAndRedeems() throws Exception {
        var enrolled = run("enrol-customer.sh", "larkspur", "curl-ida", "Ida \"the\" tester");
        var id = enrolled.at("/data/enrolCustomer/customer/id").asString();
        assertThat(enrolled.at("/data/enrolCustomer/customer/displayName").asString())
                .isEqualTo("Ida \"the\" tester");
        var awarded = run("award-points.sh", id, "100", "Thank you");
        assertThat(awarded.at("/data/awardPoints/entry/balanceAfter").asLong()).isEqualTo(100);
        var redeemed = run("redeem-points.sh", id, "40", "A bell");
        assertThat(redeemed.at("/data/redeemPoints/entry/balanceAfter").asLong()).isEqualTo(60);
    }

    @Test
    void holdsCapturesAndExplains() throws Exception {
        var enrolled = run("enrol-customer.sh", "larkspur", "curl-ivan", "Ivan");
        var id = enrolled.at("/data/enrolCustomer/customer/id").asString();
        var awarded = run("award-points.sh", id, "100", "Thank you");
        var held = run("hold-points.sh", id, "40", "A bell").at("/data/holdPoints/entry");
        assertThat(held.at("/wallet/balance").asLong()).isEqualTo(60);
        var captured = run("capture-hold.sh", held.at("/hold/id").asString(), "30");
        assertThat(captured.at("/data/captureHold/entry/wallet/balance").asLong()).isEqualTo(70);
        var entryId = awarded.at("/data/awardPoints/entry/id").asString();
        var explained = run("explain-entry.sh", entryId).at("/data/explainEntry");
        assertThat(explained.path("sentence").asString()).isNotEmpty();
        assertThat(explained.path("steps").size()).isGreaterThan(1);
    }

    private JsonNode run(String script, String... arguments)
            throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("sh", SCRIPTS.resolve(script).toString()));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command);
        process.environment().put("GRAPEVINE_URL", api.uri("").toString());
        process.environment().put("GRAPEVINE_KEY", api.key("larkspur"));
        process.environment().put("GRAPEVINE_IDEMPOTENCY_KEY", UUID.randomUUID().toString());
        process.redirectError(ProcessBuilder.Redirect.DISCARD);
        var running = process.start();
        var answer = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(running.waitFor()).isZero();
        return JsonMapper.shared().readTree(answer);
    }
}
