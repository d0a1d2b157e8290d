package dev.grapevine.graph.contribution;

import dev.grapevine.graph.customer.Customer;
import dev.grapevine.graph.kernel.Format;
import dev.grapevine.graph.kernel.Times;
import dev.grapevine.graph.kernel.command.Validation;

import java.time.OffsetDateTime;
import java.util.Objects;

/**
 * Contribution to be written.
 *
 * @param id id of the new contribution
 */
record NewContribution(String id, SubmitContribution command) {

    private static final Format KIND =
            Format.of(
                    "^[A-Z][A-Z0-9_]{0,63}$",
                    "1 to 64 characters of A-Z, 0-9 and _, beginning with a letter");

    static Validation check(SubmitContribution command, Times times) {
        var validation =
                new Validation()
                        .matches("kind", command.kind(), KIND)
                        .text("title", command.title(), 300)
                        .text("text", command.text(), 20_000)
                        .atMost("tags", command.tags(), 10)
                        .externalId(command.externalId())
                        .between("views", command.views(), 0, Validation.MAX_AMOUNT)
                        .past("submittedAt", command.submittedAt(), times);
        command.tags().forEach(tag -> validation.name("tags", tag, 64));
        return validation;
    }

    Contribution by(Customer author, OffsetDateTime now) {
        return new Contribution(
                id,
                author.brandId(),
                author.id(),
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
