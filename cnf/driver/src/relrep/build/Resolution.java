package relrep.build;

import aQute.bnd.build.Container;
import aQute.bnd.build.Workspace;
import aQute.bnd.version.Version;

import biz.aQute.resolve.Bndrun;
import biz.aQute.resolve.RunResolution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarFile;

/**
 * Finds the bundles that a bndrun needs, with bnd's resolver, among the rooms and central.mvn. It
 * takes seconds, so the result is kept until a room's manifest or a list changes.
 */
final class Resolution {
    /**
     * A pattern for the names that bnd's resolver gives to the newer part of a multi-release jar.
     */
    private static final String SYNTHETIC = ".*__\\d+";

    private static final String RUN_BUNDLES = "\n\n# What './relrep resolve' found.\n-runbundles:";

    private final Workspace workspace;
    private final List<Room> rooms;
    private final Path kept;

    Resolution(Workspace workspace, List<Room> rooms) {
        this.workspace = workspace;
        this.rooms = rooms;
        this.kept = workspace.getBase().toPath().resolve("cnf/cache/resolved");
    }

    /** Returns the files of all bundles that the run needs, by name. */
    List<Path> bundles(Path bndrun) throws Exception {
        Path list = kept.resolve(bndrun.getFileName().toString());
        String now = inputs(bndrun);
        if (Files.exists(list)) {
            List<String> lines = Files.readAllLines(list);
            if (lines.get(0).equals(now)) {
                return lines.stream().skip(1).map(Path::of).toList();
            }
        }
        List<Path> files = resolve(bndrun);
        List<String> lines = new ArrayList<>(List.of(now));
        files.forEach(file -> lines.add(file.toString()));
        Fingerprint.write(list, String.join("\n", lines));
        return files;
    }

    /** Returns the framework that the run names, and its class path. */
    List<Path> framework(Path bndrun) throws Exception {
        try (Bndrun run = Bndrun.createBndrun(workspace, bndrun.toFile())) {
            List<Path> files = new ArrayList<>(files(bndrun, run.getRunFw()));
            files.addAll(files(bndrun, run.getRunpath()));
            return files;
        }
    }

    /** Writes the needed bundles to the end of the bndrun, for users of Bndtools. */
    void write(Path bndrun) throws Exception {
        String text = Files.readString(bndrun);
        int end = text.indexOf(RUN_BUNDLES);
        List<String> lines = new ArrayList<>();
        for (Path file : resolve(bndrun)) {
            lines.add("    " + named(file));
        }
        Collections.sort(lines);
        String bundles = RUN_BUNDLES + " \\\n" + String.join(", \\\n", lines) + "\n";
        Files.writeString(
                bndrun, (end < 0 ? text : text.substring(0, end)).stripTrailing() + bundles);
    }

    private static String named(Path file) throws IOException {
        try (JarFile jar = new JarFile(file.toFile())) {
            Attributes main = jar.getManifest().getMainAttributes();
            Version version = new Version(main.getValue("Bundle-Version"));
            return "%s;version='[%s,%s)'"
                    .formatted(
                            main.getValue("Bundle-SymbolicName").split(";", 2)[0].strip(),
                            version.toStringWithoutQualifier(),
                            new Version(
                                    version.getMajor(),
                                    version.getMinor(),
                                    version.getMicro() + 1));
        }
    }

    private List<Path> resolve(Path bndrun) throws Exception {
        try (Bndrun run = Bndrun.createBndrun(workspace, bndrun.toFile())) {
            RunResolution resolution = run.resolve();
            if (!resolution.isOK()) {
                throw BuildFailure.failed(
                        bndrun + " does not resolve: " + resolution.report(false));
            }
            return files(bndrun, resolution.getContainers());
        }
    }

    private static List<Path> files(Path bndrun, Collection<Container> containers) {
        TreeSet<Path> files = new TreeSet<>();
        for (Container container : containers) {
            if (container.getBundleSymbolicName().matches(SYNTHETIC)) {
                continue;
            }
            if (container.getError() != null) {
                throw BuildFailure.failed(bndrun + ": " + container.getError());
            }
            files.add(container.getFile().toPath());
        }
        return List.copyOf(files);
    }

    private String inputs(Path bndrun) throws Exception {
        Fingerprint fingerprint = new Fingerprint();
        // What is kept has whole paths: another clone's would name the other's rooms.
        fingerprint.with(workspace.getBase().toString());
        for (Path list : Room.files(bndrun.getParent())) {
            if (list.toString().endsWith(".bndrun")) {
                fingerprint.with(Files.readString(list));
            }
        }
        fingerprint.with(
                Files.readString(workspace.getBase().toPath().resolve("cnf/ext/central.mvn")));
        for (Room room : rooms) {
            fingerprint.with(room.name() + room.manifest());
        }
        return fingerprint.value();
    }
}
