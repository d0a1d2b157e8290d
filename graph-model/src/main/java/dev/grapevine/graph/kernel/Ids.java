package dev.grapevine.graph.kernel;

import com.github.f4b6a3.ulid.UlidCreator;

import org.springframework.stereotype.Component;

import java.util.regex.Pattern;

/**
 * Generator of node ids: a prefix for the type and a ULID, for example {@code cus_01K...}. The
 * {@code id} property in Neo4j, the logs and the API use the same text. Ids of one process sort by
 * creation.
 */
@Component
public class Ids {

    /** Format of an id. */
    public static final Pattern FORM = Pattern.compile("^([a-z]{3})_[0-9A-HJKMNP-TV-Z]{26}$");

    /** Returns a new unique id. */
    public String next(String prefix) {
        return prefix + "_" + UlidCreator.getMonotonicUlid();
    }
}
