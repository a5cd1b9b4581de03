package relrep.cli.command;

import relrep.api.run.UnavailableException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * Room on the disk for the natives, which the first command that computes unpacks. Without it they
 * would be missed late, and in words of a class loader.
 *
 * @param jar the bundle with the natives
 * @param unpacked the folder that they are unpacked into
 * @param free how many bytes are free where a folder is
 */
record NativesRoom(Path jar, Path unpacked, ToLongFunction<Path> free) {
    private static final long MEGABYTE = 1 << 20;

    /** Returns that of this process; none where no launcher says where the natives are. */
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
     * Requires that they are unpacked, or that there is room for them.
     *
     * @throws UnavailableException when there is not
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

    /** Where no folder can be made, whoever needs it says so, with the reason. */
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

    /** What cannot be looked at is said by whoever needs it. */
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
