package relrep.api.file;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where vectors are: a file, and which of the arrays in it where it holds several.
 *
 * @param file the file
 * @param array the array's name, where one was given
 */
public record VectorSource(Path file, Optional<String> array) {
    /** Returns a file that holds one array. */
    public static VectorSource of(Path file) {
        return new VectorSource(file, Optional.empty());
    }

    /** Returns {@code file#array}, or the file alone. */
    @Override
    public String toString() {
        return array.map(name -> file + "#" + name).orElseGet(file::toString);
    }
}
