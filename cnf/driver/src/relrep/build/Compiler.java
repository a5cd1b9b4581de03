package relrep.build;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles one folder of sources into one folder of classes, for Java 17, with warnings shown. */
final class Compiler {
    private static final List<String> OPTIONS =
            List.of(
                    "--release",
                    "17",
                    "-g",
                    "-parameters",
                    "-proc:none",
                    "-encoding",
                    "UTF-8",
                    "-Xlint:all,-processing,-classfile,-path,-requires-automatic,-try",
                    "-Xmaxwarns",
                    "200");

    private final Say say;

    Compiler(Say say) {
        this.say = say;
    }

    /**
     * Compiles.
     *
     * @param extra options of javac in addition to the usual ones
     */
    void compile(String what, Path sources, List<File> path, Path classes, List<String> extra)
            throws IOException {
        Delete.below(classes);
        Files.createDirectories(classes);
        List<Path> java = new ArrayList<>();
        for (Path file : Room.files(sources)) {
            if (file.toString().endsWith(".java")) {
                java.add(file);
            } else {
                copy(file, classes.resolve(sources.relativize(file)));
            }
        }
        if (!java.isEmpty()) {
            javac(what, java, path, classes, extra);
        }
    }

    private void javac(
            String what, List<Path> java, List<File> path, Path classes, List<String> extra)
            throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter words = new StringWriter();
        List<String> options = new ArrayList<>(OPTIONS);
        options.addAll(extra);
        options.add("-d");
        options.add(classes.toString());
        options.add("-classpath");
        options.add(
                path.stream().map(File::getPath).collect(Collectors.joining(File.pathSeparator)));
        boolean compiled;
        try (StandardJavaFileManager files =
                compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            compiled =
                    compiler.getTask(
                                    words,
                                    files,
                                    null,
                                    options,
                                    null,
                                    files.getJavaFileObjectsFromPaths(java))
                            .call();
        }
        System.err.print(worthSaying(words.toString()));
        if (!compiled) {
            throw BuildFailure.failed(what + " does not compile");
        }
        say.doing("compiled " + what);
    }

    /** Returns the output without javac's note about each requested incubator module. */
    private static String worthSaying(String words) {
        String rest = words.replaceAll("(?m)^warning: .*using incubating module\\(s\\):.*\\R", "");
        return rest.strip().equals("1 warning") ? "" : rest;
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
}
