package dev.grapevine.api;

import dev.grapevine.api.dataimport.ImportCommand;
import dev.grapevine.api.ledger.audit.VerifyLedgerCommand;
import dev.grapevine.api.reward.ImportCouponsCommand;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * Starts the API, or, with a command as the first argument, carries it out and ends: {@code import}
 * imports a community, {@code import-coupons} the coupon codes of a reward, {@code verify-ledger}
 * looks whether the ledger is right.
 */
@SpringBootApplication(scanBasePackages = {"dev.grapevine.api", "dev.grapevine.graph"})
public class Grapevine {

    public static void main(String[] args) {
        switch (args.length == 0 ? "" : args[0]) {
            case "import" -> System.exit(ImportCommand.run(args));
            case "verify-ledger" -> System.exit(VerifyLedgerCommand.run(args));
            case "import-coupons" -> System.exit(ImportCouponsCommand.run(args));
            default -> start(args);
        }
    }

    private static void start(String[] args) {
        // Netty follows a sample of its buffers to find leaks in programs that use it; ours is
        // Neo4j.
        System.setProperty("io.netty.leakDetection.level", "disabled");
        SpringApplication.run(Grapevine.class, args);
    }
}
