package relrep.workbench.trust;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/**
 * A jar that contains a bundle.
 *
 * @param path its path
 * @param name the bundle's symbolic name
 * @param version of the bundle as its manifest writes it, or {@code 0.0.0}
 */
public record PluginJar(Path path, String name, String version) {
    private static final String NO_BUNDLE =
            "it is a jar and not a bundle: its manifest has no Bundle-SymbolicName";

    /**
     * Reads the manifest of a jar.
     *
     * @throws UnfitJarException when the file is not a complete jar, or not a bundle
     */
    public static PluginJar read(Path jar) throws UnfitJarException {
        if (Files.isDirectory(jar)) {
            throw new UnfitJarException("it must be a jar, and it is a folder", false);
        }
        try (JarFile file = new JarFile(jar.toFile())) {
            Manifest manifest = file.getManifest();
            Attributes main = manifest == null ? new Attributes() : manifest.getMainAttributes();
            String name = main.getValue("Bundle-SymbolicName");
            if (name == null) {
                throw new UnfitJarException(NO_BUNDLE, true);
            }
            String version = main.getValue("Bundle-Version");
            return new PluginJar(
                    jar,
                    name.replaceFirst("\\s*;.*", "").strip(),
                    version == null ? "0.0.0" : version.strip());
        } catch (IOException | SecurityException | IllegalArgumentException broken) {
            throw new UnfitJarException(whyNotWhole(jar), false);
        }
    }

    private static String whyNotWhole(Path jar) {
        if (!Files.exists(jar)) {
            return "it leads to a file that is not there";
        }
        return Files.isReadable(jar)
                ? "it is not a whole jar; perhaps it is still being copied"
                : "it must be a file that can be read, and its permissions forbid that";
    }

    static void drain(InputStream in) throws IOException {
        byte[] buffer = new byte[1 << 16];
        while (in.read(buffer) >= 0) {
            // reading it is what verifies it
        }
    }
}
