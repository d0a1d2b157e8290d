package dev.grapevine.benchmarks.report;

import java.lang.management.ManagementFactory;

/**
 * Machine of the measurements.
 *
 * @param cores number of processors available to this process
 * @param memoryMib memory of the machine in MiB
 * @param neo4j version of Neo4j
 */
public record Machine(int cores, long memoryMib, String system, String jvm, String neo4j) {

    public static Machine with(String neo4j) {
        var system =
                (com.sun.management.OperatingSystemMXBean)
                        ManagementFactory.getOperatingSystemMXBean();
        return new Machine(
                system.getAvailableProcessors(),
                system.getTotalMemorySize() >> 20,
                system.getName() + " " + system.getArch(),
                System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"),
                neo4j);
    }
}
