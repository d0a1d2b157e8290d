package dev.grapevine.graph.dataimport;

import dev.grapevine.graph.activity.RecordActivity;
import dev.grapevine.graph.contribution.ContributionStatus;
import dev.grapevine.graph.contribution.SubmitContribution;
import dev.grapevine.graph.customer.EnrolCustomer;
import dev.grapevine.graph.dataimport.VoteRecorder.ImportedVote;
import dev.grapevine.graph.kernel.Texts;
import dev.grapevine.graph.kernel.command.InvalidInput;
import dev.grapevine.graph.kernel.command.Result;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * Parser of import rows into commands; an invalid row is rejected with field, value and expected
 * format.
 */
final class RowParser {

    private RowParser() {}

    private static <C> Result<C> reading(Row<?> row, Supplier<C> command) {
        if (!row.isUtf8()) {
            return Result.rejected(
                    new InvalidInput(List.of(), "The line contains bytes that are not UTF-8."));
        }
        try {
            return Result.success(command.get());
        } catch (InvalidRow e) {
            return Result.rejected(
                    new InvalidInput(List.of(e.field()), String.valueOf(e.getMessage())));
        }
    }

    static Result<EnrolCustomer> customer(Row<Map<String, String>> row) {
        return reading(
                row,
                () ->
                        new EnrolCustomer(
                                required(row, "externalId"),
                                optional(row, "displayName"),
                                time("joinedAt", optional(row, "joinedAt"))));
    }

    static Result<SubmitContribution> contribution(Row<Map<String, String>> row) {
        return reading(
                row,
                () ->
                        new SubmitContribution(
                                required(row, "externalId"),
                                required(row, "customer"),
                                required(row, "kind"),
                                optional(row, "title"),
                                null,
                                null,
                                tags(optional(row, "tags")),
                                number("views", optional(row, "views"), 0),
                                status(optional(row, "status")),
                                time("submittedAt", required(row, "submittedAt"))));
    }

    static Result<ImportedVote> vote(Row<Map<String, String>> row) {
        return reading(
                row,
                () ->
                        new ImportedVote(
                                required(row, "customer"),
                                required(row, "contribution"),
                                isDownvote(required(row, "direction")),
                                parsedTime("at", required(row, "at"))));
    }

    private static boolean isDownvote(String direction) {
        return switch (direction) {
            case "UP" -> false;
            case "DOWN" -> true;
            default -> throw new InvalidRow("direction", "'" + direction + "' is not UP or DOWN.");
        };
    }

    static Result<RecordActivity> activity(Row<JsonLine> row) {
        var line = row.fields();
        if (line.problem() != null && row.isUtf8()) {
            return Result.rejected(new InvalidInput(List.of(), "The line " + line.problem()));
        }
        return reading(
                row,
                () ->
                        new RecordActivity(
                                line.required("id"),
                                line.required("kind"),
                                line.required("customer"),
                                line.optional("contribution"),
                                line.optional("channel"),
                                parsedTime("occurredAt", line.required("occurredAt")),
                                line.wholeNumber("quantity", 1),
                                money("value", line.optional("value")),
                                fields(line.object().path("fields"))));
    }

    /** Parses an object of field names and values; null values are ignored. */
    private static List<RecordActivity.Field> fields(JsonNode object) {
        if (!(object.isObject() || object.isNull() || object.isMissingNode())) {
            throw new InvalidRow("fields", "is not an object of names and values.");
        }
        return object.propertyStream()
                .filter(field -> !field.getValue().isNull())
                .map(
                        field ->
                                new RecordActivity.Field(
                                        Texts.normalized(field.getKey()), text(field.getValue())))
                .toList();
    }

    private static String text(JsonNode value) {
        if (!value.isValueNode()) {
            throw new InvalidRow(
                    "fields", "contains a value that is not a text, number, true or false.");
        }
        return Texts.normalized(value.asString());
    }

    static @Nullable String optional(Row<Map<String, String>> row, String field) {
        var value = row.fields().get(field);
        return value == null || value.isEmpty() ? null : value;
    }

    /** Returns the value of a field, or an empty text if absent. */
    static String field(Row<Map<String, String>> row, String field) {
        return Objects.requireNonNullElse(optional(row, field), "");
    }

    private static String required(Row<Map<String, String>> row, String field) {
        return present(field, optional(row, field));
    }

    private static String present(String field, @Nullable String value) {
        if (value == null) {
            throw new InvalidRow(field, "is missing.");
        }
        return value;
    }

    private static @Nullable OffsetDateTime time(String field, @Nullable String value) {
        return value == null ? null : parsedTime(field, value);
    }

    private static OffsetDateTime parsedTime(String field, String value) {
        try {
            return OffsetDateTime.parse(value);
        } catch (DateTimeException _) {
            throw new InvalidRow(
                    field, "'" + value + "' is not a time such as 2026-01-31T09:30:00Z.");
        }
    }

    private static long number(String field, @Nullable String value, long otherwise) {
        try {
            return value == null ? otherwise : Long.parseLong(value);
        } catch (NumberFormatException _) {
            throw new InvalidRow(field, "'" + value + "' is not a whole number.");
        }
    }

    private static @Nullable BigDecimal money(String field, @Nullable String value) {
        try {
            return value == null ? null : new BigDecimal(value.length() > 40 ? "too long" : value);
        } catch (NumberFormatException _) {
            throw new InvalidRow(field, "'" + value + "' is not a decimal number.");
        }
    }

    private static List<String> tags(@Nullable String value) {
        return value == null
                ? List.of()
                : Arrays.stream(value.split("\\|", -1)).filter(tag -> !tag.isEmpty()).toList();
    }

    private static ContributionStatus status(@Nullable String value) {
        try {
            return value == null ? ContributionStatus.OPEN : ContributionStatus.valueOf(value);
        } catch (IllegalArgumentException _) {
            throw new InvalidRow(
                    "status",
                    "'"
                            + value
                            + "' is not one of "
                            + Arrays.toString(ContributionStatus.values())
                            + ".");
        }
    }
}
