package dev.grapevine.graph.badge;

import dev.grapevine.graph.customer.Customers;
import dev.grapevine.graph.kernel.Call;
import dev.grapevine.graph.kernel.Caller;
import dev.grapevine.graph.kernel.Idempotency;
import dev.grapevine.graph.kernel.Ids;
import dev.grapevine.graph.kernel.Outcome;
import dev.grapevine.graph.kernel.Times;
import dev.grapevine.graph.kernel.Unknown;

import org.springframework.stereotype.Component;

import java.util.List;

/** Awards that somebody gives or takes back by hand. */
@Component
class HandAwards {

    private final BadgeRepository repository;
    private final BadgeAwards awards;
    private final Customers customers;
    private final Idempotency idempotency;
    private final Ids ids;
    private final Times times;

    HandAwards(
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

    Outcome<BadgeAward> award(Call call, AwardBadge command) {
        var inputs = call.check().text("note", command.note(), 0, 500);
        if (!inputs.areRight()) {
            return inputs.refused();
        }
        var id = ids.next("bda");
        return idempotency.once(
                call,
                command,
                id,
                () -> award(id, call.caller(), command),
                first -> Outcome.done(awards.byId(first)));
    }

    private Outcome<BadgeAward> award(String id, Caller caller, AwardBadge command) {
        var customer =
                customers.lock(caller, List.of(command.customerId())).get(command.customerId());
        if (customer == null) {
            return Outcome.refused(new Unknown("Customer", command.customerId(), "customer"));
        }
        var badge = repository.findById(command.badgeId());
        if (badge.isEmpty() || !badge.get().brandId().equals(customer.brandId())) {
            return Outcome.refused(new Unknown("Badge", command.badgeId(), "badgeId"));
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
                ? Outcome.done(award)
                : Outcome.refused(BadgeRefusal.ALREADY_AWARDED);
    }

    Outcome<BadgeAward> revoke(Call call, RevokeBadge command) {
        var inputs = call.check().text("reason", command.reason(), 1, 500);
        if (!inputs.areRight()) {
            return inputs.refused();
        }
        // The award was there before: a name of its own tells the first call from its repetition.
        return idempotency.once(
                call,
                command,
                ids.next("bda"),
                () -> revokeLocked(call.caller(), command),
                _ -> Outcome.done(awards.byId(command.awardId())));
    }

    private Outcome<BadgeAward> revokeLocked(Caller caller, RevokeBadge command) {
        var award = awards.byIds(caller, List.of(command.awardId())).get(command.awardId());
        if (award == null) {
            return Outcome.refused(new Unknown("BadgeAward", command.awardId(), "awardId"));
        }
        customers.lock(Caller.GRAPEVINE, List.of(award.customerId()));
        return awards.revoke(award.id(), command.reason())
                ? Outcome.done(awards.byId(award.id()))
                : Outcome.refused(BadgeRefusal.ALREADY_REVOKED);
    }
}
