package dev.grapevine.graph.activity;

import dev.grapevine.graph.activity.kind.ActivityKinds;
import dev.grapevine.graph.activity.kind.KindField;
import dev.grapevine.graph.kernel.command.Result;
import dev.grapevine.graph.kernel.command.Validation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** Validator of the fields of a report against the fields of the kind. */
final class FieldValidator {

    private static final String FIELDS = "fields";
    private static final int SHOWN = 40;
    private static final Comparator<RecordActivity.Field> BY_NAME =
            Comparator.comparing(RecordActivity.Field::name);

    private final Map<String, KindField> wanted = new HashMap<>();
    private final Validation validation = new Validation();
    private final List<String> canonical = new ArrayList<>();

    private FieldValidator(List<KindField> wanted) {
        wanted.forEach(field -> this.wanted.put(field.name(), field));
    }

    /** Returns the fields as {@code name=value} with canonical values, sorted by name. */
    static Result<List<String>> canonical(
            List<KindField> wanted, List<RecordActivity.Field> given) {
        return new FieldValidator(wanted).read(given);
    }

    private Result<List<String>> read(List<RecordActivity.Field> given) {
        validation.atMost(FIELDS, given, ActivityKinds.MAX_FIELDS);
        if (!validation.isValid()) {
            return validation.rejected();
        }
        var seen = new HashSet<String>();
        for (var field : given.stream().sorted(BY_NAME).toList()) {
            if (seen.add(field.name())) {
                read(field);
            } else {
                wrong(field.name(), "is given twice.");
            }
        }
        wanted.values().stream()
                .filter(field -> field.isRequired() && !seen.contains(field.name()))
                .forEach(field -> wrong(field.name(), "is missing."));
        return validation.isValid()
                ? Result.success(List.copyOf(canonical))
                : validation.rejected();
    }

    private void read(RecordActivity.Field field) {
        var kind = wanted.get(field.name());
        if (kind == null) {
            wrong(field.name(), "is not a field of the kind.");
            return;
        }
        var value = kind.type().canonical(field.value());
        if (value == null) {
            wrong(field.name(), "is not " + kind.type().description() + ".");
        } else {
            canonical.add(field.name() + "=" + value);
        }
    }

    private void wrong(String name, String message) {
        var shown = name.length() <= SHOWN ? name : name.substring(0, SHOWN) + "…";
        validation.reject(List.of(FIELDS, shown), FIELDS + "." + shown + " " + message);
    }
}
