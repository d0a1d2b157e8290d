package dev.grapevine.graph.reward;

import dev.grapevine.graph.kernel.command.Call;
import dev.grapevine.graph.kernel.command.Result;

import org.springframework.stereotype.Component;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;

/**
 * Brings the coupon codes of a file into a reward.
 *
 * <p>Reads codes line by line and hands them on in batches.
 */
@Component
public class CouponImport {

    /** How many lines of a file are named that hold no code. */
    public static final int NAMED_LINES = 10;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Rewards rewards;

    CouponImport(Rewards rewards) {
        this.rewards = rewards;
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
    public Summary run(Call call, String rewardId, Path file, LongConsumer progress)
            throws IOException {
        var batches = new Batches(call, rewardId, progress);
        try (var reader = open(file)) {
            reader.lines().forEach(batches::take);
            batches.flush();
        } catch (UncheckedIOException e) {
            throw new CouponImportRejected(file + " cannot be read to its end: " + e.getMessage());
        }
        return batches.summary();
    }

    /** How many lines the file has. */
    public long lines(Path file) throws IOException {
        try (var reader = open(file)) {
            return reader.lines().count();
        } catch (UncheckedIOException e) {
            throw new CouponImportRejected(file + " cannot be read to its end: " + e.getMessage());
        }
    }

    private static BufferedReader open(Path file) throws IOException {
        return new BufferedReader(
                new InputStreamReader(
                        plain(Files.newInputStream(file), file), StandardCharsets.UTF_8));
    }

    private static InputStream plain(InputStream stream, Path file) throws IOException {
        if (!file.toString().endsWith(".gz")) {
            return stream;
        }
        try {
            return new GZIPInputStream(stream);
        } catch (IOException e) {
            stream.close();
            throw new CouponImportRejected(file + " cannot be read to its end: " + e.getMessage());
        }
    }

    /** The batches of one file. */
    private final class Batches {

        private final Call call;
        private final String rewardId;
        private final LongConsumer progress;
        private final List<Long> wrongLines = new ArrayList<>();
        private List<String> codes = new ArrayList<>();
        private long line;
        private long told;
        private long batch;
        private long added;
        private long duplicates;
        private long wrong;

        Batches(Call call, String rewardId, LongConsumer progress) {
            this.call = call;
            this.rewardId = rewardId;
            this.progress = progress;
        }

        void take(String text) {
            line++;
            var code = (line == 1 ? withoutMark(text) : text).strip();
            if (code.isEmpty()) {
                return;
            }
            if (!AddCoupons.CODE.matches(code)) {
                reject();
                return;
            }
            codes.add(code);
            if (codes.size() == Rewards.MAX_BATCH) {
                flush();
            }
        }

        private static String withoutMark(String text) {
            return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        }

        private void reject() {
            wrong++;
            if (wrongLines.size() < NAMED_LINES) {
                wrongLines.add(line);
            }
        }

        void flush() {
            if (!codes.isEmpty()) {
                add();
            }
            progress.accept(line - told);
            told = line;
        }

        private void add() {
            var own = new Call(call.caller(), call.idempotencyKey() + ":" + batch++);
            switch (rewards.addCoupons(own, new AddCoupons(rewardId, codes))) {
                case Result.Success<CouponBatch>(var done, _) -> {
                    added += done.added();
                    duplicates += done.duplicates();
                }
                case Result.Rejected<CouponBatch>(var rejections, _) ->
                        throw new CouponImportRejected(rejections.getFirst().message());
            }
            codes = new ArrayList<>();
        }

        Summary summary() {
            return new Summary(added, duplicates, wrong, List.copyOf(wrongLines));
        }
    }

    /**
     * What became of a file.
     *
     * @param added codes that were new
     * @param duplicates codes that the reward had already, or that stand twice in the file
     * @param wrong lines that hold no code; not taken
     * @param wrongLines the numbers of the first of them
     */
    public record Summary(long added, long duplicates, long wrong, List<Long> wrongLines) {}

    /** The codes were not taken, for a reason that their owner can mend. */
    public static class CouponImportRejected extends RuntimeException {
        private static final long serialVersionUID = 1;

        CouponImportRejected(String message) {
            super(message);
        }
    }
}
