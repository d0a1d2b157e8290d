package dev.grapevine.benchmarks.stage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.json.JsonMapper;

import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;

class ReferralsTests {

    private static final OffsetDateTime JOINED = OffsetDateTime.parse("2026-01-01T00:00:00Z");

    private static final List<Stage.Enrolled> CUSTOMERS =
            IntStream.range(0, 2_000)
                    .mapToObj(
                            i -> new Stage.Enrolled("cus_" + i, "brd|customer-" + i, "brd", JOINED))
                    .toList();

    private final Referrals referrals = new Referrals(CUSTOMERS);

    @Test
    void areTreesOfThreeLevelsAndChainsOfTwelve() {
        var depths = new HashMap<String, Integer>();
        for (var customer : CUSTOMERS) {
            var referrer = referrals.referrer(customer);
            depths.put(customer.externalId(), referrer.isEmpty() ? 0 : 1 + depths.get(referrer));
        }
        assertThat(IntStream.rangeClosed(1, 155).mapToObj(i -> depths.get("customer-" + i)))
                .containsOnly(1, 2, 3);
        assertThat(depths.get("customer-1155")).isEqualTo(3);
        assertThat(depths.get("customer-1000")).isZero();
        assertThat(depths.get("customer-179")).isEqualTo(12);
    }

    @Test
    void areSentReferrersFirst() {
        var rows =
                referrals.pages().stream()
                        .map(page -> JsonMapper.shared().readTree(page).path("customers"))
                        .flatMap(page -> page.valueStream())
                        .toList();
        assertThat(rows).hasSize(2_000);
        assertThat(rows.getFirst().has("referrerId")).isFalse();
        assertThat(rows.get(7).path("referrerId").asString()).isEqualTo("cus_1");
        assertThat(rows.get(7).path("referredAt").asString()).isEqualTo(JOINED.toString());
        var sent = new HashSet<String>();
        for (var row : rows) {
            if (row.has("referrerId")) {
                assertThat(sent).contains(row.path("referrerId").asString());
            }
            sent.add(row.path("id").asString());
        }
    }

    @Test
    void namesTheCustomersWithTheMostReferees() {
        var most = Referrals.withMostReferees(CUSTOMERS);

        assertThat(most).isNotEmpty().hasSizeLessThan(CUSTOMERS.size());
        assertThat(most.stream().map(this::referees))
                .allSatisfy(referees -> assertThat(referees).isGreaterThanOrEqualTo(5));
    }

    private long referees(Stage.Enrolled referrer) {
        return CUSTOMERS.stream()
                .filter(each -> referrals.referrer(each).equals(referrer.externalId()))
                .count();
    }
}
