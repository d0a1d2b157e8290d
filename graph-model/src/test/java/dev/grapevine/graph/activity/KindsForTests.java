package dev.grapevine.graph.activity;

import dev.grapevine.graph.activity.kind.ActivityDomain;
import dev.grapevine.graph.activity.kind.CreateActivityKind;
import dev.grapevine.graph.activity.kind.Direction;
import dev.grapevine.graph.activity.kind.FieldType;
import dev.grapevine.graph.activity.kind.KindField;
import dev.grapevine.graph.activity.kind.PurchaseStage;

import java.util.List;

/** Activity kinds for tests in which only name and fields matter. */
public final class KindsForTests {

    private KindsForTests() {}

    public static CreateActivityKind kind(String name, KindField... fields) {
        return new CreateActivityKind(
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

    public static KindField named(String name) {
        return new KindField(name, FieldType.TEXT, false);
    }
}
