package relrep.workbench.contract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;

/**
 * By what a file that was written anew differs from the one before.
 *
 * @param key the file system's own name for it, null where it has none
 * @param modified when it was written last
 * @param size in bytes
 */
record FileTrace(Object key, FileTime modified, long size) {
    /** Returns that of a file, or nothing where there is none. */
    static Optional<FileTrace> of(Path file) {
        try {
            BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
            return Optional.of(
                    new FileTrace(found.fileKey(), found.lastModifiedTime(), found.size()));
        } catch (IOException missing) {
            return Optional.empty();
        }
    }
}
