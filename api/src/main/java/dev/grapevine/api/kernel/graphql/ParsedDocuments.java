package dev.grapevine.api.kernel.graphql;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import graphql.ExecutionInput;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.execution.preparsed.PreparsedDocumentProvider;

import org.springframework.stereotype.Component;

import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * Remembers documents that were parsed and found valid: clients send the same few again and again.
 * Only documents with variables repeat themselves; others are forgotten when there are too many.
 */
@Component
class ParsedDocuments implements PreparsedDocumentProvider {

    private static final int CHARACTERS_KEPT = 2_000_000;

    private final Cache<String, PreparsedDocumentEntry> known =
            Caffeine.newBuilder()
                    .maximumWeight(CHARACTERS_KEPT)
                    .weigher((String document, PreparsedDocumentEntry _) -> document.length())
                    .build();

    @Override
    public CompletableFuture<PreparsedDocumentEntry> getDocumentAsync(
            ExecutionInput input, Function<ExecutionInput, PreparsedDocumentEntry> parse) {
        return CompletableFuture.completedFuture(
                known.get(input.getQuery(), _ -> parse.apply(input)));
    }
}
