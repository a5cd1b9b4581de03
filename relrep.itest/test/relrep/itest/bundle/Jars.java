package relrep.itest.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Bundles made of single classes of these tests. */
public final class Jars {
    private Jars() {}

    /** Writes a bundle whose activator is a class of ours. */
    public static Path bundle(Path jar, Class<?> activator, String version, String imports)
            throws IOException {
        return bundle(
                jar,
                Map.of(
                        "Bundle-SymbolicName",
                        "org.example." + name(activator),
                        "Bundle-Version",
                        version,
                        "Bundle-Activator",
                        activator.getName(),
                        "Import-Package",
                        imports),
                activator);
    }

    private static String name(Class<?> type) {
        return type.getSimpleName().toLowerCase(Locale.ROOT);
    }

    private static Path bundle(Path jar, Map<String, String> headers, Class<?>... types)
            throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().putValue("Manifest-Version", "1.0");
        manifest.getMainAttributes().putValue("Bundle-ManifestVersion", "2");
        headers.forEach(manifest.getMainAttributes()::putValue);
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out, manifest)) {
            for (Class<?> type : types) {
                String path = type.getName().replace('.', '/') + ".class";
                entries.putNextEntry(new JarEntry(path));
                try (InputStream in = type.getClassLoader().getResourceAsStream(path)) {
                    in.transferTo(entries);
                }
                entries.closeEntry();
            }
        }
        return jar;
    }

    /** Puts a jar among the plugins in one step, as a rename does. */
    public static void drop(Path jar, Path plugins) throws IOException {
        drop(jar, jar.getFileName().toString(), plugins);
    }

    /** Puts a jar among the plugins under another name. */
    public static void drop(Path jar, String name, Path plugins) throws IOException {
        Path aside = plugins.resolveSibling(name + ".aside");
        Files.copy(jar, aside, StandardCopyOption.REPLACE_EXISTING);
        Files.move(
                aside,
                plugins.resolve(name),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }
}
