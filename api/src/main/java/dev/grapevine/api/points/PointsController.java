package dev.grapevine.api.points;

import dev.grapevine.api.kernel.Arguments;
import dev.grapevine.api.kernel.Batch;
import dev.grapevine.api.kernel.Connection;
import dev.grapevine.api.kernel.Loader;
import dev.grapevine.api.kernel.Loaders;
import dev.grapevine.api.kernel.NodeSource;
import dev.grapevine.graph.customer.Customer;
import dev.grapevine.graph.kernel.Call;
import dev.grapevine.graph.kernel.Caller;
import dev.grapevine.graph.kernel.Page;
import dev.grapevine.graph.kernel.PageRequest;
import dev.grapevine.graph.points.PointsEntry;
import dev.grapevine.graph.points.PointsLedger;
import dev.grapevine.graph.points.Wallet;

import graphql.schema.DataFetchingEnvironment;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Wallets and points. */
@Controller
class PointsController {

    private final PointsLedger ledger;
    private final Loader<PageRequest, Page<PointsEntry>> entries;

    PointsController(PointsLedger ledger, Loaders loaders) {
        this.ledger = ledger;
        this.entries = loaders.register("Wallet.entries", ledger::entries);
    }

    @Bean
    static NodeSource walletNodes(PointsLedger ledger) {
        return NodeSource.of("wal", ledger::walletsByIds);
    }

    @Bean
    static NodeSource pointsEntryNodes(PointsLedger ledger) {
        return NodeSource.of("pte", ledger::entriesByIds);
    }

    @MutationMapping
    AwardPointsPayload awardPoints(@Argument AwardPointsInput input, Caller caller) {
        return AwardPointsPayload.of(
                ledger.award(new Call(caller, input.idempotencyKey()), input.command()));
    }

    @MutationMapping
    RedeemPointsPayload redeemPoints(@Argument RedeemPointsInput input, Caller caller) {
        return RedeemPointsPayload.of(
                ledger.redeem(new Call(caller, input.idempotencyKey()), input.command()));
    }

    @BatchMapping(typeName = "Customer", field = "wallet")
    Map<Customer, Wallet> walletsOfCustomers(List<Customer> customers) {
        return Batch.load(customers, Customer::id, ledger::ofCustomers);
    }

    @BatchMapping(typeName = "PointsEntry", field = "wallet")
    Map<PointsEntry, Wallet> walletsOfEntries(List<PointsEntry> entries) {
        return Batch.load(
                entries, PointsEntry::walletId, ids -> ledger.walletsByIds(Caller.GRAPEVINE, ids));
    }

    @SchemaMapping(typeName = "Wallet", field = "entries")
    CompletableFuture<Connection<Connection.Edge<PointsEntry>>> entries(
            Wallet wallet,
            @Argument int first,
            @Argument @Nullable String after,
            DataFetchingEnvironment environment) {
        return entries.load(environment, wallet.id(), Arguments.page(first, after))
                .thenApply(page -> Connection.of(page, PointsEntry::cursor));
    }
}
