package dev.grapevine.graph.rule;

import dev.grapevine.graph.kernel.CanonicalJson;
import dev.grapevine.graph.kernel.Sha256;

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
public final class Rulebook {

    private static final long DRAFTED = 1L << 40;

    private final TreeMap<Long, Edition> editions = new TreeMap<>();
    private final Map<Figures.Asked, Figures.Tracked> figures = new HashMap<>();
    private final Map<String, List<Figures.Tracked>> figuresByKind;
    private final String signature;
    private final Strands strands;
    private final List<Edition.LadderVersion> ladders;
    private final Map<String, Rule> rules = new HashMap<>();

    public Rulebook(Collection<Edition> editions) {
        this.editions.put(0L, Edition.of(0, List.of(), Map.of(), Map.of(), Map.of()));
        editions.forEach(edition -> this.editions.put(edition.number(), edition));
        this.editions
                .values()
                .forEach(
                        edition ->
                                edition.rules().forEach(rule -> rules.put(rule.versionId(), rule)));
        ladders =
                this.editions.values().stream()
                        .flatMap(it -> it.ladders().values().stream())
                        .distinct()
                        .toList();
        this.editions.values().stream()
                .flatMap(Figures::of)
                .forEach(asked -> figures.computeIfAbsent(asked, Figures.Tracked::of));
        figuresByKind = byKind(figures.values());
        strands = new Strands(this.editions.values());
        signature = signed();
    }

    /** Which kinds have to be taken in their order together. */
    public Strands strands() {
        return strands;
    }

    /** What is in force. */
    public Edition latest() {
        return this.editions.lastEntry().getValue();
    }

    /**
     * The same with a second copy of each edition, in which drafts take the places of the published
     * versions of their rules. An activity is reckoned by the copy if its edition is {@link
     * #drafted}.
     */
    public Rulebook with(List<Rule> drafts) {
        var keys = drafts.stream().map(Rule::key).collect(Collectors.toSet());
        var copies =
                editions()
                        .map(
                                edition ->
                                        Edition.of(
                                                drafted(edition.number()),
                                                Stream.concat(
                                                                edition.rules().stream()
                                                                        .filter(
                                                                                it ->
                                                                                        !keys
                                                                                                .contains(
                                                                                                        it
                                                                                                                .key())),
                                                                drafts.stream())
                                                        .toList(),
                                                edition.limits(),
                                                edition.ladders(),
                                                edition.badges()));
        return new Rulebook(Stream.concat(editions(), copies).toList());
    }

    /** The number of an edition's copy with drafts. */
    public static long drafted(long number) {
        return number + DRAFTED;
    }

    /** What was in force when an activity was recorded. */
    public Edition at(long number) {
        return Objects.requireNonNull(editions.floorEntry(number)).getValue();
    }

    private static Map<String, List<Figures.Tracked>> byKind(Collection<Figures.Tracked> figures) {
        var byKind = new HashMap<String, List<Figures.Tracked>>();
        for (var figure : new LinkedHashSet<>(figures)) {
            for (var kind : figure.aggregate().kinds()) {
                byKind.computeIfAbsent(kind, _ -> new ArrayList<>()).add(figure);
            }
        }
        return byKind;
    }

    /** What is to be kept of activities of a kind, in whatever edition it is asked for. */
    public List<Figures.Tracked> figuresOf(String kind) {
        return figuresByKind.getOrDefault(kind, List.of());
    }

    /** A figure that a condition of some edition asks for. */
    public Figures.Tracked figure(Figures.Asked asked) {
        return Objects.requireNonNull(figures.get(asked));
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
                .anyMatch(it -> it.partition() == Criteria.Partition.CONTRIBUTION);
    }

    /** All versions of ladders: each is climbed from the beginning, whenever it was made. */
    public List<Edition.LadderVersion> ladders() {
        return ladders;
    }

    /** Tells two rulebooks apart that need different things to be kept of a customer. */
    public String signature() {
        return signature;
    }

    private String signed() {
        return Sha256.of(
                figures.values().stream().map(Figures.Tracked::name).distinct().sorted().toList()
                        + "|"
                        + ladders.stream().map(Edition.LadderVersion::versionId).sorted().toList()
                        + "|"
                        + CanonicalJson.of(latest().badges())
                        + "|"
                        + strands.signature());
    }

    /** All editions, the empty one first. */
    public Stream<Edition> editions() {
        return editions.values().stream();
    }
}
