package relrep.formats;

import relrep.api.file.VectorBlock;
import relrep.api.file.VectorWriter;
import relrep.files.npy.NpyWriter;

/**
 * A {@code .npy} that is being written; it has no place for keys.
 *
 * @param writer of the bytes
 */
record NpyOutput(NpyWriter writer) implements VectorWriter {
    @Override
    public boolean keepsKeys() {
        return false;
    }

    @Override
    public void append(VectorBlock block) {
        writer.append(block.vectors());
    }

    @Override
    public void commit() {
        writer.commit();
    }

    @Override
    public void close() {
        writer.close();
    }
}
