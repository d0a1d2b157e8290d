package dev.grapevine.graph;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class GraphModularityTests {

    @Test
    void modulesUseOnlyTheNamedInterfacesOfAllowedModules() {
        ApplicationModules.of("dev.grapevine.graph").verify();
    }
}
