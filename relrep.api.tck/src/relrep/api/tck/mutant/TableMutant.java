package relrep.api.tck.mutant;

import relrep.api.data.Matrix;

import java.util.Optional;

/**
 * A changed table of text, with its meaning.
 *
 * @param change the change in words
 * @param bytes the file
 * @param meaning the numbers in the changed file; empty if it must be refused
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
