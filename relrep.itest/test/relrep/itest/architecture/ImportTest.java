package relrep.itest.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.osgi.framework.Constants;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Checks the imports and exports in every built manifest. */
final class ImportTest {
    private static final Path TOP = Path.of(System.getProperty("relrep.top"));

    private static final String API = "relrep.api.";
    private static final String KERNELS = "relrep.kernels.";
    private static final String FILES = "relrep.files.";
    private static final String WORKBENCH = "relrep.workbench.";
    private static final String GSON = "com.google.gson";
    private static final List<String> ND4J =
            List.of("relrep.nd4j", "org.nd4j.", "org.bytedeco.", "org.deeplearning4j.");

    /** What the packages that a bundle imports begin with. */
    private static final Map<String, List<String>> MAY_IMPORT =
            Map.ofEntries(
                    Map.entry("relrep.api", List.of(API)),
                    Map.entry("relrep.api.tck", List.of(API, "org.junit.jupiter.api")),
                    Map.entry(
                            "relrep.nd4j",
                            List.of(API, "org.slf4j", "org.apache.commons.", "org.osgi.framework")),
                    Map.entry("relrep.nd4j.native", List.of()),
                    Map.entry("relrep.kernels", with(ND4J, API, KERNELS)),
                    Map.entry("relrep.files", List.of(API, FILES)),
                    Map.entry("relrep.formats", List.of(API, FILES, "de.siegmar.")),
                    Map.entry("relrep.datasets", List.of(API, FILES)),
                    Map.entry("relrep.text", List.of(API, FILES, GSON, "de.siegmar.")),
                    Map.entry("relrep.anchors", List.of(API, KERNELS)),
                    Map.entry("relrep.similarity", List.of(API, KERNELS)),
                    Map.entry("relrep.alignment", with(ND4J, API, KERNELS)),
                    Map.entry("relrep.transforms", List.of(API, KERNELS)),
                    Map.entry("relrep.penalties", List.of(API)),
                    Map.entry(
                            "relrep.models",
                            with(
                                    ND4J,
                                    API,
                                    FILES,
                                    KERNELS,
                                    "org.slf4j",
                                    "org.apache.commons.lang3")),
                    Map.entry("relrep.onnx", List.of(API, FILES, "org.slf4j", GSON)),
                    Map.entry("relrep.metrics", List.of(API, KERNELS)),
                    // the launcher hears signals by it; java.* has no way
                    Map.entry(
                            "relrep.launch",
                            List.of(WORKBENCH, "org.osgi.", "org.objectweb.asm", "sun.misc.")),
                    Map.entry(
                            "relrep.workbench",
                            List.of(
                                    API,
                                    WORKBENCH,
                                    "org.osgi.",
                                    "org.apache.felix.fileinstall",
                                    "com.google.gson",
                                    "de.siegmar.")),
                    Map.entry(
                            "relrep.vectors",
                            List.of(
                                    API,
                                    WORKBENCH,
                                    FILES,
                                    "relrep.vectors.",
                                    "org.osgi.",
                                    "de.siegmar.",
                                    GSON)),
                    Map.entry(
                            "relrep.runtime",
                            List.of(
                                    API,
                                    WORKBENCH,
                                    "relrep.runtime.",
                                    "org.osgi.",
                                    "org.snakeyaml.",
                                    GSON,
                                    "de.siegmar.")),
                    Map.entry(
                            "relrep.cli",
                            List.of(
                                    API,
                                    WORKBENCH,
                                    "relrep.vectors.",
                                    "relrep.runtime.",
                                    "org.osgi.",
                                    "org.apache.felix.",
                                    "org.jline.",
                                    "picocli",
                                    GSON)),
                    Map.entry("relrep.experiments", List.of()),
                    Map.entry(
                            "relrep.report",
                            List.of(
                                    API,
                                    KERNELS,
                                    "freemarker.",
                                    "org.apache.commons.statistics.")));

    /** The JDK's own packages, which every bundle may import. */
    private static final List<String> JDK =
            List.of("javax.", "org.w3c.", "org.xml.", "com.sun.management");

    private static final List<String> EXPORTERS =
            List.of(
                    "relrep.api",
                    "relrep.api.tck",
                    "relrep.nd4j",
                    "relrep.kernels",
                    "relrep.files",
                    "relrep.workbench",
                    "relrep.vectors",
                    "relrep.runtime");

    static Stream<String> bundles() throws IOException {
        return rooms().stream().filter(room -> Files.exists(jar(room)));
    }

    @Test
    void everyBundleStandsInTheTable() throws IOException {
        TreeSet<String> bundles = bundles().collect(Collectors.toCollection(TreeSet::new));
        assertEquals(new TreeSet<>(MAY_IMPORT.keySet()), bundles);
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void importsOnlyWhatItMay(String bundle) throws IOException {
        List<String> wrong =
                packages(bundle, Constants.IMPORT_PACKAGE).stream()
                        .filter(name -> !begins(name, MAY_IMPORT.get(bundle)))
                        .filter(name -> !begins(name, JDK))
                        .toList();
        assertEquals(List.of(), wrong, bundle + " may import " + MAY_IMPORT.get(bundle));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void aProviderExportsNothing(String bundle) throws IOException {
        List<String> exports = packages(bundle, Constants.EXPORT_PACKAGE);
        if (EXPORTERS.contains(bundle)) {
            assertFalse(exports.isEmpty(), bundle);
        } else {
            assertEquals(List.of(), exports, bundle);
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void nobodyImportsWhateverComesUp(String bundle) throws IOException {
        assertEquals(List.of(), packages(bundle, Constants.DYNAMICIMPORT_PACKAGE), bundle);
        assertEquals(List.of(), packages(bundle, Constants.REQUIRE_BUNDLE), bundle);
    }

    private static boolean begins(String name, List<String> prefixes) {
        return prefixes.stream().anyMatch(prefix -> (name + ".").startsWith(prefix));
    }

    /** The names in a header: what stands before the first attribute of each clause. */
    private static List<String> packages(String bundle, String header) throws IOException {
        try (JarFile jar = new JarFile(jar(bundle).toFile())) {
            String value = jar.getManifest().getMainAttributes().getValue(header);
            if (value == null) {
                return List.of();
            }
            String plain = value.replaceAll("\"[^\"]*\"", "");
            return Stream.of(plain.split(",", 0)).map(clause -> clause.split(";", 2)[0]).toList();
        }
    }

    private static List<String> rooms() throws IOException {
        try (Stream<Path> list = Files.list(TOP)) {
            return list.filter(folder -> Files.exists(folder.resolve("bnd.bnd")))
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    private static Path jar(String room) {
        return TOP.resolve(room).resolve("generated").resolve(room + ".jar");
    }

    private static List<String> with(List<String> some, String... more) {
        return Stream.concat(some.stream(), Stream.of(more)).toList();
    }
}
