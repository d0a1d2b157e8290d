package dev.grapevine.benchmarks.stage;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Referrals between the customers of a stage, in blocks of {@value #BLOCK}: the first customer of a
 * block referred five, each of these five, and each of these five (155 on three levels); the others
 * are chains of {@value #CHAIN} below the first.
 */
public final class Referrals {

    private static final int BLOCK = 1_000;
    private static final int BRANCHES = 5;
    private static final int TREE = 155;
    private static final int CHAIN = 12;
    private static final int PAGE = 10_000;

    private final List<Stage.Enrolled> customers;
    private final Map<String, Stage.Enrolled> byExternalId = new HashMap<>();

    public Referrals(List<Stage.Enrolled> customers) {
        this.customers = customers;
        customers.forEach(customer -> byExternalId.put(customer.externalId(), customer));
    }

    /** Returns the first customer of each block, and the five whom this one referred first. */
    public static List<Stage.Enrolled> withMostReferees(List<Stage.Enrolled> customers) {
        return customers.stream().filter(customer -> number(customer) % BLOCK <= BRANCHES).toList();
    }

    /** Returns the external id of the referrer; empty if the customer was not referred. */
    String referrer(Stage.Enrolled customer) {
        var number = number(customer);
        var block = number - number % BLOCK;
        var place = number % BLOCK;
        if (place == 0) {
            return "";
        }
        var referrer = place <= TREE ? (place - 1) / BRANCHES : place % CHAIN == 0 ? 0 : place - 1;
        return "customer-" + (block + referrer);
    }

    private static int number(Stage.Enrolled customer) {
        return Integer.parseInt(customer.externalId().substring("customer-".length()));
    }

    /** Imports the referrals into the brand of the stage, by the import command. */
    public void importInto(Stage stage) {
        try {
            var folder = Files.createDirectories(stage.api().folder().resolve("referrals"));
            try (var file = Files.newBufferedWriter(folder.resolve("customers.csv"))) {
                file.write("externalId,joinedAt,displayName,referredBy\n");
                for (var customer : customers) {
                    file.write(customer.externalId() + ",,," + referrer(customer) + "\n");
                }
            }
            stage.api().importInto(Stage.BRAND, folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the customers as bodies for plain SQL, referrers before those whom they referred. */
    public List<byte[]> pages() {
        var rows =
                customers.stream()
                        .sorted(Comparator.comparingInt(Referrals::number))
                        .map(this::row)
                        .toList();
        var pages = new ArrayList<byte[]>();
        for (var from = 0; from < rows.size(); from += PAGE) {
            var page = rows.subList(from, Math.min(rows.size(), from + PAGE));
            pages.add(
                    page.stream()
                            .collect(Collectors.joining(",", "{\"customers\":[", "]}"))
                            .getBytes(StandardCharsets.UTF_8));
        }
        return pages;
    }

    private String row(Stage.Enrolled customer) {
        var row = new HashMap<String, String>();
        row.put("id", customer.id());
        row.put("externalId", customer.externalId());
        var referrer = byExternalId.get(referrer(customer));
        if (referrer != null) {
            row.put("referrerId", referrer.id());
            row.put("referredAt", customer.joinedAt().toString());
        }
        return JsonMapper.shared().writeValueAsString(row);
    }
}
