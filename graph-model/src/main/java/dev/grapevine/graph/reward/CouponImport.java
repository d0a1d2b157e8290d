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

/** Import of coupon codes from a file into a reward, in batches. */
@Component
public class CouponImport {

    /** Maximum number of invalid lines whose line numbers are reported. */
    public static final int MAX_REPORTED_LINES = 10;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Rewards rewards;

    CouponImport(Rewards rewards) {
        this.rewards = rewards;
    }

    /**
     * Imports a file with one code per line, in one transaction per batch, while rewards can be
     * redeemed. Encoding UTF-8, optionally compressed ({@code .gz}); blanks around a code and empty
     * lines are ignored. A repeated import adds only missing codes.
     *
     * @param call caller and idempotency key; the keys of the batches begin with this key
     * @param progress receives the number of lines processed since its last call
     * @throws CouponImportRejected if the reward rejects the codes or the file cannot be read
     *     completely; codes added before stay
     */
    public Summary run(Call call, String rewardId, Path file, LongConsumer progress)
            throws IOException {
        var batches = new Batches(call, rewardId, progress);
        try (var reader = open(file)) {
            reader.lines().forEach(batches::accept);
            batches.flush();
        } catch (UncheckedIOException e) {
            throw new CouponImportRejected(file + " cannot be read completely: " + e.getMessage());
        }
        return batches.summary();
    }

    /** Returns the number of lines of a file. */
    public long lines(Path file) throws IOException {
        try (var reader = open(file)) {
            return reader.lines().count();
        } catch (UncheckedIOException e) {
            throw new CouponImportRejected(file + " cannot be read completely: " + e.getMessage());
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
            throw new CouponImportRejected(file + " cannot be read completely: " + e.getMessage());
        }
    }

    /** Batches of one file. */
    private final class Batches {

        private final Call call;
        private final String rewardId;
        private final LongConsumer progress;
        private final List<Long> wrongLines = new ArrayList<>();
        private List<String> codes = new ArrayList<>();
        private long lineNumber;
        private long reported;
        private long batch;
        private long added;
        private long duplicates;
        private long wrong;

        Batches(Call call, String rewardId, LongConsumer progress) {
            this.call = call;
            this.rewardId = rewardId;
            this.progress = progress;
        }

        void accept(String text) {
            lineNumber++;
            var code = (lineNumber == 1 ? withoutByteOrderMark(text) : text).strip();
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

        private static String withoutByteOrderMark(String text) {
            return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        }

        private void reject() {
            wrong++;
            if (wrongLines.size() < MAX_REPORTED_LINES) {
                wrongLines.add(lineNumber);
            }
        }

        void flush() {
            if (!codes.isEmpty()) {
                add();
            }
            progress.accept(lineNumber - reported);
            reported = lineNumber;
        }

        private void add() {
            var batchCall = new Call(call.caller(), call.idempotencyKey() + ":" + batch++);
            switch (rewards.addCoupons(batchCall, new AddCoupons(rewardId, codes))) {
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
     * Result of an import.
     *
     * @param added number of new codes
     * @param duplicates number of codes that the reward already had or that the file repeats
     * @param wrong number of lines without a valid code, which are not imported
     * @param wrongLines line numbers of the first {@value #MAX_REPORTED_LINES} of these lines
     */
    public record Summary(long added, long duplicates, long wrong, List<Long> wrongLines) {}

    /** Failure of an import that the operator can resolve. */
    public static class CouponImportRejected extends RuntimeException {
        private static final long serialVersionUID = 1;

        CouponImportRejected(String message) {
            super(message);
        }
    }
}
