package relrep.api.tck.counterexample;

import relrep.api.data.Matrix;
import relrep.api.file.VectorBlock;
import relrep.api.file.VectorFile;
import relrep.api.file.VectorFormat;
import relrep.api.file.VectorSource;
import relrep.api.file.VectorTarget;
import relrep.api.file.VectorWriter;
import relrep.api.run.Run;
import relrep.api.tck.counterexample.BadPlugins.Bad;

import java.util.List;
import java.util.function.IntFunction;

/** Vector formats of files {@code .bad} that each break their contract in one way. */
public final class BadFormats {
    private static final float[] NO_NUMBERS = {Float.NaN, 1, 1, 1, 1, 1};

    private BadFormats() {}

    /**
     * A file of ones.
     *
     * @param rows the declared number of rows
     * @param keyed whether the file declares keys
     * @param read returns this number of rows
     */
    private record Ones(long rows, boolean keyed, IntFunction<VectorBlock> read)
            implements VectorFile {
        @Override
        public Content content() {
            return Content.VECTORS;
        }

        @Override
        public int width() {
            return 2;
        }

        @Override
        public VectorBlock read(long from, long to) {
            return read.apply((int) (to - from));
        }

        @Override
        public long[] integers() {
            return new long[0];
        }

        @Override
        public void close() {}
    }

    private record Reads(VectorFile file) implements VectorFormat {
        @Override
        public boolean recognises(String name, byte[] beginning) {
            return name.endsWith(".bad");
        }

        @Override
        public VectorFile open(VectorSource source, Run run) {
            return file;
        }
    }

    /** Formats whose files have 3 rows of 2 coordinates. */
    public static List<Bad<VectorFormat>> reading() {
        return List.of(
                bad("nothing", null, ": open must return a file, not null"),
                bad(
                        "a negative number of rows",
                        new Ones(-1, false, n -> block(n, 2)),
                        ": rows must be at least 0, not -1"),
                bad(
                        "a row too few",
                        new Ones(3, false, n -> block(n - 1, 2)),
                        ": read must return 3 × 2, not 2 × 2"),
                bad(
                        "a column too many",
                        new Ones(3, false, n -> block(n, 3)),
                        ": read must return 3 × 2, not 3 × 3"),
                bad(
                        "a value that is no number",
                        new Ones(3, false, n -> VectorBlock.of(Matrix.of(3, 2, NO_NUMBERS))),
                        ": read must return finite numbers, but row 0, column 0 is NaN"),
                bad(
                        "no keys",
                        new Ones(3, true, n -> block(n, 2)),
                        ": (keys|read) must return 3 keys for 3 rows, not 0"),
                bad("no rows", new Ones(3, false, n -> null), ": read must return rows, not null"),
                bad(
                        "an error",
                        new Ones(
                                3,
                                false,
                                n -> {
                                    throw new StackOverflowError();
                                }),
                        " failed in read: StackOverflowError"));
    }

    private static VectorBlock block(int rows, int cols) {
        return VectorBlock.of(BadPlugins.ones(rows, cols));
    }

    private static Bad<VectorFormat> bad(String what, VectorFile file, String sentence) {
        return new Bad<>(what, new Reads(file), "vector format 'bad'" + sentence);
    }

    /** A format that reports success but writes no file. */
    public static Bad<VectorFormat> writing() {
        VectorFormat format =
                new VectorFormat() {
                    @Override
                    public boolean recognises(String name, byte[] beginning) {
                        return false;
                    }

                    @Override
                    public VectorFile open(VectorSource source, Run run) {
                        throw new UnsupportedOperationException();
                    }

                    @Override
                    public List<String> writes() {
                        return List.of(".bad");
                    }

                    @Override
                    public VectorWriter create(VectorTarget target) {
                        return new Nowhere();
                    }
                };
        return new Bad<>(
                "writes nothing", format, "vector format 'bad': commit must leave a file .*x.bad");
    }

    private static final class Nowhere implements VectorWriter {
        @Override
        public boolean keepsKeys() {
            return false;
        }

        @Override
        public void append(VectorBlock block) {}

        @Override
        public void commit() {}

        @Override
        public void close() {}
    }
}
