package dev.grapevine.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.api.testing.Api;
import dev.grapevine.api.testing.ApiTest;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.Collections;
import java.util.Map;
import java.util.UUID;

/** An error of one root field leaves the results of the others in the response. */
@ApiTest
class SiblingsIT {

    @Autowired Api api;

    @Test
    void executesTheMutationBesideAForbiddenOne() {
        var document =
                """
                mutation($id: String!, $key: ID!) {
                  forbidden: registerBrand(input: {key: "mine", name: "Mine", idempotencyKey: $key}) {
                    brand { id }
                  }
                  enrolCustomer(input: {brand: "larkspur", externalId: $id, idempotencyKey: $key}) {
                    customer { externalId }
                  }
                }
                """;
        var id = UUID.randomUUID().toString();
        var answer = api.answer("larkspur", document, Map.of("id", id, "key", id));
        assertThat(answer.path("errors")).hasSize(1);
        assertThat(answer.at("/errors/0/path/0").asString()).isEqualTo("forbidden");
        assertThat(answer.at("/errors/0/extensions/code").asString()).isEqualTo("FORBIDDEN");
        assertThat(answer.at("/data/forbidden").isNull()).isTrue();
        assertThat(answer.at("/data/enrolCustomer/customer/externalId").asString()).isEqualTo(id);
    }

    @Test
    void resolvesTheQueryBesideOneWithTooManyIds() {
        var document =
                """
                query($ids: [ID!]!) { nodes(ids: $ids) { id } brand(key: "larkspur") { key } }
                """;
        var ids = Collections.nCopies(101, "cus_01ARZ3NDEKTSV4RRFFQ69G5FAV");
        var answer = api.answer("larkspur", document, Map.of("ids", ids));
        assertThat(answer.at("/errors/0/path/0").asString()).isEqualTo("nodes");
        assertThat(answer.at("/data/nodes").isNull()).isTrue();
        assertThat(answer.at("/data/brand/key").asString()).isEqualTo("larkspur");
    }
}
