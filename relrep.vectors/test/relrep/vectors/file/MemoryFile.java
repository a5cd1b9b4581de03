package relrep.vectors.file;

import relrep.api.data.Matrix;
import relrep.api.file.VectorBlock;
import relrep.api.file.VectorFile;

import java.util.List;

/** A vector file in memory. */
@SuppressWarnings("ArrayRecordComponent") // a file in memory is itself alone
record MemoryFile(Matrix vectors, List<String> names, long[] numbers) implements VectorFile {
    static MemoryFile of(Matrix vectors, String... names) {
        return new MemoryFile(vectors, List.of(names), null);
    }

    /** A list of words. */
    static MemoryFile ofKeys(List<String> words) {
        return new MemoryFile(Matrix.of(words.size(), 0), words, null);
    }

    static MemoryFile ofIntegers(long... numbers) {
        return new MemoryFile(Matrix.of(0, 0), List.of(), numbers);
    }

    @Override
    public Content content() {
        boolean vectors = width() > 0 || names.isEmpty();
        return numbers != null ? Content.INTEGERS : vectors ? Content.VECTORS : Content.KEYS;
    }

    @Override
    public long rows() {
        return numbers == null ? vectors.rows() : numbers.length;
    }

    @Override
    public int width() {
        return vectors.cols();
    }

    @Override
    public boolean keyed() {
        return !names.isEmpty();
    }

    @Override
    public VectorBlock read(long from, long to) {
        int first = (int) from;
        int last = (int) to;
        return new VectorBlock(
                vectors.rows(first, last), keyed() ? names.subList(first, last) : names);
    }

    @Override
    public long[] integers() {
        return numbers;
    }

    @Override
    public void close() {}
}
