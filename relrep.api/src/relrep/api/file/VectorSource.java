package relrep.api.file;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A file with vectors, or one of several arrays in it.
 *
 * @param file the file
 * @param array the array's name, where one was given
 */
public record VectorSource(Path file, Optional<String> array) {
    /** Returns a file without an array name. */
    public static VectorSource of(Path file) {
        return new VectorSource(file, Optional.empty());
    }

    /** Returns {@code file#array}, or the file alone. */
    @Override
    public String toString() {
        return array.map(name -> file + "#" + name).orElseGet(file::toString);
    }
}
