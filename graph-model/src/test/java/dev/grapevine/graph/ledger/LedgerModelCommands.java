package dev.grapevine.graph.ledger;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Commands of a {@link LedgerModel}: each returns the code of its rejection, or an empty text. */
final class LedgerModelCommands {

    private static final String DONE = "";

    private final LedgerModel model;
    private final List<LedgerModel.Account> accounts = new ArrayList<>();
    final List<LedgerModel.Deed> deeds = new ArrayList<>();
    final List<LedgerModel.ModelHold> holds = new ArrayList<>();

    LedgerModelCommands(LedgerModel model, int people) {
        this.model = model;
        for (var i = 0; i < people; i++) {
            accounts.add(model.new Account());
        }
    }

    LedgerModel.Account account(int index) {
        return accounts.get(index);
    }

    void advanceTo(OffsetDateTime moment) {
        model.now = moment;
        accounts.forEach(LedgerModel.Account::processDueEvents);
    }

    String award(
            int who,
            long amount,
            Integer cause,
            OffsetDateTime available,
            boolean awaits,
            OffsetDateTime expires,
            OffsetDateTime occurred) {
        var from = available == null || available.isBefore(model.now) ? model.now : available;
        var earned = occurred == null || occurred.isAfter(model.now) ? from : occurred;
        var until = expires == null ? model.rules.expiry(earned) : expires;
        if (expires == null && available == null && awaits) {
            until = LedgerModel.NEVER;
        }
        if (cause != null && deeds.get(cause).isReversed) {
            return "CAUSE_REVERSED";
        }
        if (expires != null && !expires.isAfter(from)) {
            return "INVALID_INPUT";
        }
        var isPending = available == null ? awaits : available.isAfter(model.now);
        var account = account(who);
        var unlocks = available == null ? LedgerModel.NEVER : available;
        account.recordActivity();
        var lot = account.add(amount, until, unlocks, isPending);
        var deed =
                new LedgerModel.Deed(
                        account, true, true, List.of(new LedgerModel.Part(lot, amount)));
        if (cause != null) {
            deeds.get(cause).caused.add(deed);
        }
        deeds.add(deed);
        account.processDueEvents();
        return DONE;
    }

    String confirm(int index) {
        var deed = deeds.get(index);
        if (!deed.isIncome || !deed.lot().isPending || deed.lot().left == 0) {
            return "NOT_PENDING";
        }
        deed.lot().isPending = false;
        if (deed.lot().expires.equals(LedgerModel.NEVER)) {
            deed.lot().expires = model.rules.expiry(model.now);
        }
        deed.owner.credit(model.now);
        deed.owner.repayDebt(model.now);
        deed.owner.processDueEvents();
        return DONE;
    }

    String spend(int who, long amount) {
        var account = account(who);
        if (account.balance() < amount) {
            return "INSUFFICIENT_POINTS";
        }
        account.recordActivity();
        deeds.add(new LedgerModel.Deed(account, false, false, account.draw(amount, null)));
        return DONE;
    }

    String adjust(int who, long amount) {
        var account = account(who);
        if (amount < 0 && account.balance() < -amount) {
            return "INSUFFICIENT_POINTS";
        }
        if (amount < 0) {
            deeds.add(new LedgerModel.Deed(account, false, false, account.draw(-amount, null)));
        } else {
            var lot = account.add(amount, model.rules.expiry(model.now), LedgerModel.NEVER, false);
            deeds.add(
                    new LedgerModel.Deed(
                            account, true, false, List.of(new LedgerModel.Part(lot, amount))));
        }
        return DONE;
    }

    String hold(int who, long amount, OffsetDateTime expires) {
        var account = account(who);
        if (account.balance() < amount) {
            return "INSUFFICIENT_POINTS";
        }
        account.recordActivity();
        var hold = new LedgerModel.ModelHold(account, account.draw(amount, null), expires);
        account.holds.add(hold);
        holds.add(hold);
        return DONE;
    }

    /** Captures an amount and releases the rest; 0 releases all. */
    String close(int index, long captured) {
        var hold = holds.get(index);
        if (!hold.closed.isEmpty()) {
            return hold.closed;
        }
        if (captured > hold.amount()) {
            return "CAPTURE_TOO_LARGE";
        }
        hold.closed = "HOLD_CLOSED";
        var taken = new ArrayList<LedgerModel.Part>();
        var rest = new ArrayList<LedgerModel.Part>();
        var missing = captured;
        for (var part : hold.parts) {
            var share = Math.min(missing, part.amount());
            missing -= share;
            add(taken, part, share);
            add(rest, part, part.amount() - share);
        }
        if (captured > 0) {
            hold.owner.recordActivity();
            deeds.add(new LedgerModel.Deed(hold.owner, false, false, taken));
        }
        hold.owner.restore(rest, model.now);
        hold.owner.processDueEvents();
        return DONE;
    }

    private static void add(List<LedgerModel.Part> parts, LedgerModel.Part part, long amount) {
        if (amount > 0) {
            parts.add(new LedgerModel.Part(part.lot(), amount));
        }
    }

    String give(int from, int to, long amount) {
        if (from == to) {
            return "TRANSFER_TO_SELF";
        }
        var giver = account(from);
        var today = model.now.toLocalDate();
        if (giver.given.getOrDefault(today, 0L) + amount > model.rules.dailyTransferLimit()) {
            return "TRANSFER_LIMIT_EXCEEDED";
        }
        if (giver.balance() < amount) {
            return "INSUFFICIENT_POINTS";
        }
        giver.given.merge(today, amount, Long::sum);
        giver.recordActivity();
        account(to).recordActivity();
        var parts = giver.draw(amount, null);
        parts.forEach(
                part ->
                        account(to)
                                .add(part.amount(), part.lot().expires, LedgerModel.NEVER, false));
        return DONE;
    }

    String reverse(int index, Long part, boolean isReissued) {
        var root = deeds.get(index);
        var amount = part == null ? root.amount : part;
        if (root.isReversed) {
            return "ALREADY_REVERSED";
        }
        if (amount > root.amount) {
            return "REVERSAL_TOO_LARGE";
        }
        var shares = new LinkedHashMap<LedgerModel.Deed, Long>();
        shares.put(root, amount);
        share(root, amount, shares);
        if (!model.rules.allowsDebt() && exceedsBalance(shares, isReissued)) {
            return "ALREADY_REDEEMED";
        }
        shares.forEach((deed, share) -> reverse(deed, share, isReissued));
        accounts.forEach(LedgerModel.Account::processDueEvents);
        return DONE;
    }

    /** Adds the shares of caused entries, direct consequences first, then by age. */
    private void share(LedgerModel.Deed root, long amount, Map<LedgerModel.Deed, Long> shares) {
        for (var level = root.caused; !level.isEmpty(); level = causedBy(level)) {
            for (var caused : level) {
                var share = caused.amount * amount / root.amount;
                if (!caused.isReversed && share > 0) {
                    shares.put(caused, share);
                }
            }
        }
    }

    private List<LedgerModel.Deed> causedBy(List<LedgerModel.Deed> level) {
        return level.stream()
                .flatMap(deed -> deed.caused.stream())
                .sorted(Comparator.comparing(deeds::indexOf))
                .toList();
    }

    private boolean exceedsBalance(Map<LedgerModel.Deed, Long> shares, boolean isReissued) {
        return accounts.stream()
                .anyMatch(
                        account ->
                                shares.entrySet().stream()
                                                .filter(share -> share.getKey().owner == account)
                                                .filter(
                                                        share ->
                                                                share.getKey().isIncome
                                                                        && !share.getKey()
                                                                                .lot()
                                                                                .isPending)
                                                .mapToLong(
                                                        share ->
                                                                share.getValue()
                                                                        - expired(
                                                                                share.getKey(),
                                                                                share.getValue()))
                                                .sum()
                                        > account.balance()
                                                + refunded(shares, account, isReissued));
    }

    private void reverse(LedgerModel.Deed deed, long amount, boolean isReissued) {
        deed.isReversed = true;
        var owner = deed.owner;
        if (!deed.isIncome && isReissued) {
            owner.add(amount, model.rules.expiry(model.now), LedgerModel.NEVER, false);
        } else if (!deed.isIncome) {
            var restored = new ArrayList<LedgerModel.Part>();
            var missing = amount;
            for (var part : deed.parts.reversed()) {
                var share = Math.min(missing, part.amount());
                missing -= share;
                add(restored, part, share);
            }
            owner.restore(restored, model.now);
            owner.processDueEvents();
        } else if (deed.lot().isPending && deed.lot().left > 0) {
            deed.lot().left -= amount;
        } else {
            var unexpired = amount - expired(deed, amount);
            var covered = Math.min(unexpired, owner.balance());
            owner.draw(covered, deed.lot());
            owner.debt += unexpired - covered;
        }
    }

    /** Returns the expired points of a share, which are written off. */
    private static long expired(LedgerModel.Deed deed, long amount) {
        return Math.min(amount, deed.lot().expired);
    }

    /** Returns the points that the reversal of a redemption makes available before other debits. */
    private long refunded(
            Map<LedgerModel.Deed, Long> shares, LedgerModel.Account account, boolean isReissued) {
        var root = shares.keySet().iterator().next();
        if (root.isIncome || root.owner != account) {
            return 0;
        }
        var missing = shares.get(root);
        var restored = 0L;
        for (var part : root.parts.reversed()) {
            var share = Math.min(missing, part.amount());
            missing -= share;
            restored += isReissued || part.lot().expires.isAfter(model.now) ? share : 0;
        }
        return Math.max(0, restored - account.debt);
    }
}
