package dev.grapevine.benchmarks.peers;

import dev.grapevine.benchmarks.load.HttpConnection;
import dev.grapevine.benchmarks.load.Load;
import dev.grapevine.benchmarks.measurement.Awards;
import dev.grapevine.benchmarks.stage.PlainSqlProcess;
import dev.grapevine.benchmarks.stage.Stage;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** Calls of plain SQL over HTTP, for the customers of a stage. */
final class PlainSqlCalls implements AutoCloseable {

    static final int CHAIN_DEPTH = 10;
    static final int TREE_DEPTH = 3;
    static final int TREE_SIZE = 100;

    private final Stage stage;
    private final PlainSqlProcess process;

    PlainSqlCalls(Stage stage, PlainSqlProcess process) {
        this.stage = stage;
        this.process = process;
    }

    /** Creates customers with their referrals. */
    void create(List<byte[]> pages) {
        pages.forEach(page -> ask("/customers", page));
    }

    JsonNode chain(Stage.Enrolled customer) {
        return ask("/chain", body(customer, 0, CHAIN_DEPTH));
    }

    JsonNode tree(Stage.Enrolled customer) {
        return ask("/tree", body(customer, 0, TREE_DEPTH));
    }

    Load.CallerFactory awards() {
        return calls("/award", "\"isReplay\":false", 0);
    }

    Load.CallerFactory balances() {
        return calls("/balance", "\"balance\":", 0);
    }

    Load.CallerFactory chains() {
        return calls("/chain", "[", CHAIN_DEPTH);
    }

    Load.CallerFactory trees() {
        return calls("/tree", "[", TREE_DEPTH);
    }

    private Load.CallerFactory calls(String path, String expected, int maxDepth) {
        return Stage.callers(
                process.endpoint(path),
                caller -> {
                    var call = stage.nextCall();
                    caller.ask(body(stage.customer(call), call, maxDepth), expected);
                    return 1;
                });
    }

    private JsonNode ask(String path, byte[] body) {
        try (var connection = new HttpConnection(process.endpoint(path))) {
            return JsonMapper.shared().readTree(connection.post(body));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns one body for all operations; each reads what it needs. */
    private static byte[] body(Stage.Enrolled customer, long call, int maxDepth) {
        var body =
                Map.of(
                        "customer",
                        customer.id(),
                        "externalId",
                        customer.externalId(),
                        "amount",
                        Awards.POINTS,
                        "reason",
                        "Benchmark",
                        "key",
                        "plain-" + call,
                        "maxDepth",
                        maxDepth,
                        "limit",
                        TREE_SIZE);
        return JsonMapper.shared().writeValueAsBytes(body);
    }

    @Override
    public void close() {
        process.close();
    }
}
