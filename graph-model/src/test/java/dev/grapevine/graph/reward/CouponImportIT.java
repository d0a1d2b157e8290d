package dev.grapevine.graph.reward;

import static dev.grapevine.graph.testing.TestBrand.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.grapevine.graph.brand.Brand;
import dev.grapevine.graph.kernel.TextFile;
import dev.grapevine.graph.ledger.PointsLedger;
import dev.grapevine.graph.ledger.Wallets;
import dev.grapevine.graph.reward.coupon.CouponFile;
import dev.grapevine.graph.reward.coupon.CouponImport;
import dev.grapevine.graph.reward.coupon.CouponImportRejected;
import dev.grapevine.graph.reward.coupon.CouponReport.Finding;
import dev.grapevine.graph.testing.GraphTest;
import dev.grapevine.graph.testing.TestBrand;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.driver.Driver;
import org.springframework.beans.factory.annotation.Autowired;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** Files of coupon codes: what is a code, and what only looks like one. */
@GraphTest
class CouponImportIT {

    @Autowired Rewards rewards;

    @Autowired CouponImport coupons;

    @Autowired PointsLedger ledger;

    @Autowired Wallets wallets;

    @Autowired Driver driver;

    @Autowired TestBrand testBrand;

    @TempDir Path folder;

    Brand brand;
    Reward reward;

    @BeforeEach
    void createReward() {
        brand = testBrand.newBrand();
        reward =
                new RewardFixture(ledger, wallets, rewards, driver)
                        .create(brand, RewardFixture.voucher());
    }

    private CouponFile file(@Nullable String column, String text) throws IOException {
        var path = Files.writeString(folder.resolve("codes.csv"), text);
        return new CouponFile(new TextFile(path), column);
    }

    private List<Finding> suspicious(String text) throws IOException {
        return coupons.check(file(null, text)).suspicious().first();
    }

    private long add(CouponFile file) {
        return coupons.run(call(), reward.id(), file, _ -> {}).added();
    }

    private List<String> codes() {
        try (var session = driver.session()) {
            return session.run(
                            "MATCH (c:Coupon {rewardId: $id}) RETURN c.code AS code ORDER BY"
                                    + " c.number",
                            Map.of("id", reward.id()))
                    .list(row -> row.get("code").asString());
        }
    }

    @Test
    void addsAFileOfCodesAndSkipsWhatIsNone() throws IOException {
        var lines = new ArrayList<>(RewardFixture.codes(2_500));
        lines.addAll(List.of("", "  CODE-7  ", "not a code", "CODE-2501"));
        var file = file(null, "\uFEFF" + String.join("\n", lines));
        var report = coupons.check(file);
        assertThat(report.codes()).isEqualTo(2_502);
        assertThat(report.suspicious().count()).isZero();
        assertThat(report.invalid().first())
                .extracting(Finding::line, Finding::text)
                .containsExactly(tuple(2_503L, "not a code"));
        var progress = new ArrayList<Long>();
        var summary = coupons.run(call(), reward.id(), file, progress::add);
        assertThat(summary).isEqualTo(new CouponImport.Summary(2_501, 1));
        assertThat(progress).containsExactly(1_000L, 1_000L, 502L);
        assertThat(add(file)).isZero();
    }

    @Test
    void addsACompressedFileAndRefusesABrokenOne() throws IOException {
        var path = folder.resolve("codes.txt.gz");
        try (var stream = new GZIPOutputStream(Files.newOutputStream(path))) {
            stream.write("A\nB\n".getBytes(StandardCharsets.UTF_8));
        }
        var file = new CouponFile(new TextFile(path), null);
        assertThat(add(file)).isEqualTo(2);
        Files.write(path, new byte[] {1, 2, 3});
        assertThatThrownBy(() -> add(file)).isInstanceOf(CouponImportRejected.class);
    }

    @Test
    void readsQuotedCodesAsCsv() throws IOException {
        var file = file(null, "\"A1\"\r\n\"B,2\"\r\n\"C\"\"3\"\r\n");
        assertThat(add(file)).isEqualTo(3);
        assertThat(codes()).containsExactly("A1", "B,2", "C\"3");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void readsTheNamedColumnWhateverDividesTheColumns(String delimiter) throws IOException {
        var text = "batch|Coupon code|value\n1|A1|10\n1|\" B2 \"|10\n1||10\n";
        var file = file("Coupon code", text.replace("|", delimiter));
        var report = coupons.check(file);
        assertThat(report.codes()).isEqualTo(2);
        assertThat(report.suspicious().count()).isZero();
        assertThat(report.invalid().first()).extracting(Finding::line).containsExactly(4L);
        add(file);
        assertThat(codes()).containsExactly("A1", "B2");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void readsQuotedHeadersAndColumnsWithoutANameWhateverDividesThem(String delimiter)
            throws IOException {
        var text = "\"code\"|\"value\"||\n\"A1\"|\"10\"||\n";
        var file = file("code", text.replace("|", delimiter));
        assertThat(coupons.check(file).codes()).isEqualTo(1);
        assertThat(add(file)).isEqualTo(1);
        assertThat(codes()).containsExactly("A1");
    }

    @Test
    void namesTheColumnsIfTheNamedOneIsMissing() throws IOException {
        var file = file("code", "batch,coupon\n1,A1\n");
        assertThatThrownBy(() -> coupons.check(file))
                .isInstanceOf(CouponImportRejected.class)
                .hasMessage("codes.csv has no column 'code'; its header is [batch, coupon].");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "code                | is a header, it seems",
                "Voucher_Codes       | is a header, it seems",
                "A1,10               | has 2 columns",
                "A1;10               | has a semicolon, as between columns",
                "A\"1                | has a quotation mark",
                "'A1'                | has a quotation mark",
                "=A1                 | is a formula of a spreadsheet",
                "1.23457E+12         | is a number that a spreadsheet has shortened"
            })
    void showsWhatOnlyLooksLikeACode(String line, String problem) throws IOException {
        assertThat(suspicious(line + "\nA1\n")).containsExactly(new Finding(1, line, problem));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SUMMER-2026", "12345678", "1E5C", "a_b/c+d", "GIFT25"})
    void findsNothingWrongWithOrdinaryCodes(String code) throws IOException {
        assertThat(suspicious(code + "\nCODE\n")).isEmpty();
    }

    @Test
    void namesLinesThatAreNotUtf8AndQuotesWithoutAnEnd() throws IOException {
        var latin = folder.resolve("latin.csv");
        Files.write(latin, "A1\nM\u00FCLLER\n".getBytes(StandardCharsets.ISO_8859_1));
        var report = coupons.check(new CouponFile(new TextFile(latin), null));
        assertThat(report.codes()).isEqualTo(1);
        assertThat(report.invalid().first()).extracting(Finding::line).containsExactly(2L);
        var open = file(null, "A1\n\"B2\nC3\n");
        assertThatThrownBy(() -> coupons.check(open)).isInstanceOf(CouponImportRejected.class);
    }

    @Test
    void countsAllFindingsAndShowsTheFirstTen() throws IOException {
        var text = "A;1\n".repeat(25);
        var findings = coupons.check(file(null, text)).suspicious();
        assertThat(findings.count()).isEqualTo(25);
        assertThat(findings.first()).hasSize(10);
    }
}
