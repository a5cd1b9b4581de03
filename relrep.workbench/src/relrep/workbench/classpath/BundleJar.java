package relrep.workbench.classpath;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A jar or folder on the class path whose manifest lists component descriptions.
 *
 * @param root its address, which ends with a slash
 * @param name the symbolic name of the bundle
 * @param version of the bundle
 * @param descriptions paths of its descriptions, some with {@code *}
 */
record BundleJar(String root, String name, String version, List<String> descriptions) {
    private static final String MANIFEST = "META-INF/MANIFEST.MF";
    private static final String HEADER = "Service-Component";

    /** Returns all bundles that a class loader finds, in its order. */
    static List<BundleJar> all(ClassLoader loader) throws IOException {
        List<BundleJar> all = new ArrayList<>();
        for (URL url : Collections.list(loader.getResources(MANIFEST))) {
            try (InputStream in = open(url)) {
                Attributes main = new Manifest(in).getMainAttributes();
                String header = main.getValue(HEADER);
                if (header != null && !header.isBlank()) {
                    String root = url.toString();
                    all.add(
                            new BundleJar(
                                    root.substring(0, root.length() - MANIFEST.length()),
                                    text(main, "Bundle-SymbolicName").replaceFirst(";.*", ""),
                                    text(main, "Bundle-Version"),
                                    List.of(header.strip().split("\\s*,\\s*"))));
                }
            }
        }
        return all.stream().distinct().toList();
    }

    private static String text(Attributes main, String name) {
        String value = main.getValue(name);
        return value == null ? "" : value.strip();
    }

    /**
     * Opens an address without the connection cache, which would keep the jar open after the
     * program ends.
     */
    private static InputStream open(URL url) throws IOException {
        URLConnection connection = url.openConnection();
        connection.setUseCaches(false);
        return connection.getInputStream();
    }

    /** Opens a file of this jar. */
    InputStream open(String path) throws IOException {
        return open(URI.create(root + path).toURL());
    }

    /** Returns the paths of all descriptions; a {@code *} in the last part stands for any text. */
    List<String> paths() throws IOException {
        List<String> paths = new ArrayList<>();
        for (String path : descriptions) {
            if (path.contains("*")) {
                Pattern pattern =
                        Pattern.compile(
                                Stream.of(path.split("\\*", -1))
                                        .map(Pattern::quote)
                                        .reduce((a, b) -> a + "[^/]*" + b)
                                        .orElseThrow());
                paths.addAll(files().stream().filter(pattern.asMatchPredicate()).toList());
            } else {
                paths.add(path);
            }
        }
        return paths;
    }

    private List<String> files() throws IOException {
        URLConnection connection = URI.create(root + MANIFEST).toURL().openConnection();
        if (connection instanceof JarURLConnection packed) {
            packed.setUseCaches(false);
            try (JarFile jar = packed.getJarFile()) {
                return jar.stream().map(entry -> entry.getName()).sorted().toList();
            }
        }
        Path folder = Path.of(URI.create(root));
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }
}
