package relrep.runtime.cache;

import relrep.workbench.tensor.CorruptEntryException;

import java.io.IOException;
import java.nio.file.Path;

/**
 * The file format of one kind of cached values.
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
     * @throws CorruptEntryException when the file is truncated or was changed
     */
    T read(Path file) throws IOException;
}
