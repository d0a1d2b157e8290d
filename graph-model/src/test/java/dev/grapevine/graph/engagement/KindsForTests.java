package dev.grapevine.graph.engagement;

import java.util.List;

/** Kinds of activities of which only the name and the fields matter. */
final class KindsForTests {

    private KindsForTests() {}

    static DefineActivityKind kind(String name, KindField... fields) {
        return new DefineActivityKind(
                name,
                "A kind",
                ActivityDomain.MARKETING,
                null,
                Direction.INBOUND,
                Stage.AFTER_SALE,
                true,
                false,
                List.of(fields));
    }

    static KindField named(String name) {
        return new KindField(name, FieldType.TEXT, false);
    }
}
