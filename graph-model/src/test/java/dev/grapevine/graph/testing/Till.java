package dev.grapevine.graph.testing;

import static dev.grapevine.graph.testing.World.call;
import static dev.grapevine.graph.testing.World.done;

import dev.grapevine.graph.brand.Brand;
import dev.grapevine.graph.customer.Customer;
import dev.grapevine.graph.ledger.PointsLedger;
import dev.grapevine.graph.ledger.Wallets;
import dev.grapevine.graph.ledger.currency.Currencies;
import dev.grapevine.graph.ledger.currency.Currency;
import dev.grapevine.graph.ledger.currency.DefineCurrency;

import org.neo4j.driver.Driver;

import java.util.List;
import java.util.Map;

/** Opens purses, and looks into the database at what moved from where to where. */
public class Till {

    final PointsLedger ledger;
    final Wallets wallets;
    final MovableClock clock;
    private final Currencies currencies;
    private final World world;
    private final Driver driver;

    Till(
            PointsLedger ledger,
            Wallets wallets,
            Currencies currencies,
            World world,
            MovableClock clock,
            Driver driver) {
        this.ledger = ledger;
        this.wallets = wallets;
        this.currencies = currencies;
        this.world = world;
        this.clock = clock;
        this.driver = driver;
    }

    /** A new customer of the brand, with standard points. */
    public Purse purse(Brand brand, String name) {
        return purse(world.enrol(brand, name), Currency.STANDARD);
    }

    public Purse purse(Brand brand, String name, String currency) {
        return purse(world.enrol(brand, name), currency);
    }

    public Purse purse(Customer customer, String currency) {
        return new Purse(this, customer, currency);
    }

    /** Points that never expire, may be given away, and may be owed. */
    public Currency define(Brand brand, String code) {
        return define(brand, code, Currency.Expiry.NEVER, null);
    }

    /** Points that expire after so many days, may be given away, and may be owed. */
    public Currency define(Brand brand, String code, Currency.Expiry expiry, Integer days) {
        return define(
                brand,
                new DefineCurrency(
                        code,
                        code,
                        expiry,
                        days,
                        null,
                        true,
                        null,
                        Currency.NegativeBalancePolicy.DEBT));
    }

    public Currency define(Brand brand, DefineCurrency command) {
        return done(currencies.define(call(), brand.key(), command));
    }

    /**
     * What an entry moved, in the order of the lots that it moved from: {@code CONSUMED 30 of 1} is
     * 30 points of the lot that the wallet's entry 1 brought.
     */
    public List<String> movesOf(String entryId) {
        return rows(
                """
                MATCH (:PointsEntry {id: $id})-[move:CONSUMED|HELD|RESTORED]->(lot:Lot)
                WITH type(move) AS kind, move.amount AS amount, lot ORDER BY lot.expiresAt, lot.sequence
                RETURN kind + ' ' + amount + ' of ' + lot.sequence AS row
                """,
                entryId);
    }

    /** What remains in the lots of a wallet: {@code 70 of 1} is 70 of what its entry 1 brought. */
    public List<String> lotsOf(String walletId) {
        return rows(
                """
                MATCH (lot:Lot {walletId: $id}) WHERE lot.remaining > 0
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
