package dev.grapevine.graph.points;

import dev.grapevine.graph.kernel.*;

import org.springframework.stereotype.Component;

import java.time.OffsetDateTime;
import java.util.*;

/** Not built yet. */
@Component
class CypherWallets implements Wallets {
    @Override
    public Map<String, Wallet> ofCustomers(Collection<String> customerIds, String currency) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Map<String, List<Wallet>> allOfCustomers(Collection<String> customerIds) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Map<String, Wallet> byIds(Caller caller, Collection<String> ids) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Map<String, PointsEntry> entriesByIds(Caller caller, Collection<String> ids) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Map<String, Page<PointsEntry>> entries(
            Collection<String> walletIds, PageRequest request) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Map<String, Hold> holdsByIds(Caller caller, Collection<String> ids) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Map<String, Page<Hold>> openHolds(Collection<String> walletIds, PageRequest request) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Map<String, Long> balancesAt(Collection<String> walletIds, OffsetDateTime at) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Map<String, List<Expiring>> expiring(
            Collection<String> walletIds, OffsetDateTime until) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Map<String, Statement> statements(
            Collection<String> walletIds, Statement.Period period) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Map<String, Page<PointsEntry>> entriesOf(
            Collection<String> walletIds, Statement.Period period, PageRequest request) {
        throw new UnsupportedOperationException();
    }
}
