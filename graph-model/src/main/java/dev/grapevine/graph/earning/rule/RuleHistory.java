package dev.grapevine.graph.earning.rule;

import dev.grapevine.graph.kernel.Sha256;
import dev.grapevine.graph.kernel.command.CanonicalJson;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All editions of what a brand has decided about earning, and which figures they need. */
public final class RuleHistory {

    private static final long DRAFTED = 1L << 40;

    private final TreeMap<Long, ConfigRevision> revisions = new TreeMap<>();
    private final Map<Aggregates.RequestedAggregates, Aggregates.TrackedAggregate> aggregates =
            new HashMap<>();
    private final Map<String, List<Aggregates.TrackedAggregate>> aggregatesByKind;
    private final String signature;
    private final DependencyGroups dependencyGroups;
    private final List<ConfigRevision.TierSetVersion> tierSets;
    private final Map<String, Rule> rules = new HashMap<>();

    public RuleHistory(Collection<ConfigRevision> revisions) {
        this.revisions.put(0L, ConfigRevision.of(0, List.of(), Map.of(), Map.of(), Map.of()));
        revisions.forEach(
                configRevision -> this.revisions.put(configRevision.number(), configRevision));
        this.revisions
                .values()
                .forEach(
                        revision ->
                                revision.rules()
                                        .forEach(rule -> rules.put(rule.versionId(), rule)));
        tierSets =
                this.revisions.values().stream()
                        .flatMap(it -> it.tierSets().values().stream())
                        .distinct()
                        .toList();
        this.revisions.values().stream()
                .flatMap(Aggregates::of)
                .forEach(
                        requestedAggregates ->
                                aggregates.computeIfAbsent(
                                        requestedAggregates, Aggregates.TrackedAggregate::of));
        aggregatesByKind = byKind(aggregates.values());
        dependencyGroups = new DependencyGroups(this.revisions.values());
        signature = signed();
    }

    /** Which kinds have to be taken in their order together. */
    public DependencyGroups dependencyGroups() {
        return dependencyGroups;
    }

    /** What is in force. */
    public ConfigRevision latest() {
        return this.revisions.lastEntry().getValue();
    }

    /**
     * The same with a second copy of each edition, in which drafts take the places of the published
     * versions of their rules. An activity is reckoned by the copy if its edition is {@link
     * #drafted}.
     */
    public RuleHistory with(List<Rule> drafts) {
        var keys = drafts.stream().map(Rule::key).collect(Collectors.toSet());
        var copies =
                revisions()
                        .map(
                                revision ->
                                        ConfigRevision.of(
                                                drafted(revision.number()),
                                                Stream.concat(
                                                                revision.rules().stream()
                                                                        .filter(
                                                                                it ->
                                                                                        !keys
                                                                                                .contains(
                                                                                                        it
                                                                                                                .key())),
                                                                drafts.stream())
                                                        .toList(),
                                                revision.limits(),
                                                revision.tierSets(),
                                                revision.badges()));
        return new RuleHistory(Stream.concat(revisions(), copies).toList());
    }

    /** The number of an edition's copy with drafts. */
    public static long drafted(long number) {
        return number + DRAFTED;
    }

    /** What was in force when an activity was recorded. */
    public ConfigRevision revision(long number) {
        return Objects.requireNonNull(revisions.floorEntry(number)).getValue();
    }

    private static Map<String, List<Aggregates.TrackedAggregate>> byKind(
            Collection<Aggregates.TrackedAggregate> figures) {
        var byKind = new HashMap<String, List<Aggregates.TrackedAggregate>>();
        for (var figure : new LinkedHashSet<>(figures)) {
            for (var kind : figure.aggregate().kinds()) {
                byKind.computeIfAbsent(kind, _ -> new ArrayList<>()).add(figure);
            }
        }
        return byKind;
    }

    /** What is to be kept of activities of a kind, in whatever edition it is asked for. */
    public List<Aggregates.TrackedAggregate> aggregatesOf(String kind) {
        return aggregatesByKind.getOrDefault(kind, List.of());
    }

    /** A figure that a condition of some edition asks for. */
    public Aggregates.TrackedAggregate aggregate(
            Aggregates.RequestedAggregates requestedAggregates) {
        return Objects.requireNonNull(aggregates.get(requestedAggregates));
    }

    /** A version of a rule that was ever in force; null if there is none. */
    public @Nullable Rule rule(String versionId) {
        return rules.get(versionId);
    }

    /** All versions that have a budget, which all customers share; by their ids. */
    public List<Rule> rulesWithBudgets() {
        return withBudgets(rules.values().stream());
    }

    /** Those of them that are in force and listen to one of these kinds. */
    public List<Rule> rulesWithBudgets(Collection<String> kinds) {
        return withBudgets(kinds.stream().flatMap(kind -> latest().rulesFor(kind).stream()));
    }

    private static List<Rule> withBudgets(Stream<Rule> rules) {
        return rules.filter(rule -> rule.spec().budget() != null)
                .distinct()
                .sorted(Comparator.comparing(Rule::versionId))
                .toList();
    }

    /** Whether something is kept by contribution. */
    public boolean measuresContributions() {
        return latest().badges().values().stream()
                .anyMatch(it -> it.period() == BadgeCriteria.MeasurePeriod.CONTRIBUTION);
    }

    /** All versions of ladders: each is climbed from the beginning, whenever it was made. */
    public List<ConfigRevision.TierSetVersion> tierSets() {
        return tierSets;
    }

    /** Tells two rulebooks apart that need different things to be kept of a customer. */
    public String signature() {
        return signature;
    }

    private String signed() {
        return Sha256.of(
                aggregates.values().stream()
                                .map(Aggregates.TrackedAggregate::name)
                                .distinct()
                                .sorted()
                                .toList()
                        + "|"
                        + tierSets.stream()
                                .map(ConfigRevision.TierSetVersion::versionId)
                                .sorted()
                                .toList()
                        + "|"
                        + CanonicalJson.of(latest().badges())
                        + "|"
                        + dependencyGroups.signature());
    }

    /** All editions, the empty one first. */
    public Stream<ConfigRevision> revisions() {
        return revisions.values().stream();
    }
}
