package relrep.build;

import aQute.bnd.build.Project;
import aQute.bnd.osgi.Constants;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;

/** Compiles rooms and makes their bundles, if anything has changed. */
final class Build {
    private final Compiler compiler;

    Build(Say say) {
        this.compiler = new Compiler(say);
    }

    void run(List<Room> rooms) throws Exception {
        for (Room room : rooms) {
            if (!room.isEmpty()) {
                bundle(room);
            }
        }
    }

    private void bundle(Room room) throws Exception {
        Path compiled = room.generated().resolve("compiled.stamp");
        String sources = inputs(room).with(room.compilePath()).value();
        if (!Fingerprint.matches(compiled, sources)) {
            compiler.compile(
                    room.name(),
                    room.sources(),
                    room.compilePath(),
                    room.classes(),
                    room.words("-javac"));
            Fingerprint.write(compiled, sources);
        }
        if (room.makesABundle()) {
            pack(room);
        }
    }

    private static void pack(Room room) throws Exception {
        Path packed = room.generated().resolve("packed.stamp");
        String contents = inputs(room).with(room.classes()).versions(room.compilePath()).value();
        if (!Fingerprint.matches(packed, contents) || !jar(room).exists()) {
            new Bundle().make(room);
            Fingerprint.write(packed, contents);
        }
    }

    void tests(Room room) throws Exception {
        Path stamp = room.generated().resolve("tests.stamp");
        String now = inputs(room).with(room.tests()).with(room.testCompilePath()).value();
        if (!Fingerprint.matches(stamp, now)) {
            compiler.compile(
                    room.name() + " (tests)",
                    room.tests(),
                    room.testCompilePath(),
                    room.testClasses(),
                    room.words("-javac"));
            Fingerprint.write(stamp, now);
        }
    }

    /**
     * Returns the inputs of a room: its sources, and the properties from its and the workspace's
     * bnd files.
     */
    private static Fingerprint inputs(Room room) throws Exception {
        Fingerprint fingerprint = new Fingerprint().with(room.sources());
        Project project = room.project();
        for (String key : new TreeSet<>(project.getPropertyKeys(true))) {
            if (!key.startsWith("-plugin")) {
                fingerprint.with(key + "=" + project.getUnexpandedProperty(key));
            }
        }
        for (Path resources : room.resources()) {
            fingerprint.with(resources);
        }
        return fingerprint
                .with(room.folder().resolve("readme.md"))
                .with(project.getProperty(Constants.INCLUDERESOURCE, ""));
    }

    private static File jar(Room room) throws Exception {
        return room.project().getOutputFile(room.name());
    }
}
