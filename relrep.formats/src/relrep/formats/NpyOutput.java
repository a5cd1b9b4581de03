package relrep.formats;

import relrep.api.file.VectorBlock;
import relrep.api.file.VectorWriter;
import relrep.files.npy.NpyWriter;

/**
 * Writes a {@code .npy}, which cannot hold keys.
 *
 * @param writer writes the bytes
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
