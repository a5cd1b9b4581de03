package relrep.formats;

import relrep.api.data.Matrix;
import relrep.api.file.VectorBlock;
import relrep.api.file.VectorFile;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.files.npy.NpyFile;
import relrep.files.npy.NpyHeader;
import relrep.files.npy.NpyType;

/** A NumPy array as a file of vectors or of whole numbers. */
final class NpyVectors implements VectorFile {
    private final String name;
    private final NpyFile file;
    private final Content content;

    /**
     * Takes over an open file.
     *
     * @param name its name in messages
     * @param run receives a note if an array of one dimension is read as one vector
     */
    NpyVectors(String name, NpyFile file, Run run) {
        this.name = name;
        this.file = file;
        NpyHeader header = file.header();
        boolean list = header.shape().size() == 1;
        if (list && header.type().kind() == NpyType.Kind.BOOLEAN) {
            file.close();
            throw new InvalidInputException(
                    "%s must hold vectors (2-d), or row numbers or classes (1-d integers), but has truth values of shape %s; numpy.flatnonzero turns them into row numbers, astype('i8') into classes"
                            .formatted(name, header.written()));
        }
        content = list && header.type().integer() ? Content.INTEGERS : Content.VECTORS;
        try {
            if (content == Content.VECTORS && file.cols() == 0 && file.rows() > 0) {
                throw new InvalidInputException(
                        "%s must have 1 column or more, but has shape %s"
                                .formatted(name, header.written()));
            }
        } catch (InvalidInputException e) {
            file.close();
            throw e;
        }
        if (list && content == Content.VECTORS) {
            run.note(
                    "%s has one dimension of %s, taken for one vector"
                            .formatted(name, width() == 1 ? "1 number" : width() + " numbers"));
        }
    }

    @Override
    public Content content() {
        return content;
    }

    @Override
    public long rows() {
        return content == Content.VECTORS ? file.rows() : file.header().shape().get(0);
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
