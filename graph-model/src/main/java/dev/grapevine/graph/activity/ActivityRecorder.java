package dev.grapevine.graph.activity;

import static java.util.stream.Collectors.toMap;

import dev.grapevine.graph.activity.ActivityWriter.ValidatedActivity;
import dev.grapevine.graph.activity.kind.ActivityKind;
import dev.grapevine.graph.activity.kind.ActivityKinds;
import dev.grapevine.graph.activity.kind.KindField;
import dev.grapevine.graph.customer.Customer;
import dev.grapevine.graph.customer.Customers;
import dev.grapevine.graph.kernel.Times;
import dev.grapevine.graph.kernel.command.Caller;
import dev.grapevine.graph.kernel.command.NotFound;
import dev.grapevine.graph.kernel.command.Result;
import dev.grapevine.graph.kernel.command.Validation;
import dev.grapevine.graph.kernel.database.CypherStatement;
import dev.grapevine.graph.kernel.database.GraphClient;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Recorder of reported activities: validates them against their kinds, resolves customers and
 * subjects, locks the customers and writes the activities.
 */
@Component
class ActivityRecorder {

    private static final CypherStatement SUBJECTS =
            CypherStatement.of(ActivityRecorder.class, "subjects-by-keys");
    private static final CypherStatement SUBJECT =
            CypherStatement.of(ActivityRecorder.class, "subject-details");

    private final GraphClient graph;
    private final Customers customers;
    private final ActivityKinds kinds;
    private final ActivityWriter writer;
    private final Times times;

    ActivityRecorder(
            GraphClient graph,
            Customers customers,
            ActivityKinds kinds,
            ActivityWriter writer,
            Times times) {
        this.graph = graph;
        this.customers = customers;
        this.kinds = kinds;
        this.writer = writer;
        this.times = times;
    }

    /**
     * Records the valid activities in one transaction; the results are in the order of the
     * commands.
     */
    List<Result<Activity>> recordAll(String brandId, List<RecordActivity> commands) {
        return Result.checked(
                commands,
                this::check,
                valid ->
                        Result.mapSuccesses(
                                validated(brandId, valid),
                                validatedActivities ->
                                        graph.inOneTransaction(
                                                () -> record(brandId, validatedActivities))));
    }

    private Validation check(RecordActivity command) {
        var value = command.value();
        var validation =
                new Validation()
                        .externalId(command.externalId())
                        .kind("kind", command.kind())
                        .past("occurredAt", command.occurredAt(), times)
                        .between("quantity", command.quantity(), -1_000_000_000, 1_000_000_000)
                        .require(
                                value == null || DecimalText.fits(value),
                                "value",
                                "value has more than 15 digits before or more than 4 after the"
                                        + " decimal point.");
        return command.channel() == null
                ? validation
                : validation.matches("channel", command.channel(), Activities.CHANNEL);
    }

    private List<Result<ValidatedActivity>> validated(
            String brandId, List<RecordActivity> commands) {
        var known =
                kinds.known(
                        brandId, commands.stream().map(RecordActivity::kind).distinct().toList());
        return commands.stream().map(command -> validated(command, known)).toList();
    }

    private static Result<ValidatedActivity> validated(
            RecordActivity command, Map<String, ActivityKind> known) {
        if (Activities.SYSTEM_KINDS.contains(command.kind())) {
            return Result.rejected(ActivityRejection.RESERVED_KIND.with(command.kind()));
        }
        var kind = known.get(command.kind());
        if (kind == null && !known.isEmpty()) {
            return Result.rejected(new NotFound("Kind", command.kind(), "kind"));
        }
        var channel =
                command.channel() == null && kind != null ? kind.channel() : command.channel();
        var kindFields = kind == null ? List.<KindField>of() : kind.kindFields();
        return FieldValidator.canonical(kindFields, command.fields())
                .map(fields -> new ValidatedActivity(command, channel, fields));
    }

    /** Returns the activity that would be recorded, under an unused id, without recording it. */
    Result<Activity> preview(String brandId, RecordActivity command) {
        var validation = check(command);
        if (!validation.isValid()) {
            return validation.rejected();
        }
        return Result.mapSuccesses(
                        validated(brandId, List.of(command)),
                        valid ->
                                rows(brandId, valid, customersByExternalId(brandId, valid)).stream()
                                        .map(row -> row.map(it -> withSubject(it.activity())))
                                        .toList())
                .getFirst();
    }

    private Activity withSubject(Activity activity) {
        if (activity.subjectId() == null) {
            return activity;
        }
        var parameters = Map.of("id", activity.subjectId(), "customerId", activity.customerId());
        return graph
                .read(SUBJECT, parameters, row -> row.as(ActivityWriter.SubjectDetails.class))
                .stream()
                .findFirst()
                .map(details -> details.of(activity))
                .orElse(activity);
    }

    private List<Result<Activity>> record(
            String brandId, List<ValidatedActivity> validatedActivities) {
        var customersByExternalId = customersByExternalId(brandId, validatedActivities);
        customers.lock(
                Caller.SYSTEM, customersByExternalId.values().stream().map(Customer::id).toList());
        return writer.write(rows(brandId, validatedActivities, customersByExternalId));
    }

    private Map<String, Customer> customersByExternalId(
            String brandId, List<ValidatedActivity> validatedActivities) {
        return customers.byExternalIds(
                brandId,
                validatedActivities.stream()
                        .map(validatedActivity -> validatedActivity.command().customer())
                        .distinct()
                        .toList());
    }

    private List<Result<ActivityWriter.Row>> rows(
            String brandId,
            List<ValidatedActivity> validatedActivities,
            Map<String, Customer> customersByExternalId) {
        var subjects = subjects(brandId, validatedActivities);
        return validatedActivities.stream()
                .map(
                        validatedActivity ->
                                row(
                                        brandId,
                                        validatedActivity,
                                        customersByExternalId.get(
                                                validatedActivity.command().customer()),
                                        subjects))
                .toList();
    }

    private Result<ActivityWriter.Row> row(
            String brandId,
            ValidatedActivity validatedActivity,
            @Nullable Customer customer,
            Map<String, String> subjects) {
        var command = validatedActivity.command();
        if (customer == null) {
            return Result.rejected(new NotFound("Customer", command.customer(), "customer"));
        }
        var subjectId =
                command.contribution() == null ? null : subjects.get(command.contribution());
        if (command.contribution() != null && subjectId == null) {
            return Result.rejected(
                    new NotFound("Contribution", command.contribution(), "contribution"));
        }
        return Result.success(writer.row(brandId, validatedActivity, customer.id(), subjectId));
    }

    private Map<String, String> subjects(
            String brandId, Collection<ValidatedActivity> validatedActivities) {
        var keys =
                validatedActivities.stream()
                        .map(validatedActivity -> validatedActivity.command().contribution())
                        .filter(Objects::nonNull)
                        .distinct()
                        .map(externalId -> brandId + "|" + externalId)
                        .toList();
        if (keys.isEmpty()) {
            return Map.of();
        }
        return graph.read(SUBJECTS, Map.of("keys", keys), row -> row).stream()
                .collect(
                        toMap(
                                row -> row.get("externalId").asString(),
                                row -> row.get("id").asString()));
    }
}
