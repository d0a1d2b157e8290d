package dev.grapevine.graph.rulebook;

import static java.util.stream.Collectors.toMap;

import dev.grapevine.graph.kernel.Caller;
import dev.grapevine.graph.kernel.Cursor;
import dev.grapevine.graph.kernel.CypherFile;
import dev.grapevine.graph.kernel.Graph;
import dev.grapevine.graph.kernel.Page;
import dev.grapevine.graph.kernel.PageRequest;
import dev.grapevine.graph.kernel.Times;

import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.springframework.stereotype.Component;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decisions by Cypher. Whoever decides locks the brand's rulebook first. */
@Component
class CypherDecisions implements Decisions {

    private static final CypherFile LOCK = CypherFile.of(CypherDecisions.class, "lock-rulebook");
    private static final CypherFile DRAFT = CypherFile.of(CypherDecisions.class, "draft-decision");
    private static final CypherFile PUBLISH =
            CypherFile.of(CypherDecisions.class, "publish-decision");
    private static final CypherFile RETIRE =
            CypherFile.of(CypherDecisions.class, "retire-decision");
    private static final CypherFile IN_FORCE =
            CypherFile.of(CypherDecisions.class, "decision-in-force");
    private static final CypherFile BY_IDS =
            CypherFile.of(CypherDecisions.class, "decisions-by-ids");
    private static final CypherFile COUNTS_OF_BRANDS =
            CypherFile.of(CypherDecisions.class, "counts-of-brands");
    private static final CypherFile OF_BRANDS =
            CypherFile.of(CypherDecisions.class, "decisions-of-brands");

    private final Graph graph;
    private final Times times;

    CypherDecisions(Graph graph, Times times) {
        this.graph = graph;
        this.times = times;
    }

    @Override
    public void lock(String brandId) {
        graph.write(LOCK, Map.of("brandId", brandId));
    }

    @Override
    public @Nullable Decision draft(Proposal proposal) {
        lock(proposal.brandId());
        var parameters = new HashMap<String, Object>();
        parameters.put("id", proposal.id());
        parameters.put("brandId", proposal.brandId());
        parameters.put("type", proposal.type().name());
        parameters.put("key", proposal.key());
        parameters.put("name", proposal.name());
        parameters.put("spec", SpecText.of(proposal.spec()));
        parameters.put("now", times.now());
        parameters.put("most", MOST);
        return graph.write(DRAFT, parameters, CypherDecisions::decision).stream()
                .findFirst()
                .orElse(null);
    }

    @Override
    public Decision publish(Decision decision) {
        return change(PUBLISH, decision);
    }

    @Override
    public Decision retire(Decision decision) {
        return change(RETIRE, decision);
    }

    private Decision change(CypherFile statement, Decision decision) {
        lock(decision.brandId());
        return graph.write(
                        statement,
                        Map.of("id", decision.id(), "now", times.now()),
                        CypherDecisions::decision)
                .getFirst();
    }

    @Override
    public Optional<Decision> inForce(String brandId, Decision.Type type, String key) {
        return graph
                .read(
                        IN_FORCE,
                        Map.of("series", Decision.series(brandId, type, key)),
                        CypherDecisions::decision)
                .stream()
                .findFirst();
    }

    @Override
    public Map<String, Decision> byIds(Caller caller, Collection<String> ids) {
        return graph
                .read(BY_IDS, Map.of("ids", List.copyOf(ids)), CypherDecisions::decision)
                .stream()
                .filter(decision -> caller.sees(decision.brandId()))
                .collect(toMap(Decision::id, decision -> decision));
    }

    @Override
    public Map<String, Page<Decision>> ofBrands(Collection<String> brandIds, PageRequest request) {
        return Page.each(
                graph, OF_BRANDS, brandIds, request, Cursor.LOWEST, CypherDecisions::decision);
    }

    @Override
    public Map<String, Long> countsOfBrands(Collection<String> brandIds, Map<String, ?> filters) {
        return Page.counts(graph, COUNTS_OF_BRANDS, brandIds, filters);
    }

    static Decision decision(Record row) {
        return row.get("decision").as(Stored.class).decision();
    }

    /** As it is stored: the driver maps no enums. */
    private record Stored(
            String id,
            String brandId,
            String versionKey,
            String type,
            String key,
            int number,
            String name,
            String spec,
            String state,
            @Nullable Long inForceFrom,
            @Nullable Long inForceUntil,
            OffsetDateTime draftedAt,
            @Nullable OffsetDateTime publishedAt,
            @Nullable OffsetDateTime retiredAt) {

        Decision decision() {
            return new Decision(
                    id,
                    brandId,
                    versionKey,
                    Decision.Type.valueOf(type),
                    key,
                    number,
                    name,
                    spec,
                    Decision.State.valueOf(state),
                    inForceFrom,
                    inForceUntil,
                    draftedAt,
                    publishedAt,
                    retiredAt);
        }
    }
}
