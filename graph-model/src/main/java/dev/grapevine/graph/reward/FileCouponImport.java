package dev.grapevine.graph.reward;

import dev.grapevine.graph.kernel.Call;
import dev.grapevine.graph.kernel.Outcome;

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

/** Reads codes line by line and hands them on in batches. */
@Component
class FileCouponImport implements CouponImport {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Rewards rewards;

    FileCouponImport(Rewards rewards) {
        this.rewards = rewards;
    }

    @Override
    public Summary run(Call call, String rewardId, Path file, LongConsumer progress)
            throws IOException {
        var batches = new Batches(call, rewardId, progress);
        try (var reader = open(file)) {
            reader.lines().forEach(batches::take);
            batches.flush();
        } catch (UncheckedIOException e) {
            throw new Refused(file + " cannot be read to its end: " + e.getMessage());
        }
        return batches.summary();
    }

    @Override
    public long lines(Path file) throws IOException {
        try (var reader = open(file)) {
            return reader.lines().count();
        } catch (UncheckedIOException e) {
            throw new Refused(file + " cannot be read to its end: " + e.getMessage());
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
            throw new Refused(file + " cannot be read to its end: " + e.getMessage());
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
            if (codes.size() == Rewards.LARGEST_BATCH) {
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
                case Outcome.Done<CouponBatch>(var done, _) -> {
                    added += done.added();
                    duplicates += done.duplicates();
                }
                case Outcome.Refused<CouponBatch>(var refusals, _) ->
                        throw new Refused(refusals.getFirst().message());
            }
            codes = new ArrayList<>();
        }

        Summary summary() {
            return new Summary(added, duplicates, wrong, List.copyOf(wrongLines));
        }
    }
}
