package relrep.cli.command;

import relrep.api.run.UnavailableException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * Checks the disk space for the native libraries, which the first computing command unpacks.
 * Without this check, the failure would come late and with a class loader's message.
 *
 * @param jar the bundle with the natives
 * @param unpacked the folder that they are unpacked into
 * @param free returns the free bytes on the disk of a folder
 */
record NativesRoom(Path jar, Path unpacked, ToLongFunction<Path> free) {
    private static final long MEGABYTE = 1 << 20;

    /** Returns the check for this process; empty if no launcher gives the place of the natives. */
    static Optional<NativesRoom> ofProcess() {
        String dist = System.getProperty("relrep.dist");
        String unpacked = System.getProperty("org.bytedeco.javacpp.cachedir");
        return dist == null || unpacked == null
                ? Optional.empty()
                : Optional.of(
                        new NativesRoom(
                                Path.of(dist, "bundles", "relrep.nd4j.native.jar"),
                                Path.of(unpacked),
                                NativesRoom::usable));
    }

    /**
     * Checks that the natives are unpacked, or that there is space for them.
     *
     * @throws UnavailableException when there is not enough space
     */
    void require() {
        long want = size(jar);
        long have = size(unpacked);
        long left = have < want ? free.applyAsLong(existing(unpacked)) : want;
        if (have + left < want && !refused(unpacked.getParent())) {
            throw new UnavailableException(
                    "the disk is full: the natives need %d MB more in '%s', and %d MB are free; RELREP_CACHE names another folder"
                            .formatted((want - have) / MEGABYTE, unpacked, left / MEGABYTE),
                    null);
        }
    }

    /**
     * Returns whether a folder cannot be created; the code that needs the folder reports the
     * reason.
     */
    private static boolean refused(Path folder) {
        try {
            Files.createDirectories(folder);
            return false;
        } catch (IOException e) {
            return !String.valueOf(e.getMessage()).contains("No space left");
        }
    }

    private static Path existing(Path folder) {
        Path below = folder.toAbsolutePath();
        while (!Files.exists(below)) {
            below = below.getParent();
        }
        return below;
    }

    /**
     * Returns the size of a file; 0 if it cannot be read, which the code that needs the file
     * reports.
     */
    private static long size(Path path) {
        try (Stream<Path> files = Files.walk(path)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        } catch (IOException unknown) {
            return 0;
        }
    }

    private static long usable(Path folder) {
        try {
            return Files.getFileStore(folder).getUsableSpace();
        } catch (IOException unknown) {
            return Long.MAX_VALUE / 2;
        }
    }
}
