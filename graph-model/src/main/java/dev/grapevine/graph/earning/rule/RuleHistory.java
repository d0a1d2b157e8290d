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
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Configuration revisions of a brand up to the latest, with the aggregates, tier sets and
 * dependency groups that an evaluation by any of them needs.
 */
public final class RuleHistory {

    private static final long DRAFT_OFFSET = 1L << 40;

    private final TreeMap<Long, ConfigRevision> revisions = new TreeMap<>();
    private final Map<Aggregates.RequestedAggregate, Aggregates.TrackedAggregate> aggregates =
            new HashMap<>();
    private final Map<String, List<Aggregates.TrackedAggregate>> aggregatesByKind;
    private final String signature;
    private final DependencyGroups dependencyGroups;
    private final List<ConfigRevision.TierSetVersion> tierSets;
    private final Map<String, Rule> rules = new HashMap<>();

    public RuleHistory(Collection<ConfigRevision> revisions) {
        this.revisions.put(0L, ConfigRevision.of(0, List.of(), Map.of(), Map.of(), Map.of()));
        revisions.forEach(revision -> this.revisions.put(revision.number(), revision));
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
                        requested ->
                                aggregates.computeIfAbsent(
                                        requested, Aggregates.TrackedAggregate::of));
        aggregatesByKind = byKind(aggregates.values());
        dependencyGroups = new DependencyGroups(this.revisions.values());
        signature = computeSignature();
    }

    /** Returns the dependency groups over all revisions. */
    public DependencyGroups dependencyGroups() {
        return dependencyGroups;
    }

    /** Returns the latest revision. */
    public ConfigRevision latest() {
        return this.revisions.lastEntry().getValue();
    }

    /**
     * Returns this history with an additional copy of each revision in which drafts replace the
     * versions of the same rules. The copy of revision n has the number {@link #drafted
     * drafted(n)}; an activity with that revision is evaluated by the copy.
     */
    public RuleHistory with(List<Rule> drafts) {
        var keys = drafts.stream().map(Rule::key).collect(Collectors.toSet());
        var copies = revisions().map(revision -> withDrafts(revision, drafts, keys));
        return new RuleHistory(Stream.concat(revisions(), copies).toList());
    }

    private static ConfigRevision withDrafts(
            ConfigRevision revision, List<Rule> drafts, Set<String> keys) {
        var published = revision.rules().stream().filter(rule -> !keys.contains(rule.key()));
        return ConfigRevision.of(
                drafted(revision.number()),
                Stream.concat(published, drafts.stream()).toList(),
                revision.limits(),
                revision.tierSets(),
                revision.badges());
    }

    /** Returns the number of the copy of a revision with drafts. */
    public static long drafted(long number) {
        return number + DRAFT_OFFSET;
    }

    /** Returns the revision with a number, or the latest one before it. */
    public ConfigRevision revision(long number) {
        return Objects.requireNonNull(revisions.floorEntry(number)).getValue();
    }

    private static Map<String, List<Aggregates.TrackedAggregate>> byKind(
            Collection<Aggregates.TrackedAggregate> aggregates) {
        var byKind = new HashMap<String, List<Aggregates.TrackedAggregate>>();
        for (var aggregate : new LinkedHashSet<>(aggregates)) {
            for (var kind : aggregate.aggregate().kinds()) {
                byKind.computeIfAbsent(kind, _ -> new ArrayList<>()).add(aggregate);
            }
        }
        return byKind;
    }

    /** Returns the aggregates that an activity of a kind updates, in any revision. */
    public List<Aggregates.TrackedAggregate> aggregatesOf(String kind) {
        return aggregatesByKind.getOrDefault(kind, List.of());
    }

    /** Returns the tracked aggregate of an aggregate that a condition of some revision uses. */
    public Aggregates.TrackedAggregate aggregate(Aggregates.RequestedAggregate requested) {
        return Objects.requireNonNull(aggregates.get(requested));
    }

    /** Returns a version of a rule that is or was active; null if there is none. */
    public @Nullable Rule rule(String versionId) {
        return rules.get(versionId);
    }

    /** Returns all versions of rules that have a budget, ordered by id. */
    public List<Rule> rulesWithBudgets() {
        return withBudgets(rules.values().stream());
    }

    /**
     * Returns the active versions of rules that have a budget and use one of the kinds, ordered by
     * id.
     */
    public List<Rule> rulesWithBudgets(Collection<String> kinds) {
        return withBudgets(kinds.stream().flatMap(kind -> latest().rulesFor(kind).stream()));
    }

    private static List<Rule> withBudgets(Stream<Rule> rules) {
        return rules.filter(rule -> rule.spec().budget() != null)
                .distinct()
                .sorted(Comparator.comparing(Rule::versionId))
                .toList();
    }

    /** Returns true if an active badge takes its measure by contribution. */
    public boolean measuresContributions() {
        return latest().badges().values().stream()
                .anyMatch(it -> it.period() == BadgeCriteria.MeasurePeriod.CONTRIBUTION);
    }

    /**
     * Returns all versions of tier sets, retired ones included: each is evaluated from the first
     * activity on.
     */
    public List<ConfigRevision.TierSetVersion> tierSets() {
        return tierSets;
    }

    /**
     * Returns a hash that differs if another state of the customer is needed: other aggregates,
     * tier sets, badge criteria or dependency groups.
     */
    public String signature() {
        return signature;
    }

    private String computeSignature() {
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

    /** Returns all revisions in ascending order, the empty revision 0 first. */
    public Stream<ConfigRevision> revisions() {
        return revisions.values().stream();
    }
}
