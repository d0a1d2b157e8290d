package dev.grapevine.graph.contribution;

import dev.grapevine.graph.kernel.Outcome;
import dev.grapevine.graph.kernel.Unknown;

/**
 * Says which contribution another one answers, both by their external ids.
 *
 * @param reply the answer
 * @param original what it answers
 */
public record LinkReply(String reply, String original) {

    record Row(String replyKey, String originalKey) {}

    Row row(String brandId) {
        return new Row(Contribution.key(brandId, reply), Contribution.key(brandId, original));
    }

    Outcome<LinkReply> outcome(String name) {
        return switch (name) {
            case "LINKED" -> Outcome.done(this);
            case "KNOWN" -> new Outcome.Done<>(this, true);
            case "ANSWERS_ANOTHER" -> Outcome.refused(ContributionRefusal.ANSWERS_ANOTHER);
            case "UNKNOWN_REPLY" ->
                    Outcome.refused(new Unknown("Contribution", reply, "externalId"));
            default -> Outcome.refused(new Unknown("Contribution", original, "inReplyTo"));
        };
    }
}
