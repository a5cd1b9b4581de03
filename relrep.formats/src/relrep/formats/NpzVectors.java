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

    /**
     * Takes over an open file.
     *
     * @param called the name of the array in messages
     * @param asked whether the array was asked for by its name, so that keys are not needed
     */
    NpzVectors(String called, NpzFile file, String name, boolean asked, Run run) {
        this.file = file;
        this.name = name;
        this.array = new NpyVectors(called, file.array(name), run);
        boolean keyed =
                array.content() == Content.VECTORS
                        && !name.equals(Npz.KEYS)
                        && file.names().contains(Npz.KEYS);
        this.keys = keyed ? keys(called, asked, run) : List.of();
    }

    /** Returns the keys; none, and says why, where they are no good and were not asked for. */
    private List<String> keys(String called, boolean asked, Run run) {
        try {
            List<String> all = file.texts(Npz.KEYS);
            if (all.size() != array.rows()) {
                throw new InvalidInputException(
                        "%s must have as many rows as there are keys beside it, not %d and %d"
                                .formatted(called, array.rows(), all.size()));
            }
            return all;
        } catch (InvalidInputException wrong) {
            if (!asked) {
                throw new InvalidInputException(
                        "%s; %s is read without keys".formatted(wrong.getMessage(), called), wrong);
            }
            run.note("%s is read without keys: %s".formatted(called, wrong.getMessage()));
            return List.of();
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
