package dev.grapevine.graph.customer;

import dev.grapevine.graph.brand.Brands;
import dev.grapevine.graph.kernel.Ids;
import dev.grapevine.graph.kernel.Times;
import dev.grapevine.graph.kernel.batch.BatchedLookup;
import dev.grapevine.graph.kernel.batch.CommandBatcher;
import dev.grapevine.graph.kernel.command.BrandCommand;
import dev.grapevine.graph.kernel.command.Call;
import dev.grapevine.graph.kernel.command.Caller;
import dev.grapevine.graph.kernel.command.Idempotency;
import dev.grapevine.graph.kernel.command.NotFound;
import dev.grapevine.graph.kernel.command.Result;
import dev.grapevine.graph.kernel.command.Validation;
import dev.grapevine.graph.kernel.database.CypherStatement;
import dev.grapevine.graph.kernel.database.GraphClient;
import dev.grapevine.graph.kernel.database.Rows;

import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.springframework.stereotype.Component;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Customers of all brands: enrolment, look-up and locks. */
@Component
public class Customers {

    private static final CypherStatement ENROL =
            CypherStatement.of(Customers.class, "enrol-customers");
    private static final CypherStatement BY_IDS =
            CypherStatement.of(Customers.class, "customers-by-ids");
    private static final CypherStatement BY_KEYS =
            CypherStatement.of(Customers.class, "customers-by-keys");
    private static final CypherStatement LOCK =
            CypherStatement.of(Customers.class, "lock-customers");

    private final GraphClient graph;
    private final Idempotency idempotency;
    private final Brands brands;
    private final Ids ids;
    private final Times times;
    private final List<EnrolmentListener> listeners;
    private final BatchedLookup<String, Customer> byKey;
    private final CustomerCache cache = new CustomerCache();

    Customers(
            GraphClient graph,
            Idempotency idempotency,
            Brands brands,
            Ids ids,
            Times times,
            CommandBatcher.Builder batchers,
            List<EnrolmentListener> listeners) {
        this.graph = graph;
        this.idempotency = idempotency;
        this.brands = brands;
        this.ids = ids;
        this.times = times;
        this.listeners = listeners;
        this.byKey = batchers.lookup("customers", this::byKeys);
    }

    private record Row(String key, Customer customer) {}

    private record Enrolled(Customer customer, boolean isNew) {
        Result<Customer> result() {
            return isNew
                    ? Result.success(customer)
                    : Result.rejected(new AlreadyEnrolled(customer.externalId()));
        }
    }

    /**
     * Enrols a customer, once per idempotency key; joinedAt defaults to the current time.
     * Rejections: {@code INVALID_INPUT}, {@code BRAND_NOT_FOUND}, {@code ALREADY_ENROLLED}.
     */
    public Result<Customer> enrol(Call call, String brandKey, EnrolCustomer command) {
        var validation = check(command).and(call.check());
        var brand = brands.byKey(call.caller(), brandKey);
        if (brand.isEmpty()) {
            validation.and(new NotFound("Brand", brandKey, "brand"));
        }
        if (!validation.isValid()) {
            return validation.rejected();
        }
        var id = ids.next("cus");
        return idempotency.execute(
                call,
                new BrandCommand(brandKey, command),
                id,
                () -> enrol(List.of(row(id, brand.get().id(), command, times.now()))).getFirst(),
                first ->
                        Result.success(
                                Objects.requireNonNull(
                                        byIds(Caller.SYSTEM, List.of(first)).get(first))));
    }

    /**
     * Enrols customers in one transaction and returns one result for each, in their order. An
     * absent joinedAt stays null. Rejections: {@code INVALID_INPUT}, {@code ALREADY_ENROLLED}.
     */
    public List<Result<Customer>> enrolAll(String brandId, List<EnrolCustomer> commands) {
        return graph.inOneTransaction(
                () ->
                        Result.checked(
                                commands,
                                this::check,
                                valid ->
                                        enrol(
                                                valid.stream()
                                                        .map(
                                                                command ->
                                                                        row(
                                                                                ids.next("cus"),
                                                                                brandId,
                                                                                command,
                                                                                command.joinedAt()))
                                                        .toList())));
    }

    private Validation check(EnrolCustomer command) {
        return new Validation()
                .externalId(command.externalId())
                .name("displayName", command.displayName(), 200)
                .past("joinedAt", command.joinedAt(), times);
    }

    private Row row(
            String id,
            String brandId,
            EnrolCustomer command,
            @Nullable OffsetDateTime defaultJoinedAt) {
        var joinedAt = command.joinedAt() == null ? defaultJoinedAt : Times.utc(command.joinedAt());
        return new Row(
                Customer.key(brandId, command.externalId()),
                new Customer(
                        id,
                        brandId,
                        command.externalId(),
                        command.displayName(),
                        joinedAt,
                        times.now()));
    }

    private List<Result<Customer>> enrol(List<Row> rows) {
        var enrolled = graph.write(ENROL, Map.of("rows", rows), Rows.to(Enrolled.class));
        var newCustomers =
                enrolled.stream().filter(Enrolled::isNew).map(Enrolled::customer).toList();
        if (!newCustomers.isEmpty()) {
            listeners.forEach(listener -> listener.enrolled(newCustomers));
        }
        return enrolled.stream().map(Enrolled::result).toList();
    }

    /**
     * Returns the customer with this external id if it exists and the caller may see it. One round
     * trip.
     */
    public Optional<Customer> byExternalId(Caller caller, String brandKey, String externalId) {
        return brands.byKey(caller, brandKey)
                .map(brand -> Customer.key(brand.id(), externalId))
                .map(key -> withKeys(List.of(key)).get(key));
    }

    /** Returns the customers with these external ids, by external id. One round trip. */
    public Map<String, Customer> byExternalIds(String brandId, Collection<String> externalIds) {
        var keys = externalIds.stream().map(id -> Customer.key(brandId, id)).toList();
        return mapped(withKeys(keys).values(), Customer::externalId);
    }

    private Map<String, Customer> withKeys(Collection<String> keys) {
        return cache.byKeys(keys, missing -> cached(byKey.find(missing)));
    }

    /** Caches customers that were read outside a transaction, and so are committed. */
    private Map<String, Customer> cached(Map<String, Customer> found) {
        if (!graph.isInTransaction()) {
            cache.add(found.values());
        }
        return found;
    }

    private Map<String, Customer> byKeys(Collection<String> keys) {
        return mapped(
                graph.read(BY_KEYS, Map.of("keys", List.copyOf(keys)), Customers::customer),
                customer -> Customer.key(customer.brandId(), customer.externalId()));
    }

    /** Returns the customers with these ids that the caller may see, by id. One round trip. */
    public Map<String, Customer> byIds(Caller caller, Collection<String> customerIds) {
        var found = cache.byIds(customerIds, missing -> cached(readByIds(missing)));
        return mapped(
                found.values().stream().filter(it -> caller.sees(it.brandId())).toList(),
                Customer::id);
    }

    private Map<String, Customer> readByIds(Collection<String> customerIds) {
        var parameters = Map.of("ids", List.copyOf(customerIds));
        return mapped(graph.read(BY_IDS, parameters, Customers::customer), Customer::id);
    }

    /**
     * Locks customers until the transaction ends and returns them by id. Customers are locked
     * before any other node and in the order of their ids, so that transactions do not deadlock.
     */
    public Map<String, Customer> lock(Caller caller, Collection<String> customerIds) {
        var parameters = new HashMap<String, Object>();
        parameters.put("ids", List.copyOf(customerIds));
        parameters.put("scope", caller.brandId());
        return mapped(graph.write(LOCK, parameters, Customers::customer), Customer::id);
    }

    private static Customer customer(Record row) {
        return Rows.map(row.get("customer"), Customer.class);
    }

    private static Map<String, Customer> mapped(
            Collection<Customer> customers, Function<Customer, String> key) {
        return customers.stream().collect(Collectors.toMap(key, customer -> customer));
    }
}
