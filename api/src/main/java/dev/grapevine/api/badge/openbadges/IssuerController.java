package dev.grapevine.api.badge.openbadges;

import dev.grapevine.graph.brand.Brands;
import dev.grapevine.graph.kernel.command.Caller;
import dev.grapevine.graph.kernel.database.GraphException;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Serves issuer profiles and public keys to verifiers of credentials, from any origin and without
 * authentication.
 */
@RestController
@CrossOrigin
@ConditionalOnProperty(OpenBadges.PUBLIC_URL)
class IssuerController {

    static final String KEYS = "/.well-known/jwks.json";
    static final String KEY = "/keys/{thumbprint:[A-Za-z0-9_-]{43}}";
    static final String ISSUER = "/issuers/{brandId:brd_[0-9A-Z]{26}}";

    private static final CacheControl CACHE_ONE_HOUR =
            CacheControl.maxAge(Duration.ofHours(1)).cachePublic();
    private static final MediaType JSON_LD = MediaType.valueOf("application/ld+json");

    private final OpenBadges openBadges;
    private final Brands brands;

    IssuerController(OpenBadges openBadges, Brands brands) {
        this.openBadges = openBadges;
        this.brands = brands;
    }

    @GetMapping(KEYS)
    ResponseEntity<Map<String, Object>> keys() {
        return found(MediaType.APPLICATION_JSON, openBadges.publishedKeys());
    }

    @GetMapping(KEY)
    ResponseEntity<Map<String, Object>> key(@PathVariable String thumbprint) {
        return foundOrNotFound(MediaType.APPLICATION_JSON, openBadges.publishedKey(thumbprint));
    }

    @GetMapping(ISSUER)
    ResponseEntity<Map<String, Object>> issuer(@PathVariable String brandId) {
        var brand = brands.byIds(Caller.SYSTEM, List.of(brandId)).get(brandId);
        return foundOrNotFound(JSON_LD, Optional.ofNullable(brand).map(openBadges::profile));
    }

    private static ResponseEntity<Map<String, Object>> foundOrNotFound(
            MediaType type, Optional<Map<String, Object>> body) {
        return body.map(value -> found(type, value))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private static ResponseEntity<Map<String, Object>> found(
            MediaType type, Map<String, Object> body) {
        return ResponseEntity.ok().contentType(type).cacheControl(CACHE_ONE_HOUR).body(body);
    }

    @ExceptionHandler(GraphException.class)
    ResponseEntity<Void> unavailable() {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, "2")
                .build();
    }
}
