package relrep.start;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import javax.tools.ToolProvider;

/** Compiles the build itself when its sources have changed, and calls it in this process. */
final class Driver {
    private static final String MAIN = "relrep.build.Main";

    private final Path sources;
    private final Path list;
    private final Path classes;
    private final Path stamp;
    private final Path bnd;

    /**
     * Makes the driver of a clone.
     *
     * @param bnd the jar that the build needs
     */
    Driver(Path top, Path bnd) {
        this.sources = top.resolve("cnf/driver/src");
        this.list = top.resolve("cnf/ext/central.mvn");
        this.classes = top.resolve("cnf/cache/driver");
        this.stamp = classes.resolve("compiled");
        this.bnd = bnd;
    }

    void compile() throws IOException {
        List<Path> java = files(sources);
        String digest = digest(java);
        if (Files.exists(stamp) && Files.readString(stamp).equals(digest)) {
            return;
        }
        List<Path> old = new ArrayList<>(files(classes));
        old.sort(Comparator.comparing(stamp::equals).reversed());
        for (Path file : old) {
            Files.delete(file);
        }
        List<String> words =
                new ArrayList<>(
                        List.of(
                                "--release",
                                "17",
                                "-encoding",
                                "UTF-8",
                                "-Xlint:all,-classfile,-processing",
                                "-cp",
                                bnd.toString(),
                                "-d",
                                Files.createDirectories(classes).toString()));
        java.forEach(file -> words.add(file.toString()));
        if (ToolProvider.getSystemJavaCompiler().run(null, null, null, words.toArray(String[]::new))
                != 0) {
            throw new LackingException("the build itself does not compile");
        }
        Files.writeString(stamp, digest);
    }

    /**
     * Returns a digest of the content. Times are not used, since a copied cache may be newer than
     * sources from which it was not made.
     */
    private String digest(List<Path> java) throws IOException {
        StringBuilder all = new StringBuilder();
        for (Path file : java) {
            all.append(sources.relativize(file)).append(' ');
            all.append(Repository.sha256(file)).append('\n');
        }
        return all.append(Repository.sha256(list)).toString();
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** Calls the build; does not return. */
    void call(String... words) throws Exception {
        URL[] path = {classes.toUri().toURL(), bnd.toUri().toURL()};
        ClassLoader loader = new URLClassLoader(path, ClassLoader.getPlatformClassLoader());
        Thread.currentThread().setContextClassLoader(loader);
        try {
            loader.loadClass(MAIN).getMethod("main", String[].class).invoke(null, (Object) words);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause() instanceof Exception cause ? cause : thrown;
        }
    }
}
