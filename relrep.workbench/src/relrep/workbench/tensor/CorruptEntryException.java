package relrep.workbench.tensor;

import java.io.IOException;

/** A file is not what was written: cut off, or changed. */
public final class CorruptEntryException extends IOException {
    private static final long serialVersionUID = 1L;

    /**
     * Says what is wrong.
     *
     * @param sentence the file, the place, what was expected
     * @param cause what was found underneath, or null
     */
    public CorruptEntryException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
