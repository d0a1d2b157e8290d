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
 * Two real forests of referrals, where somebody has put them: the folder is named by {@code
 * -Dgrapevine.data}. What the graph says about every member is compared with what the file says,
 * read by a few lines that know nothing of graphs.
 */
@GraphTest
class LobstersIT {

    private static final Path DATA =
            Path.of(System.getProperty("grapevine.data", "../../shared/data"));

    @Autowired DataImport community;

    @Autowired Customers customers;

    @Autowired Referrals referrals;

    @Autowired TestBrand testBrand;

    @TempDir Path path;

    @ParameterizedTest
    @CsvSource({"lobsters,1481", "freebsd,333"})
    void tellOfEveryMemberWhatTheirFileSays(String name, int members) throws IOException {
        var file = DATA.resolve(name).resolve("customers.csv");
        assumeTrue(
                Files.isRegularFile(file),
                () -> "There is no " + file + "; name the folder by -Dgrapevine.data");
        var forest = Forest.in(file);
        assertThat(forest.members()).hasSize(members);
        var brand = testBrand.newBrand();
        Files.copy(file, path.resolve("customers.csv"));
        community.run(brand.key(), path, path.resolve("rejects.csv"), new SilentProgress());

        var people = people(brand, forest);
        assertThat(people).hasSize(members);
        assertThat(chainsOf(people)).isEqualTo(forest.each(forest::chain));
        assertThat(statsOf(people)).isEqualTo(forest.each(forest::stats));
    }

    private Map<String, Customer> people(Brand brand, Forest forest) {
        return customers.byExternalIds(brand.id(), forest.members().keySet());
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
     * The file as a map. A line adds a link unless the referrer has no line of their own or was
     * brought, by the lines before, by the very member.
     *
     * @param members everyone who has a line, and by whom they say they were brought, if anyone
     * @param parents who was brought by whom
     */
    record Forest(Map<String, String> members, Map<String, String> parents) {

        static Forest in(Path file) throws IOException {
            var members = new LinkedHashMap<String, String>();
            Files.readAllLines(file).stream()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .forEach(fields -> members.put(fields[0], fields[3]));
            var forest = new Forest(members, new HashMap<>());
            members.forEach(
                    (member, referrer) -> {
                        var isLink = members.containsKey(referrer) && !member.equals(referrer);
                        if (isLink && !forest.chain(referrer).contains(member)) {
                            forest.parents.put(member, referrer);
                        }
                    });
            return forest;
        }

        List<String> chain(String member) {
            return Stream.iterate(parents.get(member), Objects::nonNull, parents::get).toList();
        }

        ReferralStats stats(String member) {
            var counts = new ArrayList<ReferralStats.DepthCount>();
            for (var depth = 1; ; depth++) {
                var place = depth - 1;
                var count =
                        members.keySet().stream()
                                .map(this::chain)
                                .filter(
                                        chain ->
                                                chain.size() > place
                                                        && chain.get(place).equals(member))
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
