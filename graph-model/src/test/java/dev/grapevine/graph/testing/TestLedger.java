package dev.grapevine.graph.testing;

import static dev.grapevine.graph.testing.TestBrand.call;
import static dev.grapevine.graph.testing.TestBrand.succeeded;

import dev.grapevine.graph.brand.Brand;
import dev.grapevine.graph.customer.Customer;
import dev.grapevine.graph.ledger.EntryTime;
import dev.grapevine.graph.ledger.PointsLedger;
import dev.grapevine.graph.ledger.Wallets;
import dev.grapevine.graph.ledger.currency.Currencies;
import dev.grapevine.graph.ledger.currency.Currency;
import dev.grapevine.graph.ledger.currency.SetCurrency;

import org.neo4j.driver.Driver;

import java.util.List;
import java.util.Map;

/** Opens purses, and looks into the database at what moved from where to where. */
public class TestLedger {

    final PointsLedger ledger;
    final Wallets wallets;
    final MovableClock clock;
    private final Currencies currencies;
    private final TestBrand testBrand;
    private final Driver driver;

    TestLedger(
            PointsLedger ledger,
            Wallets wallets,
            Currencies currencies,
            TestBrand testBrand,
            MovableClock clock,
            Driver driver) {
        this.ledger = ledger;
        this.wallets = wallets;
        this.currencies = currencies;
        this.testBrand = testBrand;
        this.clock = clock;
        this.driver = driver;
    }

    /** A new customer of the brand, with standard points. */
    public TestWallet wallet(Brand brand, String name) {
        return wallet(testBrand.enrol(brand, name), Currency.STANDARD);
    }

    public TestWallet wallet(Brand brand, String name, String currency) {
        return wallet(testBrand.enrol(brand, name), currency);
    }

    public TestWallet wallet(Customer customer, String currency) {
        return new TestWallet(this, customer, currency);
    }

    /** Points that never expire, may be given away, and may be owed. */
    public Currency setCurrency(Brand brand, String code) {
        return setCurrency(brand, code, Currency.Expiry.NEVER, null);
    }

    /** Points that expire after so many days, may be given away, and may be owed. */
    public Currency setCurrency(Brand brand, String code, Currency.Expiry expiry, Integer days) {
        return setCurrency(
                brand,
                new SetCurrency(
                        code,
                        code,
                        expiry,
                        days,
                        null,
                        true,
                        null,
                        Currency.NegativeBalancePolicy.DEBT));
    }

    /** Points that expire so many days after they were earned or booked, and may be owed. */
    public void expireAfterDays(Brand brand, String code, int days, EntryTime from) {
        setCurrency(
                brand,
                new SetCurrency(
                        code,
                        code,
                        Currency.Expiry.ROLLING,
                        days,
                        null,
                        false,
                        null,
                        Currency.NegativeBalancePolicy.DEBT,
                        from));
    }

    public Currency setCurrency(Brand brand, SetCurrency command) {
        return succeeded(currencies.set(call(), brand.key(), command));
    }

    /**
     * What an entry moved, in the order of the lots that it moved from: {@code CONSUMED 30 of 1} is
     * 30 points of the lot that the wallet's entry 1 brought.
     */
    public List<String> movesOf(String entryId) {
        return rows(
                """
                MATCH (:PointsEntry {id: $id})-[move:CONSUMED|HELD|RESTORED]->(lot)
                WITH type(move) AS kind, move.amount AS amount, lot ORDER BY lot.expiresAt, lot.sequence
                RETURN kind + ' ' + amount + ' of ' + lot.sequence AS row
                """,
                entryId);
    }

    /** What remains in the lots of a wallet: {@code 70 of 1} is 70 of what its entry 1 brought. */
    public List<String> lotsOf(String walletId) {
        return rows(
                """
                MATCH (lot:PointsEntry|Lot {walletId: $id}) WHERE lot.remaining > 0
                WITH lot ORDER BY lot.expiresAt, lot.sequence
                RETURN lot.remaining + ' of ' + lot.sequence AS row
                """,
                walletId);
    }

    private List<String> rows(String statement, String id) {
        try (var session = driver.session()) {
            return session.run(statement, Map.of("id", id)).list(row -> row.get("row").asString());
        }
    }
}
