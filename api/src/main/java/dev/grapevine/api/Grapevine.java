package dev.grapevine.api;

import dev.grapevine.api.community.ImportCommand;
import dev.grapevine.api.reward.ImportCouponsCommand;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * Starts the API, or, with {@code import} or {@code import-coupons} as the first argument, imports
 * a community or the coupon codes of a reward and ends.
 */
@SpringBootApplication(scanBasePackages = {"dev.grapevine.api", "dev.grapevine.graph"})
public class Grapevine {

    public static void main(String[] args) {
        switch (args.length == 0 ? "" : args[0]) {
            case "import" -> System.exit(ImportCommand.run(args));
            case "import-coupons" -> System.exit(ImportCouponsCommand.run(args));
            default -> SpringApplication.run(Grapevine.class, args);
        }
    }
}
