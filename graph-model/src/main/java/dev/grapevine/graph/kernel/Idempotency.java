package dev.grapevine.graph.kernel;

import org.springframework.dao.DataIntegrityViolationException;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Makes a command safe to repeat. The key is stored in the transaction of the effect, with a hash
 * of the command and the id of what the command produced: the same call again is answered with
 * that, another call under the same key is refused with {@code IDEMPOTENCY_KEY_REUSED}. Keys are
 * kept for ever.
 *
 * <p>Keys with hashes are what Stripe and Formance do; storing the id instead of the answer works
 * because every command here produces one node whose identity never changes.
 */
public interface Idempotency {

    /**
     * Runs the effect unless the key was used before. A refusal leaves the key free, except one
     * that is kept.
     *
     * @param command the command with all its inputs, {@link InBrand} where they do not name the
     *     brand; its operation is part of the key's scope
     * @param subjectId id, from {@link Ids}, of the node that the effect will create
     * @param effect what to do; runs inside the transaction, perhaps more than once
     * @param firstAnswer loads the answer again by the id of what the first call created
     */
    <T> Outcome<T> once(
            Call call,
            Command command,
            String subjectId,
            Supplier<Outcome<T>> effect,
            Function<String, Outcome<T>> firstAnswer);

    /**
     * A command among several that share a transaction.
     *
     * @param command as in {@link #once}
     * @param subjectId as in {@link #once}
     */
    record Once(Call call, Command command, String subjectId) {

        /** What the key is unique in: two commands of equal scope must not be in one batch. */
        public String scope() {
            return call.caller().id() + "|" + command.operation() + "|" + call.idempotencyKey();
        }
    }

    /**
     * As {@link #once}, for several commands in one transaction; answers one outcome for each, in
     * their order. What is refused must have changed nothing. The keys must have the right form.
     *
     * @param effects answers one outcome for each command that it gets, in their order; gets only
     *     those that nobody has made before
     * @param firstAnswers loads answers again, by the ids of what the first calls created
     */
    <T> List<Outcome<T>> each(
            List<Once> commands,
            Function<List<Once>, List<Outcome<T>>> effects,
            Function<Collection<String>, Map<String, Outcome<T>>> firstAnswers);

    /**
     * As {@link #once}, for an effect that takes a key which others may want at the same moment:
     * whoever comes second is refused, as if the first had been there all along.
     */
    default <T> Outcome<T> onceUnlessTaken(
            Refusal taken,
            Call call,
            Command command,
            String subjectId,
            Supplier<Outcome<T>> effect,
            Function<String, Outcome<T>> firstAnswer) {
        try {
            return once(call, command, subjectId, effect, firstAnswer);
        } catch (DataIntegrityViolationException _) {
            return Outcome.refused(taken);
        }
    }
}
