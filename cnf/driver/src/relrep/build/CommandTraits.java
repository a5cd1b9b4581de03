package relrep.build;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes the properties of the commands for the start script, which has no list of its own. */
final class CommandTraits {
    private static final String CLASS = "relrep.cli.command.CommandTraits";

    private CommandTraits() {}

    /** Asks the command line in some bundles for its lines, and writes them to a file. */
    static void write(Path bundles, Path file) throws IOException, ReflectiveOperationException {
        List<URL> path = new ArrayList<>();
        for (Path jar : Room.files(bundles)) {
            path.add(jar.toUri().toURL());
        }
        ClassLoader platform = ClassLoader.getPlatformClassLoader();
        try (URLClassLoader loader = new URLClassLoader(path.toArray(URL[]::new), platform)) {
            Object lines = loader.loadClass(CLASS).getMethod("lines").invoke(null);
            List<String> words = new ArrayList<>();
            ((List<?>) lines).forEach(line -> words.add(line.toString()));
            Files.write(file, words);
        }
    }
}
