package dev.grapevine.graph.activity;

import dev.grapevine.graph.activity.kind.ActivityKinds;
import dev.grapevine.graph.activity.kind.KindField;
import dev.grapevine.graph.kernel.Texts;
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

    private final Map<String, KindField> kindFields = new HashMap<>();
    private final Validation validation = new Validation();
    private final List<String> canonical = new ArrayList<>();

    private FieldValidator(List<KindField> kindFields) {
        kindFields.forEach(field -> this.kindFields.put(field.name(), field));
    }

    /** Returns the fields as {@code name=value} with canonical values, sorted by name. */
    static Result<List<String>> canonical(
            List<KindField> kindFields, List<RecordActivity.Field> given) {
        return new FieldValidator(kindFields).read(given);
    }

    private Result<List<String>> read(List<RecordActivity.Field> given) {
        validation.atMost(FIELDS, given, ActivityKinds.MAX_FIELDS);
        if (!validation.isValid()) {
            return validation.rejected();
        }
        var names = new HashSet<String>();
        for (var field : given.stream().sorted(BY_NAME).toList()) {
            if (names.add(field.name())) {
                read(field);
            } else {
                reject(field.name(), "is given twice.");
            }
        }
        kindFields.values().stream()
                .filter(field -> field.isRequired() && !names.contains(field.name()))
                .forEach(field -> reject(field.name(), "is missing."));
        return validation.isValid()
                ? Result.success(List.copyOf(canonical))
                : validation.rejected();
    }

    private void read(RecordActivity.Field field) {
        var kindField = kindFields.get(field.name());
        if (kindField == null) {
            reject(field.name(), "is not a field of the kind.");
            return;
        }
        var value = kindField.type().canonical(field.value());
        if (value == null) {
            reject(field.name(), "is not " + kindField.type().description() + ".");
        } else {
            canonical.add(field.name() + "=" + value);
        }
    }

    private void reject(String name, String message) {
        var shown = Texts.shortened(name, SHOWN);
        validation.reject(List.of(FIELDS, shown), FIELDS + "." + shown + " " + message);
    }
}
