package relrep.build;

import aQute.bnd.build.Workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Makes the folder {@code dist/}, from which {@code ./relrep COMMAND} starts. */
final class Distribution {
    private final Say say;
    private final Path top;
    private final Workspace workspace;

    Distribution(Say say, Path top, Workspace workspace) {
        this.say = say;
        this.top = top;
        this.workspace = workspace;
    }

    void run(List<Room> rooms) throws Exception {
        Path dist = top.resolve("dist");
        Path stamp = dist.resolve("contents");
        Path application = top.resolve("relrep.cli");
        Fingerprint fingerprint = new Fingerprint();
        fingerprint
                .with(application.resolve("relrep.bndrun"))
                .with(application.resolve("shell.bndrun"));
        fingerprint.with(top.resolve("cnf/ext/central.mvn"));
        // Another build may lay out other things.
        fingerprint.with(Files.readString(top.resolve("cnf/cache/driver/compiled")));
        for (Room room : rooms) {
            fingerprint.with(room.folder().resolve("generated/" + room.name() + ".jar"));
        }
        String now = fingerprint.value();
        ClassArchive classes = new ClassArchive(top, dist);
        boolean fresh = !Fingerprint.matches(stamp, now);
        if (fresh) {
            Files.deleteIfExists(dist.resolve("built"));
            classes.remove();
            lay(dist, application, new Resolution(workspace, rooms));
            Files.writeString(dist.resolve("natives"), natives(rooms));
            Fingerprint.write(stamp, now);
            say.doing("laid out dist/");
        }
        Path built = dist.resolve("built");
        Files.writeString(built, System.getProperty("relrep.natives", ""));
        // A source edited while we built is newer than the start of the build.
        Files.setLastModifiedTime(built, FileTime.from(say.start()));
        if (fresh) {
            classes.make();
        }
    }

    private void lay(Path dist, Path application, Resolution resolution) throws Exception {
        List<Path> always = resolution.bundles(application.resolve("relrep.bndrun"));
        List<Path> shell = new ArrayList<>(resolution.bundles(application.resolve("shell.bndrun")));
        shell.removeAll(always);
        List<Path> watcher =
                shell.stream().filter(file -> file.toString().contains("fileinstall")).toList();
        shell.removeAll(watcher);
        fill(dist.resolve("bundles"), always);
        CommandTraits.write(dist.resolve("bundles"), dist.resolve("commands"));
        fill(dist.resolve("shell"), shell);
        fill(dist.resolve("watcher"), watcher);
        List<Path> lib =
                new ArrayList<>(resolution.framework(application.resolve("relrep.bndrun")));
        lib.add(top.resolve("relrep.launch/generated/relrep.launch.jar"));
        lib.add(top.resolve("relrep.workbench/generated/relrep.workbench.jar"));
        fill(dist.resolve("lib"), lib);
    }

    /**
     * Returns a name for the natives in use; other natives get another name, and so another folder.
     */
    private static String natives(List<Room> rooms) throws Exception {
        Fingerprint names = new Fingerprint();
        for (Room room : rooms) {
            if (room.name().equals("relrep.nd4j")) {
                room.runPath().forEach(file -> names.with(file.getName()));
            }
        }
        return System.getProperty("relrep.natives") + "-" + names.value().substring(0, 8);
    }

    /** Makes a folder hold exactly these files, as links if the file system can, else as copies. */
    private static void fill(Path folder, Collection<Path> files) throws IOException {
        Files.createDirectories(folder);
        Set<Path> wanted = new HashSet<>();
        for (Path file : files) {
            Path to = folder.resolve(name(file));
            wanted.add(to);
            if (!same(file, to)) {
                Files.deleteIfExists(to);
                link(file, to);
            }
        }
        for (Path there : Room.files(folder)) {
            if (!wanted.contains(there)) {
                Files.delete(there);
            }
        }
    }

    /** Returns the name without the version, so that the start script need not know it. */
    private static String name(Path file) {
        return file.getFileName().toString().replaceAll("-\\d[^/]*\\.jar$", ".jar");
    }

    private static boolean same(Path file, Path to) throws IOException {
        return Files.exists(to) && Files.isSameFile(file, to);
    }

    private static void link(Path file, Path to) throws IOException {
        try {
            Files.createLink(to, file);
        } catch (IOException | UnsupportedOperationException e) {
            Files.copy(file, to);
        }
    }
}
