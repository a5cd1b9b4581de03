package relrep.api.file;

import org.osgi.annotation.versioning.ConsumerType;

import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;

import java.util.List;

/**
 * A format of files that hold vectors. A plugin: whoever brings one extends every command that
 * takes files.
 *
 * <p>Laws: at most one format that is no last resort recognises a file; what a format wrote it
 * recognises, and reads as it was written.
 */
@ConsumerType
public interface VectorFormat {
    /**
     * Tells whether a file is of this format.
     *
     * @param name the file's name in lower case, without a last {@code .gz}
     * @param beginning the first bytes, unpacked where the file is gzip; 4,096 or the whole file
     */
    boolean recognises(String name, byte[] beginning);

    /**
     * Tells whether it recognises files for want of a better format, as any text. Such a format
     * reads what no other format recognises.
     */
    default boolean lastResort() {
        return false;
    }

    /**
     * Opens a file and reads what it takes to know its shape.
     *
     * @param run progress and cancel, for a file that must be looked through
     * @throws relrep.api.run.InvalidInputException when it is not whole or not of this format:
     *     file, offset or line, what was expected and what was found
     */
    VectorFile open(VectorSource source, Run run);

    /**
     * Returns the endings of the names of files that it writes, such as {@code .npy}, in lower
     * case; none where it only reads.
     */
    default List<String> writes() {
        return List.of();
    }

    /**
     * Begins a file of vectors.
     *
     * @param target a name with one of the endings that it writes, in any case
     * @throws relrep.api.run.InvalidInputException when it cannot be written there
     */
    default VectorWriter create(VectorTarget target) {
        throw new InvalidInputException(
                "%s must have another ending: this format is only read".formatted(target.file()));
    }
}
