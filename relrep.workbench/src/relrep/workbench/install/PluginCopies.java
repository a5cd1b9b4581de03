package relrep.workbench.install;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Copies of plugin jars, each in a folder of its own. A bundle runs from a copy. So replacing the
 * file does not change the running bundle, and a checksum of the copy identifies the code that ran.
 */
public final class PluginCopies {
    private static final String FOLDER = "plugin-copies";
    private static final String REFERENCE = "reference:";

    private final Path folder;
    private int last;

    PluginCopies(BundleContext context) {
        this.folder = context.getDataFile(FOLDER).toPath();
    }

    /** Copies a file; the copy has its name. */
    Path of(Path file) throws IOException {
        last++;
        Path own = Files.createDirectories(folder.resolve(Integer.toString(last)));
        return Files.copy(file, own.resolve(file.getFileName().toString()));
    }

    static String location(Path copy) {
        return REFERENCE + copy.toUri();
    }

    /** Deletes a copy. A copy that is in use stays until the storage is deleted. */
    static void delete(Path copy) {
        try {
            Files.deleteIfExists(copy);
            Files.deleteIfExists(copy.getParent());
        } catch (IOException held) {
            return;
        }
    }

    /** Returns the copy that a bundle runs from; empty for a bundle that is not a plugin. */
    public static Optional<Path> of(Bundle bundle) {
        String location = bundle.getLocation();
        if (!location.startsWith(REFERENCE) || !location.contains("/" + FOLDER + "/")) {
            return Optional.empty();
        }
        return Optional.of(Path.of(URI.create(location.substring(REFERENCE.length()))));
    }

    /** Returns the name of the file in {@code plugins/} that a bundle came from. */
    public static Optional<String> file(Bundle bundle) {
        return of(bundle).map(copy -> copy.getFileName().toString());
    }
}
