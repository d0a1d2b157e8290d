package dev.grapevine.graph.badge;

import dev.grapevine.graph.customer.Customers;
import dev.grapevine.graph.kernel.Ids;
import dev.grapevine.graph.kernel.Times;
import dev.grapevine.graph.kernel.command.Call;
import dev.grapevine.graph.kernel.command.Caller;
import dev.grapevine.graph.kernel.command.Idempotency;
import dev.grapevine.graph.kernel.command.NotFound;
import dev.grapevine.graph.kernel.command.Result;

import org.springframework.stereotype.Component;

import java.util.List;

/** Manual awards and revocations by callers. */
@Component
class ManualAwards {

    private final BadgeRepository repository;
    private final BadgeAwards awards;
    private final Customers customers;
    private final Idempotency idempotency;
    private final Ids ids;
    private final Times times;

    ManualAwards(
            BadgeRepository repository,
            BadgeAwards awards,
            Customers customers,
            Idempotency idempotency,
            Ids ids,
            Times times) {
        this.repository = repository;
        this.awards = awards;
        this.customers = customers;
        this.idempotency = idempotency;
        this.ids = ids;
        this.times = times;
    }

    Result<BadgeAward> award(Call call, AwardBadge command) {
        var validation = call.check().text("note", command.note(), 500);
        if (!validation.isValid()) {
            return validation.rejected();
        }
        var id = ids.next("bda");
        return idempotency.execute(
                call,
                command,
                id,
                () -> award(id, call.caller(), command),
                first -> Result.success(awards.byId(first)));
    }

    private Result<BadgeAward> award(String id, Caller caller, AwardBadge command) {
        var customer = customers.lock(caller, List.of(command.customer())).get(command.customer());
        if (customer == null) {
            return Result.rejected(new NotFound("Customer", command.customer(), "customer"));
        }
        var badge = repository.findById(command.badgeId());
        if (badge.isEmpty() || !badge.get().brandId().equals(customer.brandId())) {
            return Result.rejected(new NotFound("Badge", command.badgeId(), "badgeId"));
        }
        var award =
                new BadgeAward(
                        id,
                        customer.brandId(),
                        customer.id(),
                        command.badgeId(),
                        BadgeAward.Reason.MANUAL.name(),
                        0,
                        "",
                        null,
                        null,
                        null,
                        command.note(),
                        caller.id(),
                        times.now(),
                        times.now(),
                        null,
                        null);
        return awards.award(award)
                ? Result.success(award)
                : Result.rejected(BadgeRejection.ALREADY_AWARDED.with(award.badgeId()));
    }

    Result<BadgeAward> revoke(Call call, RevokeBadge command) {
        var validation = call.check().text("reason", command.reason(), 500);
        if (!validation.isValid()) {
            return validation.rejected();
        }
        // The id of the award is known before the call: only a new id distinguishes the first call
        // from
        // a replay.
        return idempotency.execute(
                call,
                command,
                ids.next("bda"),
                () -> revokeLocked(call.caller(), command),
                _ -> Result.success(awards.byId(command.badgeAwardId())));
    }

    private Result<BadgeAward> revokeLocked(Caller caller, RevokeBadge command) {
        var award =
                awards.byIds(caller, List.of(command.badgeAwardId())).get(command.badgeAwardId());
        if (award == null) {
            return Result.rejected(
                    new NotFound("BadgeAward", command.badgeAwardId(), "badgeAwardId"));
        }
        customers.lock(Caller.SYSTEM, List.of(award.customerId()));
        return awards.revoke(award.id(), command.reason())
                ? Result.success(awards.byId(award.id()))
                : Result.rejected(BadgeRejection.ALREADY_REVOKED.with(award.id()));
    }
}
