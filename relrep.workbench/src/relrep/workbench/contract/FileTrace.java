package relrep.workbench.contract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;

/**
 * Facts about a file that change when it is written again.
 *
 * @param key the file system's own name for it, null if there is none
 * @param modified the time of the last change
 * @param size the size in bytes
 */
record FileTrace(Object key, FileTime modified, long size) {
    /** Returns the facts about a file; empty if it does not exist. */
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
