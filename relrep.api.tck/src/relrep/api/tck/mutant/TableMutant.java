package relrep.api.tck.mutant;

import relrep.api.data.Matrix;

import java.util.Optional;

/**
 * A table of text that was changed.
 *
 * @param change what was done
 * @param bytes the file
 * @param meaning the numbers that it holds all the same; nothing where it must be refused
 */
@SuppressWarnings("ArrayRecordComponent") // named and shown by its change, never compared
public record TableMutant(String change, byte[] bytes, Optional<Matrix> meaning) {
    /** Keeps a copy. */
    public TableMutant {
        bytes = bytes.clone();
    }

    /** Returns a copy. */
    @Override
    public byte[] bytes() {
        return bytes.clone();
    }
}
