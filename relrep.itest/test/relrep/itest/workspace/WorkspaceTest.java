package relrep.itest.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.osgi.framework.Version;

import java.io.File;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Checks that Bndtools can open the workspace: bnd loads it, and Eclipse finds its projects. */
final class WorkspaceTest {
    private static final Pattern SOURCES = Pattern.compile("kind=\"src\"[^>]* path=\"([^\"]+)\"");
    private static final String RESOLVED = "| {4}[\\w.-]+;version='\\[.*";
    private static final Path TOP = Path.of(System.getProperty("relrep.top"));

    @Test
    void bndLoadsEveryRoomWithoutErrorsOrWarnings() throws Exception {
        URL[] bnd = {Path.of(System.getProperty("relrep.tool.bnd")).toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(bnd)) {
            Class<?> type = loader.loadClass("aQute.bnd.build.Workspace");
            try (AutoCloseable workspace =
                    (AutoCloseable) type.getConstructor(File.class).newInstance(TOP.toFile())) {
                Collection<?> projects = (Collection<?>) call(workspace, "getAllProjects");
                assertEquals(
                        rooms(),
                        projects.stream().map(Object::toString).collect(Collectors.toSet()));
                for (Object project : projects) {
                    call(project, "prepare");
                    call(project, "getBuildpath");
                    call(project, "getTestpath");
                    assertEquals(List.of(), call(project, "getErrors"), project::toString);
                    assertEquals(List.of(), call(project, "getWarnings"), project::toString);
                }
                assertEquals(List.of(), call(workspace, "getErrors"));
                assertEquals(List.of(), call(workspace, "getWarnings"));
            }
        }
    }

    @Test
    void everyRoomIsAnEclipseProjectOfItsName() throws Exception {
        for (String room : rooms()) {
            String project = Files.readString(TOP.resolve(room).resolve(".project"));
            assertTrue(project.contains("<name>" + room + "</name>"), room);
            assertTrue(project.contains("bndtools.core.bndnature"), room);
            String path = Files.readString(TOP.resolve(room).resolve(".classpath"));
            assertTrue(path.contains("aQute.bnd.classpath.container"), room);
            assertTrue(path.contains("JavaSE-17"), room);
        }
    }

    /** A folder without a file is not in a clone, and Eclipse builds no project that lacks one. */
    @Test
    void everyFolderOfSourcesHasAFile() throws Exception {
        for (String room : rooms()) {
            Path folder = TOP.resolve(room);
            Matcher path = SOURCES.matcher(Files.readString(folder.resolve(".classpath")));
            while (path.find()) {
                try (Stream<Path> files = Files.walk(folder.resolve(path.group(1)))) {
                    assertTrue(files.anyMatch(Files::isRegularFile), room + "/" + path.group(1));
                }
            }
        }
    }

    /** {@code ./relrep resolve} writes them. */
    @Test
    void everyBndrunHasTheBundlesThatCommandsStartWith() throws Exception {
        Set<String> always = bundles("bundles");
        Set<String> shell = new TreeSet<>(always);
        shell.addAll(bundles("shell"));
        shell.addAll(bundles("watcher"));
        assertEquals(always, written("relrep.bndrun"));
        assertEquals(shell, written("shell.bndrun"));
    }

    /** The bundles of a folder of {@code dist/}, with the first version that is not theirs. */
    private static Set<String> bundles(String folder) throws Exception {
        Set<String> bundles = new TreeSet<>();
        try (Stream<Path> list = Files.list(TOP.resolve("dist").resolve(folder))) {
            for (Path file : list.toList()) {
                try (JarFile jar = new JarFile(file.toFile())) {
                    Attributes main = jar.getManifest().getMainAttributes();
                    String name = main.getValue("Bundle-SymbolicName").replaceAll(";.*", "");
                    Version is = Version.parseVersion(main.getValue("Bundle-Version"));
                    int next = is.getMicro() + 1;
                    bundles.add(
                            "%s;version='[%d.%d.%d,%d.%d.%d)'"
                                    .formatted(
                                            name,
                                            is.getMajor(),
                                            is.getMinor(),
                                            is.getMicro(),
                                            is.getMajor(),
                                            is.getMinor(),
                                            next));
                }
            }
        }
        return bundles;
    }

    private static Set<String> written(String bndrun) throws Exception {
        String text = Files.readString(TOP.resolve("relrep.cli").resolve(bndrun));
        Set<String> bundles = new TreeSet<>();
        text.substring(text.indexOf("-runbundles:"))
                .lines()
                .skip(1)
                .map(line -> line.strip().replaceAll(", \\\\$", ""))
                .forEach(bundles::add);
        return bundles;
    }

    /**
     * A version of a dependency stands in central.mvn, and in no other file of the build, except
     * where bnd's resolver has written it.
     */
    @Test
    void noOtherFileOfTheBuildNamesAVersion() throws Exception {
        List<String> found;
        try (Stream<Path> walk = Files.walk(TOP, 3)) {
            List<Path> lists =
                    walk.filter(file -> file.toString().matches(".*\\.(bnd|bndrun|sh|mvn)"))
                            .filter(file -> !file.toString().contains("generated"))
                            .toList();
            assertTrue(lists.size() > 15, () -> "too few files looked at: " + lists);
            found =
                    lists.stream()
                            .filter(file -> !file.endsWith("central.mvn"))
                            .filter(WorkspaceTest::namesAVersion)
                            .map(Path::toString)
                            .toList();
        }
        assertEquals(List.of(), found);
    }

    /**
     * Three numbers with dots between them; our own version in the top bnd.bnd is no dependency's.
     */
    private static boolean namesAVersion(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> !line.matches("base-version:.*|.*modelVersion.*" + RESOLVED))
                    .anyMatch(line -> line.matches(".*\\b\\d+\\.\\d+\\.\\d+.*"));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Set<String> rooms() throws Exception {
        try (Stream<Path> list = Files.list(TOP)) {
            return list.filter(folder -> Files.exists(folder.resolve("bnd.bnd")))
                    .map(folder -> folder.getFileName().toString())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Object call(Object on, String name) throws Exception {
        Method method = on.getClass().getMethod(name);
        return method.invoke(on);
    }
}
