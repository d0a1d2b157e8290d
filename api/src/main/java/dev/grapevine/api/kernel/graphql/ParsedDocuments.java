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
 * Cache of parsed and validated documents. Documents without variables rarely repeat; the cache is
 * bounded by the total length of its documents.
 */
@Component
class ParsedDocuments implements PreparsedDocumentProvider {

    private static final int MAX_CHARACTERS = 2_000_000;

    private final Cache<String, PreparsedDocumentEntry> cache =
            Caffeine.newBuilder()
                    .maximumWeight(MAX_CHARACTERS)
                    .weigher((String document, PreparsedDocumentEntry _) -> document.length())
                    .build();

    @Override
    public CompletableFuture<PreparsedDocumentEntry> getDocumentAsync(
            ExecutionInput input, Function<ExecutionInput, PreparsedDocumentEntry> parse) {
        return CompletableFuture.completedFuture(
                cache.get(input.getQuery(), _ -> parse.apply(input)));
    }
}
