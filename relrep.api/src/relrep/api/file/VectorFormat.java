package relrep.api.file;

import org.osgi.annotation.versioning.ConsumerType;

import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;

import java.util.List;

/**
 * A format of files that hold vectors. An installed format works with every command that takes
 * files.
 *
 * <p>Laws: at most one format that is no last resort recognises a file. A format recognises the
 * files that it wrote, and reads back the same numbers and keys.
 */
@ConsumerType
public interface VectorFormat {
    /**
     * Returns whether a file is of this format.
     *
     * @param name the file's name in lower case, without a last {@code .gz}
     * @param beginning the first bytes, unpacked where the file is gzip; 4,096 or the whole file
     */
    boolean recognises(String name, byte[] beginning);

    /**
     * Returns whether this format reads the files that no other format recognises, for example any
     * text.
     */
    default boolean lastResort() {
        return false;
    }

    /**
     * Opens a file and finds out its shape.
     *
     * @param run progress and cancel, for a file that must be read to its end
     * @throws relrep.api.run.InvalidInputException when the file is incomplete or not of this
     *     format. The message gives the file, offset or line, what was expected and what was found
     */
    VectorFile open(VectorSource source, Run run);

    /**
     * Returns the file name endings that it writes, in lower case, for example {@code .npy}. Empty
     * for a format that only reads.
     */
    default List<String> writes() {
        return List.of();
    }

    /**
     * Starts writing a file of vectors.
     *
     * @param target a name with one of the endings that it writes, in any case
     * @throws relrep.api.run.InvalidInputException when the file cannot be written at that place
     */
    default VectorWriter create(VectorTarget target) {
        throw new InvalidInputException(
                "%s must have another ending: this format is only read".formatted(target.file()));
    }
}
