package dev.grapevine.graph.engagement;

import dev.grapevine.graph.brand.Brand;
import dev.grapevine.graph.brand.Brands;
import dev.grapevine.graph.kernel.Ids;
import dev.grapevine.graph.kernel.Times;
import dev.grapevine.graph.kernel.command.BrandCommand;
import dev.grapevine.graph.kernel.command.Call;
import dev.grapevine.graph.kernel.command.Command;
import dev.grapevine.graph.kernel.command.Idempotency;
import dev.grapevine.graph.kernel.command.NotFound;
import dev.grapevine.graph.kernel.command.Rejection;
import dev.grapevine.graph.kernel.command.Result;
import dev.grapevine.graph.kernel.database.CypherStatement;
import dev.grapevine.graph.kernel.database.GraphClient;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/**
 * Writer of definition versions: the first version, or the next one under the lock of the first.
 */
@Component
class DefinitionWriter {

    private static final CypherStatement STORE =
            CypherStatement.of(DefinitionWriter.class, "store-definition");
    private static final CypherStatement LOCK =
            CypherStatement.of(DefinitionWriter.class, "lock-definition");
    private static final CypherStatement COUNT =
            CypherStatement.of(DefinitionWriter.class, "count-definitions");

    private final GraphClient graph;
    private final Idempotency idempotency;
    private final Brands brands;
    private final Ids ids;
    private final Times times;

    DefinitionWriter(
            GraphClient graph, Idempotency idempotency, Brands brands, Ids ids, Times times) {
        this.graph = graph;
        this.idempotency = idempotency;
        this.brands = brands;
        this.ids = ids;
        this.times = times;
    }

    /** Content of a new version. */
    private record Draft(
            String key,
            String name,
            @Nullable EngagementTemplate template,
            List<EngagementAction> actions,
            long activeDayWeight) {}

    Result<EngagementDefinition> adopt(
            Call call, String brandKey, AdoptEngagementDefinition command) {
        var template = command.template();
        var weights = template.weights();
        var unknown =
                IntStream.range(0, command.actions().size())
                        .filter(i -> !weights.containsKey(command.actions().get(i).name()))
                        .limit(EngagementDefinitions.MAX_ACTIONS)
                        .<Rejection>mapToObj(
                                i ->
                                        InvalidAction.unknown(
                                                template, i, command.actions().get(i).name()))
                        .toList();
        var actions = command.actions().stream().map(action -> weighed(action, weights)).toList();
        var draft =
                new Draft(
                        Objects.requireNonNullElse(command.key(), template.key()),
                        Objects.requireNonNullElse(command.name(), template.title()),
                        template,
                        actions,
                        command.activeDayWeight());
        return unknown.isEmpty()
                ? store(call, brandKey, command, draft, this::first)
                : validate(call, draft).and(unknown).rejected();
    }

    private static EngagementAction weighed(
            AdoptEngagementDefinition.AdoptedAction action, Map<String, Long> weights) {
        var defaultWeight = weights.getOrDefault(action.name(), 0L);
        return new EngagementAction(
                action.name(),
                Objects.requireNonNullElse(action.weight(), defaultWeight),
                action.kinds());
    }

    Result<EngagementDefinition> create(
            Call call, String brandKey, CreateEngagementDefinition command) {
        var draft =
                new Draft(
                        command.key(),
                        command.name(),
                        null,
                        command.actions(),
                        command.activeDayWeight());
        return store(call, brandKey, command, draft, this::first);
    }

    Result<EngagementDefinition> update(
            Call call, String brandKey, UpdateEngagementDefinition command) {
        var draft =
                new Draft(
                        command.key(),
                        command.name(),
                        null,
                        command.actions(),
                        command.activeDayWeight());
        return store(call, brandKey, command, draft, this::next);
    }

    private static DefinitionValidator validate(Call call, Draft draft) {
        return new DefinitionValidator(
                call.check(), draft.key(), draft.name(), draft.actions(), draft.activeDayWeight());
    }

    /** Validates a draft and stores it under the number that follows the latest version. */
    private Result<EngagementDefinition> store(
            Call call,
            String brandKey,
            Command command,
            Draft draft,
            BiFunction<Brand, Draft, Result<Integer>> number) {
        var brand = brands.byKey(call.caller(), brandKey);
        if (brand.isEmpty()) {
            return Result.rejected(new NotFound("Brand", brandKey, "brand"));
        }
        var check = validate(call, draft);
        if (!check.isValid()) {
            return check.rejected();
        }
        var id = ids.next("edf");
        return idempotency.execute(
                call,
                new BrandCommand(brandKey, command),
                id,
                () -> store(id, brand.get(), draft, number.apply(brand.get(), draft)),
                first ->
                        Result.success(
                                EngagementDefinitions.byIds(graph, List.of(first)).getFirst()));
    }

    private Result<Integer> first(Brand brand, Draft draft) {
        var count =
                graph.read(COUNT, Map.of("brandId", brand.id()), row -> row.get("count").asInt())
                        .getFirst();
        return count < EngagementDefinitions.MAX_DEFINITIONS
                ? Result.success(1)
                : Result.rejected(EngagementRejection.TOO_MANY_DEFINITIONS);
    }

    private Result<Integer> next(Brand brand, Draft draft) {
        var firstKey = EngagementDefinition.versionKey(brand.id(), draft.key(), 1);
        var latest =
                graph.write(LOCK, Map.of("firstKey", firstKey), EngagementDefinitions::definition);
        if (latest.isEmpty()) {
            return Result.rejected(new NotFound("Definition", draft.key(), "key"));
        }
        var version = latest.getFirst().version();
        return version < EngagementDefinitions.MAX_VERSIONS
                ? Result.success(version + 1)
                : Result.rejected(EngagementRejection.TOO_MANY_DEFINITION_VERSIONS);
    }

    private Result<EngagementDefinition> store(
            String id, Brand brand, Draft draft, Result<Integer> number) {
        return switch (number) {
            case Result.Rejected<Integer>(var rejections, var isFinal) ->
                    new Result.Rejected<>(rejections, isFinal);
            case Result.Success<Integer>(var version, _) -> store(id, brand, draft, version);
        };
    }

    private Result<EngagementDefinition> store(String id, Brand brand, Draft draft, int version) {
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
                                EngagementDefinitions::definition)
                        .getFirst();
        return stored.id().equals(id)
                ? Result.success(stored)
                : Result.rejected(EngagementRejection.DEFINITION_KEY_TAKEN);
    }
}
