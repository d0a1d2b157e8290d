package dev.grapevine.graph.dataimport;

import dev.grapevine.graph.contribution.ContributionRejection;
import dev.grapevine.graph.contribution.Contributions;
import dev.grapevine.graph.contribution.VoteOnContribution;
import dev.grapevine.graph.contribution.Votes;
import dev.grapevine.graph.customer.Customers;
import dev.grapevine.graph.kernel.command.InvalidInput;
import dev.grapevine.graph.kernel.command.NotFound;
import dev.grapevine.graph.kernel.command.Result;

import org.springframework.stereotype.Component;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;

/** Recorder of imported votes. */
@Component
class VoteRecorder {

    private final Customers customers;
    private final Contributions contributions;
    private final Votes votes;

    VoteRecorder(Customers customers, Contributions contributions, Votes votes) {
        this.customers = customers;
        this.contributions = contributions;
        this.votes = votes;
    }

    /** Vote of a file: customer and contribution by their external ids. */
    record ImportedVote(
            String customer, String contribution, boolean isDownvote, OffsetDateTime at) {}

    /** Records the votes; the results are in their order, rejections in the words of the file. */
    List<Result<VoteOnContribution>> record(String brandId, List<ImportedVote> imported) {
        var voters =
                customers.byExternalIds(
                        brandId, imported.stream().map(ImportedVote::customer).distinct().toList());
        var subjects =
                contributions.byExternalIds(
                        brandId,
                        imported.stream().map(ImportedVote::contribution).distinct().toList());
        return Result.mapSuccesses(
                imported.stream()
                        .map(
                                vote -> {
                                    var voter = voters.get(vote.customer());
                                    var subject = subjects.get(vote.contribution());
                                    if (voter == null) {
                                        return notFound("Customer", vote.customer());
                                    }
                                    return subject == null
                                            ? notFound("Contribution", vote.contribution())
                                            : Result.success(
                                                    new VoteOnContribution(
                                                            voter.id(),
                                                            subject.id(),
                                                            vote.isDownvote(),
                                                            vote.at()));
                                })
                        .toList(),
                commands ->
                        votes.voteAll(commands).stream()
                                .map(VoteRecorder::inWordsOfTheFile)
                                .toList());
    }

    private static Result<VoteOnContribution> notFound(String noun, String externalId) {
        return Result.rejected(new NotFound(noun, externalId, noun.toLowerCase(Locale.ROOT)));
    }

    private static <T> Result<T> inWordsOfTheFile(Result<T> result) {
        return result instanceof Result.Rejected<T>(var rejections, _)
                        && rejections.contains(ContributionRejection.ALREADY_VOTED)
                ? Result.rejected(
                        new InvalidInput(
                                List.of("direction"),
                                "direction is not used; the customer has already voted in the other"
                                        + " one."))
                : result;
    }
}
