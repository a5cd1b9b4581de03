package relrep.workbench.tensor;

import java.io.IOException;

/** A file is truncated or was changed after it was written. */
public final class CorruptEntryException extends IOException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param sentence the file, the place, what was expected
     * @param cause the underlying exception, or null
     */
    public CorruptEntryException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
