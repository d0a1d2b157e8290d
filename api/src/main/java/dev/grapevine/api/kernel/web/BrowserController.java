package dev.grapevine.api.kernel.web;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnResource;
import org.springframework.boot.neo4j.autoconfigure.Neo4jConnectionDetails;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.util.UriComponentsBuilder;

/** Redirects to Neo4j Browser with the address of the database and the user filled in. */
@Controller
@ConditionalOnResource(resources = "classpath:browser/index.html")
class BrowserController {

    /**
     * Scheme of an embedded database's address for the driver; its Bolt connector has the same
     * port.
     */
    private static final String IN_PROCESS = "embedded";

    private final ObjectProvider<Neo4jConnectionDetails> database;

    BrowserController(ObjectProvider<Neo4jConnectionDetails> database) {
        this.database = database;
    }

    @GetMapping("/browser")
    String browser() {
        var address = database.getObject().getUri();
        var connect = UriComponentsBuilder.fromUri(address).userInfo("neo4j");
        if (IN_PROCESS.equals(address.getScheme())) {
            connect.scheme("bolt");
        }
        return "redirect:/browser/?connectURL=" + connect.toUriString();
    }
}
