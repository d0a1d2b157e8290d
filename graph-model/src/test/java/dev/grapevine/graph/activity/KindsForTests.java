package dev.grapevine.graph.activity;

import dev.grapevine.graph.activity.kind.ActivityDomain;
import dev.grapevine.graph.activity.kind.DefineActivityKind;
import dev.grapevine.graph.activity.kind.Direction;
import dev.grapevine.graph.activity.kind.FieldType;
import dev.grapevine.graph.activity.kind.KindField;
import dev.grapevine.graph.activity.kind.PurchaseStage;

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
                PurchaseStage.AFTER_SALE,
                true,
                false,
                List.of(fields));
    }

    static KindField named(String name) {
        return new KindField(name, FieldType.TEXT, false);
    }
}
