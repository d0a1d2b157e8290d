package dev.grapevine.graph.score;

import dev.grapevine.graph.brand.Brand;
import dev.grapevine.graph.brand.Brands;
import dev.grapevine.graph.kernel.Call;
import dev.grapevine.graph.kernel.Command;
import dev.grapevine.graph.kernel.CypherFile;
import dev.grapevine.graph.kernel.Graph;
import dev.grapevine.graph.kernel.Idempotency;
import dev.grapevine.graph.kernel.Ids;
import dev.grapevine.graph.kernel.InBrand;
import dev.grapevine.graph.kernel.Outcome;
import dev.grapevine.graph.kernel.Refusal;
import dev.grapevine.graph.kernel.Times;
import dev.grapevine.graph.kernel.Unknown;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/** Makes versions: the first of a definition, or the next under the lock of the first. */
@Component
class NewDefinitions {

    private static final CypherFile STORE = CypherFile.of(NewDefinitions.class, "store-definition");
    private static final CypherFile LOCK = CypherFile.of(NewDefinitions.class, "lock-definition");
    private static final CypherFile COUNT =
            CypherFile.of(NewDefinitions.class, "count-definitions");

    private final Graph graph;
    private final Idempotency idempotency;
    private final Brands brands;
    private final Ids ids;
    private final Times times;

    NewDefinitions(Graph graph, Idempotency idempotency, Brands brands, Ids ids, Times times) {
        this.graph = graph;
        this.idempotency = idempotency;
        this.brands = brands;
        this.ids = ids;
        this.times = times;
    }

    /** What a version is to say. */
    private record Draft(
            String key,
            String name,
            @Nullable EngagementTemplate template,
            List<EngagementAction> actions,
            long activeDayWeight) {}

    Outcome<EngagementDefinition> adopt(
            Call call, String brandKey, AdoptEngagementDefinition command) {
        var template = command.template();
        var weights = template.weights();
        var unknown =
                IntStream.range(0, command.actions().size())
                        .filter(i -> !weights.containsKey(command.actions().get(i).name()))
                        .limit(EngagementDefinitions.MOST_ACTIONS)
                        .<Refusal>mapToObj(
                                i ->
                                        WrongAction.unknown(
                                                template, i, command.actions().get(i).name()))
                        .toList();
        if (!unknown.isEmpty()) {
            return new Outcome.Refused<>(unknown, false);
        }
        var actions = command.actions().stream().map(action -> weighed(action, weights)).toList();
        var draft =
                new Draft(
                        Objects.requireNonNullElse(command.key(), template.key()),
                        Objects.requireNonNullElse(command.name(), template.title()),
                        template,
                        actions,
                        command.activeDayWeight());
        return store(call, brandKey, command, draft, this::first);
    }

    private static EngagementAction weighed(
            AdoptEngagementDefinition.AdoptedAction action, Map<String, Long> weights) {
        var proposed = weights.getOrDefault(action.name(), 0L);
        return new EngagementAction(
                action.name(),
                Objects.requireNonNullElse(action.weight(), proposed),
                action.kinds());
    }

    Outcome<EngagementDefinition> define(Call call, String brandKey, DefineEngagement command) {
        var draft =
                new Draft(
                        command.key(),
                        command.name(),
                        null,
                        command.actions(),
                        command.activeDayWeight());
        return store(call, brandKey, command, draft, this::first);
    }

    Outcome<EngagementDefinition> revise(Call call, String brandKey, ReviseEngagement command) {
        var draft =
                new Draft(
                        command.key(),
                        command.name(),
                        null,
                        command.actions(),
                        command.activeDayWeight());
        return store(call, brandKey, command, draft, this::next);
    }

    /** Checks a draft and has it stored as the version that its number makes it. */
    private Outcome<EngagementDefinition> store(
            Call call,
            String brandKey,
            Command command,
            Draft draft,
            BiFunction<Brand, Draft, Outcome<Integer>> number) {
        var brand = brands.byKey(call.caller(), brandKey);
        if (brand.isEmpty()) {
            return Outcome.refused(new Unknown("Brand", brandKey, "brand"));
        }
        var check =
                new DefinitionCheck(
                        call.check(),
                        draft.key(),
                        draft.name(),
                        draft.actions(),
                        draft.activeDayWeight());
        if (!check.isRight()) {
            return check.refused();
        }
        var id = ids.next("edf");
        return idempotency.once(
                call,
                new InBrand(brandKey, command),
                id,
                () -> store(id, brand.get(), draft, number.apply(brand.get(), draft)),
                first -> Outcome.done(CypherDefinitions.byIds(graph, List.of(first)).getFirst()));
    }

    private Outcome<Integer> first(Brand brand, Draft draft) {
        var count =
                graph.read(COUNT, Map.of("brandId", brand.id()), row -> row.get("count").asInt())
                        .getFirst();
        return count < EngagementDefinitions.MOST_DEFINITIONS
                ? Outcome.done(1)
                : Outcome.refused(ScoreRefusal.TOO_MANY_DEFINITIONS);
    }

    private Outcome<Integer> next(Brand brand, Draft draft) {
        var firstKey = EngagementDefinition.versionKey(brand.id(), draft.key(), 1);
        var latest = graph.write(LOCK, Map.of("firstKey", firstKey), CypherDefinitions::definition);
        if (latest.isEmpty()) {
            return Outcome.refused(new Unknown("Definition", draft.key(), "key"));
        }
        var version = latest.getFirst().version();
        return version < EngagementDefinitions.MOST_VERSIONS
                ? Outcome.done(version + 1)
                : Outcome.refused(ScoreRefusal.TOO_MANY_VERSIONS);
    }

    private Outcome<EngagementDefinition> store(
            String id, Brand brand, Draft draft, Outcome<Integer> number) {
        return switch (number) {
            case Outcome.Refused<Integer>(var refusals, var isKept) ->
                    new Outcome.Refused<>(refusals, isKept);
            case Outcome.Done<Integer>(var version, _) -> store(id, brand, draft, version);
        };
    }

    private Outcome<EngagementDefinition> store(String id, Brand brand, Draft draft, int version) {
        var template = draft.template();
        var definition =
                new EngagementDefinition(
                        id,
                        brand.id(),
                        draft.key(),
                        version,
                        draft.name(),
                        template == null ? null : template.name(),
                        draft.actions(),
                        draft.activeDayWeight(),
                        times.now());
        var stored =
                graph.write(
                                STORE,
                                Map.of("definition", StoredDefinition.of(definition)),
                                CypherDefinitions::definition)
                        .getFirst();
        return stored.id().equals(id)
                ? Outcome.done(stored)
                : Outcome.refused(ScoreRefusal.DEFINITION_KEY_TAKEN);
    }
}
