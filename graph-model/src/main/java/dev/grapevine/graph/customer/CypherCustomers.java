package dev.grapevine.graph.customer;

import dev.grapevine.graph.brand.Brands;
import dev.grapevine.graph.kernel.Call;
import dev.grapevine.graph.kernel.Caller;
import dev.grapevine.graph.kernel.CypherFile;
import dev.grapevine.graph.kernel.Format;
import dev.grapevine.graph.kernel.Graph;
import dev.grapevine.graph.kernel.Idempotency;
import dev.grapevine.graph.kernel.Ids;
import dev.grapevine.graph.kernel.InBrand;
import dev.grapevine.graph.kernel.Inputs;
import dev.grapevine.graph.kernel.Lanes;
import dev.grapevine.graph.kernel.Outcome;
import dev.grapevine.graph.kernel.SharedLookup;
import dev.grapevine.graph.kernel.Times;
import dev.grapevine.graph.kernel.Unknown;

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

/** Customers by Cypher. */
@Component
class CypherCustomers implements Customers {

    private static final CypherFile ENROL = CypherFile.of(CypherCustomers.class, "enrol-customers");
    private static final CypherFile BY_IDS =
            CypherFile.of(CypherCustomers.class, "customers-by-ids");
    private static final CypherFile BY_KEYS =
            CypherFile.of(CypherCustomers.class, "customers-by-keys");
    private static final CypherFile LOCK = CypherFile.of(CypherCustomers.class, "lock-customers");

    private final Graph graph;
    private final Idempotency idempotency;
    private final Brands brands;
    private final Ids ids;
    private final Times times;
    private final List<EnrolmentListener> listeners;
    private final SharedLookup<String, Customer> byKey;

    CypherCustomers(
            Graph graph,
            Idempotency idempotency,
            Brands brands,
            Ids ids,
            Times times,
            Lanes.Builder lanes,
            List<EnrolmentListener> listeners) {
        this.graph = graph;
        this.idempotency = idempotency;
        this.brands = brands;
        this.ids = ids;
        this.times = times;
        this.listeners = listeners;
        this.byKey = lanes.lookup("customers", this::byKeys);
    }

    private record Row(String key, Customer customer) {}

    private record Enrolled(Customer customer, boolean isNew) {
        Outcome<Customer> outcome() {
            return isNew
                    ? Outcome.done(customer)
                    : Outcome.refused(new AlreadyEnrolled(customer.externalId()));
        }
    }

    @Override
    public Outcome<Customer> enrol(Call call, String brandKey, EnrolCustomer command) {
        var inputs = check(command).and(call.check());
        var brand = brands.byKey(call.caller(), brandKey);
        if (brand.isEmpty()) {
            inputs.and(new Unknown("Brand", brandKey, "brand"));
        }
        if (!inputs.areRight()) {
            return inputs.refused();
        }
        var id = ids.next("cus");
        return idempotency.once(
                call,
                new InBrand(brandKey, command),
                id,
                () -> enrol(List.of(row(id, brand.get().id(), command, times.now()))).getFirst(),
                first ->
                        Outcome.done(
                                Objects.requireNonNull(
                                        byIds(Caller.GRAPEVINE, List.of(first)).get(first))));
    }

    @Override
    public List<Outcome<Customer>> enrolAll(String brandId, List<EnrolCustomer> commands) {
        return graph.inOneTransaction(
                () ->
                        Outcome.checked(
                                commands,
                                CypherCustomers::check,
                                right ->
                                        enrol(
                                                right.stream()
                                                        .map(
                                                                command ->
                                                                        row(
                                                                                ids.next("cus"),
                                                                                brandId,
                                                                                command,
                                                                                command.joinedAt()))
                                                        .toList())));
    }

    private static Inputs check(EnrolCustomer command) {
        return new Inputs()
                .matches("externalId", command.externalId(), Format.EXTERNAL_ID)
                .text("displayName", command.displayName(), 0, 200)
                .time("joinedAt", command.joinedAt());
    }

    private Row row(
            String id, String brandId, EnrolCustomer command, @Nullable OffsetDateTime otherwise) {
        var joinedAt = command.joinedAt() == null ? otherwise : Times.utc(command.joinedAt());
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

    private List<Outcome<Customer>> enrol(List<Row> rows) {
        var enrolled = graph.write(ENROL, Map.of("rows", rows), row -> row.as(Enrolled.class));
        var newcomers = enrolled.stream().filter(Enrolled::isNew).map(Enrolled::customer).toList();
        if (!newcomers.isEmpty()) {
            listeners.forEach(listener -> listener.enrolled(newcomers));
        }
        return enrolled.stream().map(Enrolled::outcome).toList();
    }

    @Override
    public Optional<Customer> byExternalId(Caller caller, String brandKey, String externalId) {
        return brands.byKey(caller, brandKey)
                .map(brand -> Customer.key(brand.id(), externalId))
                .map(key -> byKey.find(List.of(key)).get(key));
    }

    @Override
    public Map<String, Customer> byExternalIds(String brandId, Collection<String> externalIds) {
        var keys = externalIds.stream().map(id -> Customer.key(brandId, id)).toList();
        return mapped(byKey.find(keys).values(), Customer::externalId);
    }

    private Map<String, Customer> byKeys(Collection<String> keys) {
        return mapped(
                graph.read(BY_KEYS, Map.of("keys", List.copyOf(keys)), CypherCustomers::customer),
                customer -> Customer.key(customer.brandId(), customer.externalId()));
    }

    @Override
    public Map<String, Customer> byIds(Caller caller, Collection<String> wanted) {
        var found =
                graph.read(BY_IDS, Map.of("ids", List.copyOf(wanted)), CypherCustomers::customer);
        return mapped(
                found.stream().filter(customer -> caller.sees(customer.brandId())).toList(),
                Customer::id);
    }

    @Override
    public Map<String, Customer> lock(Caller caller, Collection<String> wanted) {
        var parameters = new HashMap<String, Object>();
        parameters.put("ids", List.copyOf(wanted));
        parameters.put("scope", caller.brandId());
        return mapped(graph.write(LOCK, parameters, CypherCustomers::customer), Customer::id);
    }

    private static Customer customer(Record row) {
        return row.get("customer").as(Customer.class);
    }

    private static Map<String, Customer> mapped(
            Collection<Customer> customers, Function<Customer, String> key) {
        return customers.stream().collect(Collectors.toMap(key, customer -> customer));
    }
}
