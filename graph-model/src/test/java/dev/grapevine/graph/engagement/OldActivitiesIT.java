package dev.grapevine.graph.engagement;

import static dev.grapevine.graph.testing.World.call;
import static dev.grapevine.graph.testing.World.done;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.graph.contribution.ContributionStatus;
import dev.grapevine.graph.contribution.Contributions;
import dev.grapevine.graph.contribution.SubmitContribution;
import dev.grapevine.graph.kernel.Caller;
import dev.grapevine.graph.kernel.PageRequest;
import dev.grapevine.graph.testing.GraphTest;
import dev.grapevine.graph.testing.World;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/** Activities that were recorded before there were kinds. */
@GraphTest
class OldActivitiesIT {

    private static final OffsetDateTime NOON = OffsetDateTime.parse("2026-03-01T12:00:00Z");

    @Autowired Activities activities;

    @Autowired Contributions contributions;

    @Autowired Driver driver;

    @Autowired World world;

    @Test
    void getFromTheMigrationWhatLaterOnesHaveFromTheStart() throws IOException {
        var brand = world.newBrand();
        var ada = world.enrol(brand, "ada");
        done(contributions.submit(call(), brand.key(), contribution("question", null)));
        done(contributions.submit(call(), brand.key(), contribution("answer", "question")));
        done(
                activities.record(
                        Caller.GRAPEVINE,
                        brand.key(),
                        List.of(
                                new RecordActivity("a", "page.read", "ada", null, NOON, 1, null),
                                new RecordActivity(
                                        "b", "answer.liked", "ada", "answer", NOON, 1, null))));
        var before = activities.ofCustomers(List.of(ada.id()), PageRequest.first(10)).get(ada.id());
        run(
                "MATCH (a:Activity {customerId: $id}) REMOVE a.sortKey, a.subjectKind,"
                        + " a.answersOwn, a.fields, a.facts",
                Map.of("id", ada.id()));
        run(backfill(), Map.of());
        var after = activities.ofCustomers(List.of(ada.id()), PageRequest.first(10)).get(ada.id());
        assertThat(before.items()).hasSize(4);
        assertThat(after).isEqualTo(before);
    }

    private static SubmitContribution contribution(String id, @Nullable String inReplyTo) {
        return new SubmitContribution(
                id,
                "ada",
                "POST",
                null,
                null,
                inReplyTo,
                List.of(),
                0,
                ContributionStatus.OPEN,
                NOON);
    }

    private static String backfill() throws IOException {
        var migration = new ClassPathResource("migrations/004-activity-kinds.cypher");
        var text = migration.getContentAsString(StandardCharsets.UTF_8);
        return text.substring(text.indexOf("MATCH"), text.lastIndexOf(';'));
    }

    private void run(String statement, Map<String, Object> parameters) {
        try (var session = driver.session()) {
            session.run(statement, parameters).consume();
        }
    }
}
