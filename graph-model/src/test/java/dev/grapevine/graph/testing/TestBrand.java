package dev.grapevine.graph.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.graph.brand.Brand;
import dev.grapevine.graph.brand.Brands;
import dev.grapevine.graph.brand.RegisterBrand;
import dev.grapevine.graph.customer.Customer;
import dev.grapevine.graph.customer.Customers;
import dev.grapevine.graph.customer.EnrolCustomer;
import dev.grapevine.graph.kernel.command.Call;
import dev.grapevine.graph.kernel.command.Caller;
import dev.grapevine.graph.kernel.command.Rejection;
import dev.grapevine.graph.kernel.command.Result;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** What tests need again and again: a brand and customers of their own, calls, and races. */
public class TestBrand {

    private final Brands brands;
    private final Customers customers;

    TestBrand(Brands brands, Customers customers) {
        this.brands = brands;
        this.customers = customers;
    }

    /** A brand that no other test knows. */
    public Brand newBrand() {
        var key = "b-" + UUID.randomUUID().toString().substring(0, 18);
        return succeeded(brands.register(call(), new RegisterBrand(key, "A brand")));
    }

    public Customer enrol(Brand brand, String name) {
        return succeeded(customers.enrol(call(), brand.key(), new EnrolCustomer(name, name, null)));
    }

    /** A call of Grapevine itself, under a key of its own. */
    public static Call call() {
        return new Call(Caller.SYSTEM, UUID.randomUUID().toString());
    }

    /** A call of a partner of the brand, under a key of its own. */
    public static Call callOf(Brand brand) {
        return new Call(
                new Caller("ptn_of_" + brand.key(), brand.id()), UUID.randomUUID().toString());
    }

    /** What the command produced; fails the test if it was refused. */
    public static <T> T succeeded(Result<T> result) {
        assertThat(result).isInstanceOf(Result.Success.class);
        return ((Result.Success<T>) result).value();
    }

    /** The codes of the reasons why the command was refused; none if it was done. */
    public static List<String> rejections(Result<?> result) {
        return switch (result) {
            case Result.Success<?> _ -> List.of();
            case Result.Rejected<?>(var rejections, _) ->
                    rejections.stream().map(Rejection::code).toList();
        };
    }

    /** The same work that many times, for a {@link #race}. */
    public static <T> List<Callable<T>> copies(int times, Callable<T> work) {
        return Collections.nCopies(times, work);
    }

    /**
     * Runs the work at once, each on a thread of its own, and answers the results in their order.
     */
    public static <T> List<T> race(List<Callable<T>> work)
            throws InterruptedException, ExecutionException {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var futures = new ArrayList<Future<T>>();
            for (var one : work) {
                futures.add(
                        threads.submit(
                                () -> {
                                    start.await();
                                    return one.call();
                                }));
            }
            start.countDown();
            var results = new ArrayList<T>();
            for (var future : futures) {
                results.add(future.get());
            }
            return results;
        }
    }
}
