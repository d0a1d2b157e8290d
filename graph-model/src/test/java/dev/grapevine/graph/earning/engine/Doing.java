package dev.grapevine.graph.earning.engine;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** An activity in the making: an order of one thing on a Monday noon, unless it says otherwise. */
record Doing(
        String kind,
        String at,
        long quantity,
        @Nullable BigDecimal value,
        @Nullable String channel,
        Map<String, String> fields,
        @Nullable String subjectId,
        @Nullable String subjectKind,
        boolean isAnswerToOwn,
        Set<String> facts,
        long edition) {

    static Doing order() {
        return of("order");
    }

    static Doing of(String kind) {
        return new Doing(
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

    Doing at(String at) {
        return new Doing(
                kind,
                at,
                quantity,
                value,
                channel,
                fields,
                subjectId,
                subjectKind,
                isAnswerToOwn,
                facts,
                edition);
    }

    /** At noon UTC. */
    Doing on(String day) {
        return at(day + "T12:00:00Z");
    }

    Doing quantity(long quantity) {
        return new Doing(
                kind,
                at,
                quantity,
                value,
                channel,
                fields,
                subjectId,
                subjectKind,
                isAnswerToOwn,
                facts,
                edition);
    }

    Doing value(String value) {
        return new Doing(
                kind,
                at,
                quantity,
                new BigDecimal(value),
                channel,
                fields,
                subjectId,
                subjectKind,
                isAnswerToOwn,
                facts,
                edition);
    }

    Doing over(String channel) {
        return new Doing(
                kind,
                at,
                quantity,
                value,
                channel,
                fields,
                subjectId,
                subjectKind,
                isAnswerToOwn,
                facts,
                edition);
    }

    Doing with(String field, String text) {
        var more = new HashMap<>(fields);
        more.put(field, text);
        return new Doing(
                kind,
                at,
                quantity,
                value,
                channel,
                more,
                subjectId,
                subjectKind,
                isAnswerToOwn,
                facts,
                edition);
    }

    Doing about(String id, String kindOfSubject) {
        return new Doing(
                kind,
                at,
                quantity,
                value,
                channel,
                fields,
                id,
                kindOfSubject,
                isAnswerToOwn,
                facts,
                edition);
    }

    Doing answeringOwn() {
        return new Doing(
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
                edition);
    }

    Doing knowing(String fact) {
        var more = new HashSet<>(facts);
        more.add(fact);
        return new Doing(
                kind,
                at,
                quantity,
                value,
                channel,
                fields,
                subjectId,
                subjectKind,
                isAnswerToOwn,
                more,
                edition);
    }

    Doing under(long number) {
        return new Doing(
                kind,
                at,
                quantity,
                value,
                channel,
                fields,
                subjectId,
                subjectKind,
                isAnswerToOwn,
                facts,
                number);
    }

    ActivityFacts happening(int number) {
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
                isAnswerToOwn,
                facts,
                edition);
    }
}
