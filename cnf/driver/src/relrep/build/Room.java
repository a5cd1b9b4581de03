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

/** A room: one folder that makes one bundle, with the places of its parts and its dependencies. */
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

    /** Returns a property as words. */
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

    /**
     * Returns the folders whose files may go into the bundle unchanged: all that are not products
     * of the build.
     */
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

    /** Returns whether the room declares that it has no tests. */
    boolean isWithoutTests() {
        return Processor.isTrue(project.getProperty("-nojunit"));
    }

    /** Returns whether its tests start the distribution in {@code dist/}. */
    boolean testsTheDistribution() {
        return Processor.isTrue(project.getProperty("test.distribution"));
    }

    /** Returns whether the room has no files yet. */
    boolean isEmpty() throws IOException {
        return files(sources()).isEmpty()
                && files(tests()).isEmpty()
                && project.getProperty("-includeresource") == null;
    }

    /** Returns the manifest of its bundle as text; empty if there is no bundle yet. */
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

    /** Returns all rooms that this one needs for compiling and testing. */
    Collection<Project> needs() throws Exception {
        return project.getDependson();
    }

    /** Returns the class path for compiling the sources. */
    List<File> compilePath() throws Exception {
        return files(project.getBuildpath());
    }

    /** Returns the class path for compiling the tests. */
    List<File> testCompilePath() throws Exception {
        Set<File> path = new LinkedHashSet<>();
        path.add(classes().toFile());
        path.addAll(files(project.getTestpath()));
        path.addAll(compilePath());
        return List.copyOf(path);
    }

    /**
     * Returns the class path for running the tests: the same, and the dependencies of the rooms on
     * it. A room that unpacks jars into its bundle lists in {@code -runpath} what it needs besides
     * its bundle.
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

    /** Returns what the room needs at run time besides its bundle. */
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

    /** Returns the regular files below a folder, sorted; empty if the folder does not exist. */
    static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
