package dev.grapevine.api.testing;

import static net.bytebuddy.matcher.ElementMatchers.isAbstract;
import static net.bytebuddy.matcher.ElementMatchers.isConstructor;
import static net.bytebuddy.matcher.ElementMatchers.nameContains;
import static net.bytebuddy.matcher.ElementMatchers.nameStartsWith;
import static net.bytebuddy.matcher.ElementMatchers.none;
import static net.bytebuddy.matcher.ElementMatchers.not;

import static java.util.stream.Collectors.toCollection;

import net.bytebuddy.agent.ByteBuddyAgent;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.asm.Advice;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Path of a call through the code: the classes of the project in the order of their first method
 * call, on all threads.
 */
public record CallPath(List<String> classes) {

    private static final Set<String> SEEN = new LinkedHashSet<>();

    private static final int ROUNDS = 3;

    private static volatile boolean isRecording;

    /**
     * Records the path of a call, after two calls that fill the caches: the shortest of three, so
     * that no scheduled job is taken for a part of the call.
     */
    public static CallPath of(Runnable call) {
        var instrumentation = ByteBuddyAgent.install();
        var transformer =
                new AgentBuilder.Default()
                        .disableClassFormatChanges()
                        .with(AgentBuilder.RedefinitionStrategy.RETRANSFORMATION)
                        .ignore(none())
                        .type(
                                nameStartsWith("dev.grapevine.graph.")
                                        .or(nameStartsWith("dev.grapevine.api."))
                                        .and(not(nameContains(".testing.")))
                                        .and(not(nameContains("$$")))
                                        .and(not(nameContains("IT"))))
                        .transform(
                                (builder, _, _, _, _) ->
                                        builder.visit(
                                                Advice.to(Entry.class)
                                                        .on(
                                                                not(isAbstract())
                                                                        .and(
                                                                                not(
                                                                                        isConstructor())))))
                        .installOn(instrumentation);
        try {
            call.run();
            call.run();
            return Stream.generate(() -> recorded(call))
                    .limit(ROUNDS)
                    .min(Comparator.comparingInt(path -> path.classes().size()))
                    .orElseThrow();
        } finally {
            isRecording = false;
            transformer.reset(instrumentation, AgentBuilder.RedefinitionStrategy.RETRANSFORMATION);
        }
    }

    private static CallPath recorded(Runnable call) {
        synchronized (SEEN) {
            SEEN.clear();
        }
        isRecording = true;
        call.run();
        isRecording = false;
        synchronized (SEEN) {
            return new CallPath(List.copyOf(SEEN));
        }
    }

    /** Returns the modules on the path; a module has the same name in both layers. */
    public Set<String> modules() {
        return classes.stream().map(CallPath::moduleOf).collect(toCollection(TreeSet::new));
    }

    /**
     * Returns how often the path goes on in another module. The kernel is left out: all modules
     * call it.
     */
    public int changesOfModule() {
        var modules =
                classes.stream()
                        .map(CallPath::moduleOf)
                        .filter(it -> !it.equals("kernel"))
                        .toList();
        return (int)
                IntStream.range(1, modules.size())
                        .filter(i -> !modules.get(i).equals(modules.get(i - 1)))
                        .count();
    }

    private static String moduleOf(String type) {
        return type.split("\\.")[3];
    }

    /** Called at the entry of each method; public, because the advice is inlined. */
    public static void enter(String type) {
        if (isRecording) {
            synchronized (SEEN) {
                SEEN.add(type.replaceFirst("\\$.*", ""));
            }
        }
    }

    /** Advice that is inlined into the methods. */
    static final class Entry {

        private Entry() {}

        @Advice.OnMethodEnter
        static void enter(@Advice.Origin("#t") String type) {
            CallPath.enter(type);
        }
    }
}
