package relrep.api.file;

import org.osgi.annotation.versioning.ConsumerType;

import java.io.Closeable;

/**
 * A file of vectors that is being written. Under its own name it appears whole, when {@link
 * #commit} is called, or not at all. For one thread at a time.
 */
@ConsumerType
public interface VectorWriter extends Closeable {
    /** Tells whether keys will be in the file; where not, they are dropped. */
    boolean keepsKeys();

    /**
     * Writes the next rows.
     *
     * @throws relrep.api.run.InvalidInputException when they do not fit what was announced
     * @throws relrep.api.run.UnavailableException when the disk is full
     */
    void append(VectorBlock block);

    /**
     * Gives the file its name.
     *
     * @throws relrep.api.run.InvalidInputException when rows are missing
     */
    void commit();

    /** Throws away what was not committed. */
    @Override
    void close();
}
