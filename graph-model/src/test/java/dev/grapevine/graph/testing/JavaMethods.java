package dev.grapevine.graph.testing;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import javax.tools.ToolProvider;

/** Finds the methods and constructors of Java files with the parser of the JDK. */
final class JavaMethods extends TreePathScanner<Void, CompilationUnitTree> {

    /**
     * A method.
     *
     * @param lines from its first annotation or modifier to its last brace, without its Javadoc
     */
    record Method(String file, String name, long lines) {}

    private final Trees trees;
    private final List<Method> methods = new ArrayList<>();

    private JavaMethods(Trees trees) {
        this.trees = trees;
    }

    static List<Method> in(List<Path> files) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var manager = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            var sources = manager.getJavaFileObjectsFromPaths(files);
            var task =
                    (JavacTask)
                            compiler.getTask(
                                    null, manager, null, List.of("-proc:none"), null, sources);
            var scanner = new JavaMethods(Trees.instance(task));
            task.parse().forEach(file -> scanner.scan(file, file));
            return scanner.methods;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Void visitMethod(MethodTree method, CompilationUnitTree file) {
        var positions = trees.getSourcePositions();
        var lines = file.getLineMap();
        var first = lines.getLineNumber(positions.getStartPosition(file, method));
        var last = lines.getLineNumber(positions.getEndPosition(file, method) - 1);
        var type = ((ClassTree) getCurrentPath().getParentPath().getLeaf()).getSimpleName();
        methods.add(
                new Method(
                        Path.of(file.getSourceFile().getName()).toString(),
                        type + "." + method.getName(),
                        last - first + 1));
        return super.visitMethod(method, file);
    }
}
