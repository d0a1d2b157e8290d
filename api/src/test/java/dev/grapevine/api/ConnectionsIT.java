package dev.grapevine.api;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.stream.Collectors.toMap;

import dev.grapevine.api.testing.Api;
import dev.grapevine.api.testing.ApiTest;
import dev.grapevine.api.testing.Connections;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.execution.GraphQlSource;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Connection fields of the schema: cursors are bound to their list, and page sizes to the bounds of
 * the API.
 */
@ApiTest
class ConnectionsIT {

    private static final String PAGE =
            "edges { cursor node { __typename } } nodes { __typename } pageInfo { endCursor }";

    @Autowired Api api;
    @Autowired GraphQlSource source;

    Connections connections;

    @BeforeEach
    void findParents() {
        connections = Connections.of(source.schema(), api);
    }

    @TestFactory
    Stream<DynamicTest> rejectsCursorsOfOtherLists() {
        var own = connections.fields().stream().collect(toMap(field -> field, this::cursors));
        assertThat(own.values()).filteredOn(cursors -> !cursors.isEmpty()).hasSizeGreaterThan(7);
        return own.entrySet().stream()
                .flatMap(
                        entry ->
                                invalidCursors(entry.getKey(), own).stream()
                                        .map(
                                                cursor ->
                                                        DynamicTest.dynamicTest(
                                                                entry.getKey() + " after " + cursor,
                                                                () ->
                                                                        assertThat(
                                                                                        codes(
                                                                                                entry
                                                                                                        .getKey(),
                                                                                                cursor))
                                                                                .containsExactly(
                                                                                        "INVALID_CURSOR"))));
    }

    /** Returns malformed cursors, cursors of other lists, and modified cursors of the list. */
    private static List<String> invalidCursors(String field, Map<String, List<String>> cursors) {
        var invalidCursors =
                new ArrayList<>(List.of("", "nonsense", "****", "MDox", "A".repeat(5_000)));
        cursors.forEach(
                (list, ofList) -> {
                    if (!list.equals(field)) {
                        ofList.stream().findFirst().ifPresent(invalidCursors::add);
                    }
                });
        for (var cursor : cursors.getOrDefault(field, List.of())) {
            invalidCursors.add(cursor.substring(0, cursor.length() - 1));
            invalidCursors.add(cursor.substring(0, cursor.length() - 4));
            invalidCursors.add(cursor.substring(1));
            invalidCursors.add(cursor + "A");
            invalidCursors.add(cursor + "AAAA");
            invalidCursors.add(cursor + "=");
        }
        return invalidCursors;
    }

    @TestFactory
    Stream<DynamicTest> acceptsItsOwnCursors() {
        return connections.fields().stream()
                .map(
                        field ->
                                DynamicTest.dynamicTest(
                                        field,
                                        () ->
                                                assertThat(cursors(field))
                                                        .allSatisfy(
                                                                cursor ->
                                                                        assertThat(
                                                                                        codes(
                                                                                                field,
                                                                                                cursor))
                                                                                .isEmpty())));
    }

    @TestFactory
    Stream<DynamicTest> usesTheDefaultPageSizeForNull() {
        return connections.fields().stream()
                .map(
                        field ->
                                DynamicTest.dynamicTest(
                                        field,
                                        () ->
                                                assertThat(page(field, "first: null, after: null"))
                                                        .isEqualTo(page(field, "first: 20"))));
    }

    @TestFactory
    Stream<DynamicTest> returnsTheNodesOfItsEdges() {
        return connections.fields().stream()
                .map(
                        field ->
                                DynamicTest.dynamicTest(
                                        field,
                                        () -> {
                                            var page = page(field, "first: 5");
                                            assertThat(page.path("nodes").valueStream())
                                                    .containsExactlyElementsOf(
                                                            page.path("edges")
                                                                    .valueStream()
                                                                    .map(edge -> edge.path("node"))
                                                                    .toList());
                                        }));
    }

    @Test
    void rejectsTheCursorOfAnotherParent() {
        var grace = "customer(ref: {external: {brand: \"larkspur\", externalId: \"grace\"}})";
        var ada = "customer(ref: {external: {brand: \"larkspur\", externalId: \"ada\"}})";
        var activities = "{ activities(first: 1) { pageInfo { endCursor } } }";
        var cursor =
                api.data("larkspur", "{ " + grace + activities + " }")
                        .at("/customer/activities/pageInfo/endCursor")
                        .asString();
        var after = "{ activities(after: \"" + cursor + "\") { edges { cursor } } }";
        assertThat(api.errorCodes("larkspur", "{ " + grace + after + " }")).isEmpty();
        assertThat(api.errorCodes("larkspur", "{ " + ada + after + " }"))
                .containsExactly("INVALID_CURSOR");
    }

    @Test
    void rejectsTheCursorOfOtherFilters() {
        var customer =
                "{ customer(ref: {external: {brand: \"larkspur\", externalId: \"grace\"}}) {"
                        + " activities(";
        var first = customer + "first: 1) { pageInfo { endCursor } } } }";
        var cursor =
                api.data("larkspur", first)
                        .at("/customer/activities/pageInfo/endCursor")
                        .asString();
        var other =
                customer
                        + "after: \""
                        + cursor
                        + "\", kinds: [\"review.posted\"]) { edges { cursor } } } }";
        assertThat(api.errorCodes("larkspur", other)).containsExactly("INVALID_CURSOR");
    }

    @TestFactory
    Stream<DynamicTest> countsTheItemsOfAllPages() {
        assertThat(connections.counted()).isNotEmpty();
        return connections.counted().stream()
                .map(
                        field ->
                                DynamicTest.dynamicTest(
                                        field,
                                        () ->
                                                assertThat(
                                                                page(field, "first: 1")
                                                                        .path("totalCount")
                                                                        .asInt())
                                                        .isEqualTo(itemsOfAllPages(field))));
    }

    private int itemsOfAllPages(String field) {
        var count = 0;
        var after = "null";
        do {
            var page = page(field, "first: 100, after: " + after);
            count += page.path("nodes").size();
            after = page.at("/pageInfo/endCursor").toString();
        } while (!after.equals("null"));
        return count;
    }

    private List<String> cursors(String field) {
        return page(field, "first: 2")
                .path("edges")
                .valueStream()
                .map(edge -> edge.path("cursor").asString())
                .toList();
    }

    private JsonNode page(String field, String arguments) {
        var document =
                connections.document(
                        field,
                        arguments,
                        connections.counted().contains(field) ? "totalCount " + PAGE : PAGE);
        return api.data("administrator", document).findValue("page");
    }

    private List<String> codes(String field, String after) {
        var arguments = "first: 1, after: \"" + after + "\"";
        return api.errorCodes(
                "administrator", connections.document(field, arguments, "edges { cursor }"));
    }
}
