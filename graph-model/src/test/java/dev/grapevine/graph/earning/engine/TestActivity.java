package dev.grapevine.graph.earning.engine;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Builder of an activity: an order of quantity 1 on a Monday at noon UTC, unless set otherwise. */
record TestActivity(
        String kind,
        String at,
        long quantity,
        @Nullable BigDecimal value,
        @Nullable String channel,
        Map<String, String> fields,
        @Nullable String subjectId,
        @Nullable String subjectKind,
        boolean isReplyToOwn,
        Set<String> facts,
        long revision) {

    static TestActivity order() {
        return of("order");
    }

    static TestActivity of(String kind) {
        return new TestActivity(
                kind,
                "2026-03-02T12:00:00Z",
                1,
                null,
                null,
                Map.of(),
                null,
                null,
                false,
                Set.of(),
                1);
    }

    TestActivity at(String at) {
        return new TestActivity(
                kind,
                at,
                quantity,
                value,
                channel,
                fields,
                subjectId,
                subjectKind,
                isReplyToOwn,
                facts,
                revision);
    }

    /** At noon UTC. */
    TestActivity on(String day) {
        return at(day + "T12:00:00Z");
    }

    TestActivity quantity(long quantity) {
        return new TestActivity(
                kind,
                at,
                quantity,
                value,
                channel,
                fields,
                subjectId,
                subjectKind,
                isReplyToOwn,
                facts,
                revision);
    }

    TestActivity value(String value) {
        return new TestActivity(
                kind,
                at,
                quantity,
                new BigDecimal(value),
                channel,
                fields,
                subjectId,
                subjectKind,
                isReplyToOwn,
                facts,
                revision);
    }

    TestActivity over(String channel) {
        return new TestActivity(
                kind,
                at,
                quantity,
                value,
                channel,
                fields,
                subjectId,
                subjectKind,
                isReplyToOwn,
                facts,
                revision);
    }

    TestActivity with(String field, String text) {
        var more = new HashMap<>(fields);
        more.put(field, text);
        return new TestActivity(
                kind,
                at,
                quantity,
                value,
                channel,
                more,
                subjectId,
                subjectKind,
                isReplyToOwn,
                facts,
                revision);
    }

    TestActivity about(String id, String kindOfSubject) {
        return new TestActivity(
                kind,
                at,
                quantity,
                value,
                channel,
                fields,
                id,
                kindOfSubject,
                isReplyToOwn,
                facts,
                revision);
    }

    TestActivity answeringOwn() {
        return new TestActivity(
                kind,
                at,
                quantity,
                value,
                channel,
                fields,
                subjectId,
                subjectKind,
                true,
                facts,
                revision);
    }

    TestActivity knowing(String fact) {
        var more = new HashSet<>(facts);
        more.add(fact);
        return new TestActivity(
                kind,
                at,
                quantity,
                value,
                channel,
                fields,
                subjectId,
                subjectKind,
                isReplyToOwn,
                more,
                revision);
    }

    TestActivity under(long number) {
        return new TestActivity(
                kind,
                at,
                quantity,
                value,
                channel,
                fields,
                subjectId,
                subjectKind,
                isReplyToOwn,
                facts,
                number);
    }

    ActivityFacts toFacts(int number) {
        return new ActivityFacts(
                "act_" + number,
                new ActivityFacts.Position(OffsetDateTime.parse(at), "key-" + number),
                kind,
                quantity,
                value,
                channel,
                fields,
                subjectId,
                subjectKind,
                isReplyToOwn,
                facts,
                revision);
    }
}
