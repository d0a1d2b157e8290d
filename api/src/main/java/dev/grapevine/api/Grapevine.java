package dev.grapevine.api;

import dev.grapevine.api.community.ImportCommand;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the API, or, with {@code import} as the first argument, imports a community and ends. */
@SpringBootApplication(scanBasePackages = {"dev.grapevine.api", "dev.grapevine.graph"})
public class Grapevine {

    public static void main(String[] args) {
        if (args.length > 0 && args[0].equals("import")) {
            System.exit(ImportCommand.run(args));
        }
        SpringApplication.run(Grapevine.class, args);
    }
}
