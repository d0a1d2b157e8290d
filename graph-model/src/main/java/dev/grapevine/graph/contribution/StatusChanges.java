package dev.grapevine.graph.contribution;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import dev.grapevine.graph.kernel.Ids;
import dev.grapevine.graph.kernel.Times;
import dev.grapevine.graph.kernel.command.Call;
import dev.grapevine.graph.kernel.command.Caller;
import dev.grapevine.graph.kernel.command.Idempotency;
import dev.grapevine.graph.kernel.command.NotFound;
import dev.grapevine.graph.kernel.command.Result;
import dev.grapevine.graph.kernel.database.CypherStatement;
import dev.grapevine.graph.kernel.database.GraphClient;
import dev.grapevine.graph.kernel.database.Rows;

import org.springframework.stereotype.Component;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Status changes of contributions by the brand. */
@Component
class StatusChanges {

    private static final CypherStatement SET_STATUS =
            CypherStatement.of(StatusChanges.class, "set-contribution-status");
    private static final CypherStatement STATUS_CHANGE_BY_ID =
            CypherStatement.of(StatusChanges.class, "status-change-by-id");

    private static final CypherStatement STATUS_CHANGES =
            CypherStatement.of(StatusChanges.class, "status-changes");
    private static final CypherStatement STATUS_CHANGES_BY_IDS =
            CypherStatement.of(StatusChanges.class, "status-changes-by-ids");

    private final GraphClient graph;
    private final Idempotency idempotency;
    private final Ids ids;
    private final Times times;

    StatusChanges(GraphClient graph, Idempotency idempotency, Ids ids, Times times) {
        this.graph = graph;
        this.idempotency = idempotency;
        this.ids = ids;
        this.times = times;
    }

    Result<StatusChange> setStatus(Call call, SetContributionStatus command) {
        var validation = call.check().text("text", command.text(), 2_000);
        if (!validation.isValid()) {
            return validation.rejected();
        }
        var id = ids.next("stc");
        return idempotency.execute(
                call,
                command,
                id,
                () -> setStatus(id, call.caller(), command),
                first ->
                        Result.success(
                                graph.read(
                                                STATUS_CHANGE_BY_ID,
                                                Map.of("id", first),
                                                row ->
                                                        Rows.map(
                                                                row.get("statusChange"),
                                                                StatusChange.class))
                                        .getFirst()));
    }

    private Result<StatusChange> setStatus(
            String id, Caller caller, SetContributionStatus command) {
        var statusChange =
                new StatusChange(
                        id,
                        command.contribution(),
                        command.status().name(),
                        command.text(),
                        caller.id(),
                        times.now());
        var parameters = new HashMap<String, Object>();
        parameters.put("statusChange", statusChange);
        parameters.put("scope", caller.brandId());
        parameters.put("max", Contributions.MAX_STATUS_CHANGES);
        var created = graph.write(SET_STATUS, parameters, row -> row.get("isCreated").asBoolean());
        if (created.isEmpty()) {
            return Result.rejected(
                    new NotFound("Contribution", command.contribution(), "contribution"));
        }
        return created.getFirst()
                ? Result.success(statusChange)
                : Result.rejected(ContributionRejection.TOO_MANY_STATUS_CHANGES);
    }

    /**
     * Returns the status changes of each contribution, earliest first, at most 100. One round trip.
     */
    Map<String, List<StatusChange>> statusChanges(Collection<String> contributionIds) {
        var changes =
                graph.read(
                        STATUS_CHANGES,
                        Map.of("ids", List.copyOf(contributionIds)),
                        Rows.to(StatusChange.class, "statusChange"));
        var byContribution = changes.stream().collect(groupingBy(StatusChange::contributionId));
        contributionIds.forEach(id -> byContribution.putIfAbsent(id, List.of()));
        return byContribution;
    }

    private record StatusChangeOf(String brandId, StatusChange statusChange) {}

    /** Returns the status changes with these ids that the caller may see, by id. One round trip. */
    Map<String, StatusChange> statusChangesByIds(Caller caller, Collection<String> changeIds) {
        return graph
                .read(
                        STATUS_CHANGES_BY_IDS,
                        Map.of("ids", List.copyOf(changeIds)),
                        row ->
                                new StatusChangeOf(
                                        row.get("brandId").asString(),
                                        Rows.map(row.get("statusChange"), StatusChange.class)))
                .stream()
                .filter(found -> caller.sees(found.brandId()))
                .map(StatusChangeOf::statusChange)
                .collect(toMap(StatusChange::id, Function.identity()));
    }
}
