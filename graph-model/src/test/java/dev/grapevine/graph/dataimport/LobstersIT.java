package dev.grapevine.graph.dataimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.grapevine.graph.brand.Brand;
import dev.grapevine.graph.customer.Customer;
import dev.grapevine.graph.customer.Customers;
import dev.grapevine.graph.referral.ReferralStats;
import dev.grapevine.graph.referral.ReferralStep;
import dev.grapevine.graph.referral.Referrals;
import dev.grapevine.graph.testing.GraphTest;
import dev.grapevine.graph.testing.TestBrand;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Import of the referrals of two real communities from the folder {@code -Dgrapevine.data}, if it
 * exists. Chains and statistics of every member are compared with those of a map of the file.
 */
@GraphTest
class LobstersIT {

    private static final Path DATA =
            Path.of(System.getProperty("grapevine.data", "../../shared/data"));

    @Autowired DataImport dataImport;

    @Autowired Customers customers;

    @Autowired Referrals referrals;

    @Autowired TestBrand testBrand;

    @TempDir Path path;

    @ParameterizedTest
    @CsvSource({"lobsters,1481", "freebsd,333"})
    void importsTheReferralsOfEveryMember(String name, int members) throws IOException {
        var file = DATA.resolve(name).resolve("customers.csv");
        assumeTrue(
                Files.isRegularFile(file),
                () -> "There is no " + file + "; name the folder by -Dgrapevine.data");
        var expected = ExpectedReferrals.in(file);
        assertThat(expected.members()).hasSize(members);
        var brand = testBrand.newBrand();
        Files.copy(file, path.resolve("customers.csv"));
        dataImport.run(
                new ImportRequest(
                        brand.key(), ImportFolder.checked(path), path.resolve("rejects.csv")),
                new SilentProgress());

        var people = people(brand, expected);
        assertThat(people).hasSize(members);
        assertThat(chainsOf(people)).isEqualTo(expected.each(expected::chain));
        assertThat(statsOf(people)).isEqualTo(expected.each(expected::stats));
    }

    private Map<String, Customer> people(Brand brand, ExpectedReferrals expected) {
        return customers.byExternalIds(brand.id(), expected.members().keySet());
    }

    private Map<String, List<String>> chainsOf(Map<String, Customer> people) {
        var chains =
                referrals.chains(
                        people.values().stream().map(Customer::id).toList(),
                        Referrals.MAX_CHAIN_LENGTH);
        var byName = new TreeMap<String, List<String>>();
        people.forEach(
                (name, person) ->
                        byName.put(
                                name,
                                chains.get(person.id()).stream()
                                        .map(ReferralStep::customer)
                                        .map(Customer::externalId)
                                        .toList()));
        return byName;
    }

    private Map<String, ReferralStats> statsOf(Map<String, Customer> people) {
        var stats = referrals.stats(people.values().stream().map(Customer::id).toList());
        var byName = new TreeMap<String, ReferralStats>();
        people.forEach((name, person) -> byName.put(name, stats.get(person.id())));
        return byName;
    }

    /**
     * Referrals of a file. A line adds a referral unless the referrer has no line or is, by the
     * lines before, a direct or indirect referee of the member.
     *
     * @param members named referrer of each member; empty if none
     * @param parents referrer of each referred member
     */
    record ExpectedReferrals(Map<String, String> members, Map<String, String> parents) {

        static ExpectedReferrals in(Path file) throws IOException {
            var members = new LinkedHashMap<String, String>();
            Files.readAllLines(file).stream()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .forEach(fields -> members.put(fields[0], fields[3]));
            var expected = new ExpectedReferrals(members, new HashMap<>());
            members.forEach(
                    (member, referrer) -> {
                        var isLink = members.containsKey(referrer) && !member.equals(referrer);
                        if (isLink && !expected.chain(referrer).contains(member)) {
                            expected.parents.put(member, referrer);
                        }
                    });
            return expected;
        }

        List<String> chain(String member) {
            return Stream.iterate(parents.get(member), Objects::nonNull, parents::get).toList();
        }

        ReferralStats stats(String member) {
            var counts = new ArrayList<ReferralStats.DepthCount>();
            for (var depth = 1; ; depth++) {
                var index = depth - 1;
                var count =
                        members.keySet().stream()
                                .map(this::chain)
                                .filter(
                                        chain ->
                                                chain.size() > index
                                                        && chain.get(index).equals(member))
                                .count();
                if (count == 0) {
                    return new ReferralStats(
                            counts.isEmpty() ? 0 : counts.getFirst().count(),
                            counts.stream().mapToLong(ReferralStats.DepthCount::count).sum(),
                            counts.size(),
                            counts);
                }
                counts.add(new ReferralStats.DepthCount(depth, count));
            }
        }

        <T> Map<String, T> each(Function<String, T> view) {
            var views = new TreeMap<String, T>();
            members.keySet().forEach(member -> views.put(member, view.apply(member)));
            return views;
        }
    }
}
