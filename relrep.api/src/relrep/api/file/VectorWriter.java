package relrep.api.file;

import org.osgi.annotation.versioning.ConsumerType;

import java.io.Closeable;

/**
 * Writes a file of vectors. The file appears under its name when {@link #commit} is called,
 * complete, or not at all. One thread at a time may use it.
 */
@ConsumerType
public interface VectorWriter extends Closeable {
    /** Returns whether the file keeps keys. If not, they are dropped. */
    boolean keepsKeys();

    /**
     * Writes the next rows.
     *
     * @throws relrep.api.run.InvalidInputException when they do not fit the shape of the target
     * @throws relrep.api.run.UnavailableException when the disk is full
     */
    void append(VectorBlock block);

    /**
     * Finishes the file and gives it its name.
     *
     * @throws relrep.api.run.InvalidInputException when rows are missing
     */
    void commit();

    /** Closes the file, and deletes it if it was not committed. */
    @Override
    void close();
}
