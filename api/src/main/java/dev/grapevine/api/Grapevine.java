package dev.grapevine.api;

import dev.grapevine.api.dataimport.ImportCommand;
import dev.grapevine.api.ledger.audit.VerifyLedgerCommand;
import dev.grapevine.api.reward.ImportCouponsCommand;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * The main class: starts the API, or runs a command of the command line and exits with its code.
 * The commands are {@code import}, {@code import-coupons} and {@code verify-ledger}; the first
 * argument names one.
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
        // The only user of Netty is the Neo4j driver; leak detection would sample its buffers at a
        // cost.
        System.setProperty("io.netty.leakDetection.level", "disabled");
        SpringApplication.run(Grapevine.class, args);
    }
}
