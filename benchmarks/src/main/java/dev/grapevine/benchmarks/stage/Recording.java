package dev.grapevine.benchmarks.stage;

import dev.grapevine.benchmarks.load.Figures;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * JDK Flight Recorder recordings of the API process during a turn. {@code jdk.CPUTimeSample}
 * samples the CPU time, on Linux only.
 */
public final class Recording {

    private static final int TIMEOUT_MINUTES = 1;

    private final Path folder;
    private final String measurement;

    /** Creates the recordings of a measurement, one file for each contestant. */
    public Recording(Path folder, String measurement) {
        this.folder = folder;
        this.measurement = measurement;
    }

    public Figures of(String contestant, ApiProcess api, Supplier<Figures> turn) {
        var name = (measurement + "-" + contestant).replaceAll("[^\\w-]+", "-");
        var file = folder.resolve(name + ".jfr").toAbsolutePath();
        // The stacks of a request are deeper than the default of 64 frames.
        jcmd(api, "JFR.configure", "stackdepth=400");
        jcmd(api, "JFR.start", "name=turn", "settings=profile", "jdk.CPUTimeSample#enabled=true");
        var figures = turn.get();
        jcmd(api, "JFR.stop", "name=turn", "filename=" + file);
        System.out.println("  recorded in " + file);
        return figures;
    }

    private void jcmd(ApiProcess api, String... arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString());
        command.add(String.valueOf(api.pid()));
        command.addAll(List.of(arguments));
        try {
            Files.createDirectories(folder);
            ChildProcess.run(new ProcessBuilder(command), TIMEOUT_MINUTES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
