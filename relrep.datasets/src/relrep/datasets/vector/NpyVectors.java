package relrep.datasets.vector;

import relrep.api.data.Matrix;
import relrep.api.file.VectorBlock;
import relrep.api.file.VectorFile;
import relrep.api.run.InvalidInputException;
import relrep.datasets.npy.NpyFile;
import relrep.datasets.npy.NpyHeader;
import relrep.datasets.npy.NpyType;

/** An array of NumPy as a file of vectors, or of whole numbers. */
final class NpyVectors implements VectorFile {
    private final String name;
    private final NpyFile file;
    private final Content content;

    /**
     * Takes over an open file.
     *
     * @param name what sentences call it
     */
    NpyVectors(String name, NpyFile file) {
        this.name = name;
        this.file = file;
        NpyHeader header = file.header();
        boolean floats = header.type().kind() == NpyType.Kind.FLOAT;
        if (header.shape().size() == 2 && floats) {
            content = Content.VECTORS;
            file.cols();
        } else if (header.shape().size() == 1 && header.type().integer()) {
            content = Content.INTEGERS;
        } else {
            file.close();
            throw new InvalidInputException(
                    "%s must hold vectors (floats of 2 dimensions) or numbers of rows or classes (integers of 1 dimension), but has %s of shape %s"
                            .formatted(name, header.type().kind().words(), header.written()));
        }
    }

    @Override
    public Content content() {
        return content;
    }

    @Override
    public long rows() {
        return file.header().shape().get(0);
    }

    @Override
    public int width() {
        return content == Content.VECTORS ? file.cols() : 0;
    }

    @Override
    public boolean keyed() {
        return false;
    }

    @Override
    public VectorBlock read(long from, long to) {
        Matrix rows = file.rows(from, to);
        Finite.require(rows, name, from);
        return VectorBlock.of(rows);
    }

    @Override
    public long[] integers() {
        return file.integers();
    }

    @Override
    public void close() {
        file.close();
    }
}
