package dev.grapevine.graph.contribution;

import dev.grapevine.graph.kernel.command.NotFound;
import dev.grapevine.graph.kernel.command.Result;

/**
 * Command to link a reply to its original contribution.
 *
 * @param reply external id of the reply
 * @param original external id of the contribution replied to
 */
public record LinkReply(String reply, String original) {

    record Row(String replyKey, String originalKey) {}

    Row row(String brandId) {
        return new Row(Contribution.key(brandId, reply), Contribution.key(brandId, original));
    }

    /** Returns the result for the column {@code linkState} of link-replies.cypher. */
    Result<LinkReply> result(String linkState) {
        return switch (linkState) {
            case "LINKED" -> Result.success(this);
            case "KNOWN" -> new Result.Success<>(this, true);
            case "ANSWERS_ANOTHER" -> Result.rejected(ContributionRejection.ANSWERS_ANOTHER);
            case "UNKNOWN_REPLY" ->
                    Result.rejected(new NotFound("Contribution", reply, "externalId"));
            default -> Result.rejected(new NotFound("Contribution", original, "inReplyTo"));
        };
    }
}
