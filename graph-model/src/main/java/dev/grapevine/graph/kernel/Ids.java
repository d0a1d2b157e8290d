package dev.grapevine.graph.kernel;

import com.github.f4b6a3.ulid.UlidCreator;

import org.springframework.stereotype.Component;

import java.util.regex.Pattern;

/**
 * Makes the ids of nodes: a prefix that names the kind and a ULID, for example {@code cus_01K...}.
 * The same string is the {@code id} property in Neo4j, in logs and in the API. Later ids sort after
 * earlier ones of the same process.
 */
@Component
public class Ids {

    /** What an id looks like. */
    public static final Pattern FORM = Pattern.compile("^([a-z]{3})_[0-9A-HJKMNP-TV-Z]{26}$");

    /** A new id, never given before. */
    public String next(String prefix) {
        return prefix + "_" + UlidCreator.getMonotonicUlid();
    }
}
