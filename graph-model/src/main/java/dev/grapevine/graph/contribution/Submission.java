package dev.grapevine.graph.contribution;

import dev.grapevine.graph.customer.Customer;
import dev.grapevine.graph.kernel.Format;
import dev.grapevine.graph.kernel.Inputs;
import dev.grapevine.graph.kernel.Times;

import java.time.OffsetDateTime;
import java.util.Objects;

/**
 * A contribution on its way in.
 *
 * @param id the id that it will have
 */
record Submission(String id, SubmitContribution command) {

    private static final Format KIND =
            Format.of(
                    "^[A-Z][A-Z0-9_]{0,63}$",
                    "1 to 64 characters of A-Z, 0-9 and _, beginning with a letter");

    static Inputs check(SubmitContribution command) {
        var inputs =
                new Inputs()
                        .matches("kind", command.kind(), KIND)
                        .text("title", command.title(), 0, 300)
                        .text("text", command.text(), 0, 20_000)
                        .atMost("tags", command.tags(), 10)
                        .between("views", command.views(), 0, Inputs.LARGEST)
                        .time("submittedAt", command.submittedAt());
        if (command.externalId() != null) {
            inputs.matches("externalId", command.externalId(), Format.EXTERNAL_ID);
        }
        command.tags().forEach(tag -> inputs.text("tags", tag, 1, 64));
        return inputs;
    }

    Contribution by(Customer giver, OffsetDateTime now) {
        return new Contribution(
                id,
                giver.brandId(),
                giver.id(),
                Objects.requireNonNullElse(command.externalId(), id),
                command.kind(),
                command.title(),
                command.text(),
                command.tags(),
                command.views(),
                command.status().name(),
                0,
                0,
                command.submittedAt() == null ? now : Times.utc(command.submittedAt()));
    }
}
