package relrep.runtime.cache;

import relrep.workbench.tensor.CorruptEntryException;

import java.io.IOException;
import java.nio.file.Path;

/**
 * How values of one kind are kept in files.
 *
 * @param <T> the values
 */
public interface Format<T> {
    /** Returns the name of the folder in the cache: {@code networks}. */
    String folder();

    /** Returns the ending of the files: {@code .safetensors}. */
    String ending();

    /** Writes a value into a new file. */
    void write(T value, Path file) throws IOException;

    /**
     * Reads a value.
     *
     * @throws CorruptEntryException when the file is not what was written
     */
    T read(Path file) throws IOException;
}
