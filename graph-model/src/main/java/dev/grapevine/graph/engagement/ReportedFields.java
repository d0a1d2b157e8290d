package dev.grapevine.graph.engagement;

import dev.grapevine.graph.kernel.Inputs;
import dev.grapevine.graph.kernel.Outcome;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** The fields of a report, held against what the kind asks for. */
final class ReportedFields {

    private static final String FIELDS = "fields";
    private static final int SHOWN = 40;
    private static final Comparator<RecordActivity.Field> BY_NAME =
            Comparator.comparing(RecordActivity.Field::name);

    private final Map<String, KindField> wanted = new HashMap<>();
    private final Inputs inputs = new Inputs();
    private final List<String> canonical = new ArrayList<>();

    private ReportedFields(List<KindField> wanted) {
        wanted.forEach(field -> this.wanted.put(field.name(), field));
    }

    /** Each as {@code name=value}, the value in its one form, by name. */
    static Outcome<List<String>> canonical(
            List<KindField> wanted, List<RecordActivity.Field> given) {
        return new ReportedFields(wanted).read(given);
    }

    private Outcome<List<String>> read(List<RecordActivity.Field> given) {
        inputs.atMost(FIELDS, given, ActivityKinds.MOST_FIELDS);
        if (!inputs.areRight()) {
            return inputs.refused();
        }
        var seen = new HashSet<String>();
        for (var field : given.stream().sorted(BY_NAME).toList()) {
            if (seen.add(field.name())) {
                read(field);
            } else {
                wrong(field.name(), "Is given twice.");
            }
        }
        wanted.values().stream()
                .filter(field -> field.isRequired() && !seen.contains(field.name()))
                .forEach(field -> wrong(field.name(), "Is missing."));
        return inputs.areRight() ? Outcome.done(List.copyOf(canonical)) : inputs.refused();
    }

    private void read(RecordActivity.Field field) {
        var kind = wanted.get(field.name());
        if (kind == null) {
            wrong(field.name(), "The kind has no such field.");
            return;
        }
        var value = kind.type().canonical(field.value());
        if (value == null) {
            wrong(field.name(), "Is not " + kind.type().what() + ".");
        } else {
            canonical.add(field.name() + "=" + value);
        }
    }

    private void wrong(String name, String message) {
        var shown = name.length() <= SHOWN ? name : name.substring(0, SHOWN) + "…";
        inputs.wrong(List.of(FIELDS, shown), message);
    }
}
