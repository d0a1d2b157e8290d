package dev.grapevine.graph;

import static org.assertj.core.api.Assertions.assertThat;

import org.jgrapht.alg.TransitiveReduction;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.SimpleDirectedGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;
import org.springframework.modulith.docs.Documenter.DiagramOptions;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Modules use only the modules that they declare, and the architecture guide shows how. */
class GraphModularityTests {

    private static final ApplicationModules MODULES = ApplicationModules.of("dev.grapevine.graph");
    private static final Path GUIDE = Path.of("../docs/architecture.md");
    private static final Pattern PICTURE = Pattern.compile("(?s)(?<=```mermaid\n).*?(?=```)");
    private static final Pattern DEPENDENCY =
            Pattern.compile("Modules\\.Modules\\.(\\w+) --> Modules\\.Modules\\.(\\w+)");

    @Test
    void usesOnlyDeclaredModulesAndTheirPublicPackages() {
        MODULES.verify();
    }

    /** Run with {@code -Dgrapevine.snapshot=write} after a change that was meant. */
    @Test
    void showsTheModulesInTheArchitectureGuide(@TempDir Path folder) throws IOException {
        new Documenter(MODULES, Documenter.Options.defaults().withOutputFolder(folder.toString()))
                .writeModulesAsPlantUml(
                        DiagramOptions.defaults().withStyle(DiagramOptions.DiagramStyle.UML));
        var picture = mermaid(Files.readString(folder.resolve("components.puml")));
        if ("write".equals(System.getProperty("grapevine.snapshot"))) {
            var guide = PICTURE.matcher(Files.readString(GUIDE)).replaceFirst(picture);
            Files.writeString(GUIDE, guide);
        }
        assertThat(Files.readString(GUIDE)).contains("```mermaid\n" + picture + "```");
    }

    /** Translates a PlantUML diagram, without the kernel and without arrows that others imply. */
    private static String mermaid(String plantUml) {
        var modules = new SimpleDirectedGraph<String, DefaultEdge>(DefaultEdge.class);
        DEPENDENCY
                .matcher(plantUml)
                .results()
                .filter(it -> !it.group(2).equals("Kernel"))
                .forEach(
                        it -> {
                            var user = it.group(1).toLowerCase(Locale.ROOT);
                            var used = it.group(2).toLowerCase(Locale.ROOT);
                            modules.addVertex(user);
                            modules.addVertex(used);
                            modules.addEdge(user, used);
                        });
        TransitiveReduction.INSTANCE.reduce(modules);
        return modules.edgeSet().stream()
                .map(
                        it ->
                                "  %s --> %s\n"
                                        .formatted(
                                                modules.getEdgeSource(it),
                                                modules.getEdgeTarget(it)))
                .sorted()
                .collect(Collectors.joining("", "graph TD\n", ""));
    }
}
