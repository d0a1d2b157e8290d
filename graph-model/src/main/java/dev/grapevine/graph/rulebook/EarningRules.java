package dev.grapevine.graph.rulebook;

import dev.grapevine.graph.kernel.Call;
import dev.grapevine.graph.kernel.Outcome;
import dev.grapevine.graph.rule.RuleSpec;

import java.util.List;

/**
 * How brands decide what earns what. Every command is carried out once per idempotency key; all
 * refuse {@code INVALID_INPUT} and {@code UNKNOWN_…}, and then nothing has changed.
 */
public interface EarningRules {

    /**
     * Drafts a version of a rule; nothing earns by it until it is published. Refusals: {@code
     * TOO_MANY_DECISIONS}.
     */
    Outcome<Decision> draft(Call call, String brandKey, DraftRule command);

    /**
     * Publishes a draft: activities that are recorded from now on are reckoned by it, and not any
     * more by the version before. What it refers to is checked again. Refusals: {@code
     * NOT_A_DRAFT}.
     */
    Outcome<Decision> publish(Call call, String versionId);

    /**
     * Takes a rule, a limit or tiers out of force, or drops a draft. Refusals: {@code
     * ALREADY_RETIRED}.
     */
    Outcome<Decision> retire(Call call, String versionId);

    /** Sets a limit; in force at once. Refusals: {@code TOO_MANY_DECISIONS}. */
    Outcome<Decision> define(Call call, String brandKey, DefineLimit command);

    /** Sets tiers; in force at once. Refusals: {@code TOO_MANY_DECISIONS}. */
    Outcome<Decision> define(Call call, String brandKey, DefineLadder command);

    /** What is wrong with a rule for a brand, in English; nothing if it could be published. */
    List<String> problems(String brandId, RuleSpec spec);
}
