package dev.grapevine.graph.reward;

import dev.grapevine.graph.kernel.Call;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongConsumer;

/** Brings the coupon codes of a file into a reward. */
public interface CouponImport {

    /** How many lines of a file are named that hold no code. */
    int NAMED_LINES = 10;

    /**
     * What became of a file.
     *
     * @param added codes that were new
     * @param duplicates codes that the reward had already, or that stand twice in the file
     * @param wrong lines that hold no code; not taken
     * @param wrongLines the numbers of the first of them
     */
    record Summary(long added, long duplicates, long wrong, List<Long> wrongLines) {}

    /** The codes were not taken, for a reason that their owner can mend. */
    class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;

        Refused(String message) {
            super(message);
        }
    }

    /**
     * Adds the codes of a file, one a line, in batches, one transaction each, while rewards are
     * redeemed. UTF-8, perhaps compressed ({@code .gz}); blanks around a code and empty lines are
     * passed over. Done again, or gone on with after an interruption, it adds what is not there.
     *
     * @param call the caller; each batch gets a key that begins with this one
     * @param progress gets the number of lines that were worked on since it was last told
     * @throws Refused if the reward does not take codes, or the file cannot be read to its end;
     *     what was added until then stays
     */
    Summary run(Call call, String rewardId, Path file, LongConsumer progress) throws IOException;

    /** How many lines the file has. */
    long lines(Path file) throws IOException;
}
