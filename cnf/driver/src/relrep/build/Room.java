package relrep.build;

import aQute.bnd.build.Container;
import aQute.bnd.build.Project;
import aQute.bnd.osgi.Processor;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** One folder, one bundle: where its parts lie and what it stands on. */
final class Room {
    private final Project project;

    Room(Project project) {
        this.project = project;
    }

    String name() {
        return project.getName();
    }

    Project project() {
        return project;
    }

    /** A property as words. */
    List<String> words(String property) {
        String value = project.getProperty(property, "").trim();
        return value.isEmpty() ? List.of() : List.of(value.split("[,\\s]+"));
    }

    Path folder() {
        return project.getBase().toPath();
    }

    Path sources() {
        return folder().resolve("src");
    }

    Path tests() {
        return folder().resolve("test");
    }

    /** Folders whose files may go into the bundle as they are: all that the build did not make. */
    List<Path> resources() throws IOException {
        Set<Path> others = Set.of(sources(), tests(), classes(), testClasses(), generated());
        try (Stream<Path> list = Files.list(folder())) {
            return list.filter(Files::isDirectory)
                    .filter(each -> !others.contains(each))
                    .sorted()
                    .toList();
        }
    }

    Path classes() {
        return folder().resolve("bin");
    }

    Path testClasses() {
        return folder().resolve("bin_test");
    }

    Path generated() {
        return folder().resolve("generated");
    }

    boolean makesABundle() {
        return !project.isNoBundles();
    }

    /** Whether it says of itself that it has no tests. */
    boolean isWithoutTests() {
        return Processor.isTrue(project.getProperty("-nojunit"));
    }

    /** Whether its tests start what is laid out in {@code dist/}. */
    boolean testsTheDistribution() {
        return Processor.isTrue(project.getProperty("test.distribution"));
    }

    /** Whether there is anything in it yet. */
    boolean isEmpty() throws IOException {
        return files(sources()).isEmpty()
                && files(tests()).isEmpty()
                && project.getProperty("-includeresource") == null;
    }

    /** The manifest of its bundle as text; empty where there is no bundle yet. */
    String manifest() throws IOException {
        Path jar = generated().resolve(name() + ".jar");
        if (!Files.exists(jar)) {
            return "";
        }
        try (JarFile open = new JarFile(jar.toFile())) {
            return sorted(open.getManifest().getMainAttributes());
        }
    }

    private static String sorted(Attributes attributes) {
        Map<String, String> lines = new TreeMap<>();
        attributes.forEach((name, value) -> lines.put(name.toString(), value.toString()));
        return lines.toString();
    }

    /** All rooms that this one needs for compiling and testing. */
    Collection<Project> needs() throws Exception {
        return project.getDependson();
    }

    /** What the sources are compiled against. */
    List<File> compilePath() throws Exception {
        return files(project.getBuildpath());
    }

    /** What the tests are compiled against. */
    List<File> testCompilePath() throws Exception {
        Set<File> path = new LinkedHashSet<>();
        path.add(classes().toFile());
        path.addAll(files(project.getTestpath()));
        path.addAll(compilePath());
        return List.copyOf(path);
    }

    /**
     * What the tests run on: the same, and whatever the rooms on it need themselves. A room that
     * unpacks jars into its bundle says with {@code -runpath} what it needs besides its bundle.
     */
    List<File> testRunPath() throws Exception {
        Set<File> path = new LinkedHashSet<>();
        path.add(testClasses().toFile());
        path.addAll(testCompilePath());
        path.addAll(runPath());
        for (Project needed : needs()) {
            Collection<Container> run = needed.getRunpath();
            path.addAll(files(run.isEmpty() ? needed.getBuildpath() : run));
        }
        return List.copyOf(path);
    }

    /** What it needs at run time besides its bundle. */
    List<File> runPath() throws Exception {
        return files(project.getRunpath());
    }

    private List<File> files(Collection<Container> containers) throws Exception {
        List<File> files = new ArrayList<>();
        for (Container container : Container.flatten(containers)) {
            if (container.getError() != null) {
                throw BuildFailure.failed(name() + ": " + container.getError());
            }
            files.add(container.getFile());
        }
        return files;
    }

    /** The regular files below a folder, sorted; none where there is no such folder. */
    static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
