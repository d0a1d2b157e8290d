package dev.grapevine.graph.contribution;

import dev.grapevine.graph.kernel.command.NotFound;
import dev.grapevine.graph.kernel.command.Result;


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

    Result<LinkReply> outcome(String name) {
        return switch (name) {
            case "LINKED" -> Result.success(this);
            case "KNOWN" -> new Result.Success<>(this, true);
            case "ANSWERS_ANOTHER" -> Result.rejected(ContributionRejection.ANSWERS_ANOTHER);
            case "UNKNOWN_REPLY" ->
                    Result.rejected(new NotFound("Contribution", reply, "externalId"));
            default -> Result.rejected(new NotFound("Contribution", original, "inReplyTo"));
        };
    }
}
