package relrep.formats;

import relrep.api.file.VectorBlock;
import relrep.api.file.VectorFile;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.files.npy.NpzFile;

import java.util.List;

/** An array of a {@code .npz} as a file of vectors, with the keys from the same file. */
final class NpzVectors implements VectorFile {
    private final NpzFile file;
    private final NpyVectors array;
    private final List<String> keys;
    private final String name;
    private boolean whole;

    NpzVectors(String called, NpzFile file, String name, Run run) {
        this.file = file;
        this.name = name;
        this.array = new NpyVectors(called, file.array(name), run);
        boolean keyed =
                array.content() == Content.VECTORS
                        && !name.equals(Npz.KEYS)
                        && file.names().contains(Npz.KEYS);
        this.keys = keyed ? file.texts(Npz.KEYS) : List.of();
        if (keyed && keys.size() != array.rows()) {
            throw new InvalidInputException(
                    "%s must have as many rows as there are keys beside it, not %d and %d"
                            .formatted(called, array.rows(), keys.size()));
        }
    }

    @Override
    public Content content() {
        return array.content();
    }

    @Override
    public long rows() {
        return array.rows();
    }

    @Override
    public int width() {
        return array.width();
    }

    @Override
    public boolean keyed() {
        return !keys.isEmpty();
    }

    @Override
    public VectorBlock read(long from, long to) {
        if (!whole) {
            file.requireWhole(name);
            whole = true;
        }
        VectorBlock block = array.read(from, to);
        return keyed()
                ? new VectorBlock(block.vectors(), keys.subList((int) from, (int) to))
                : block;
    }

    @Override
    public List<String> keys() {
        return keys;
    }

    @Override
    public long[] integers() {
        return array.integers();
    }

    @Override
    public void close() {
        array.close();
        file.close();
    }
}
