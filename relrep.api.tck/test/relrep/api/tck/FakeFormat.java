package relrep.api.tck;

import relrep.api.data.Matrix;
import relrep.api.file.VectorBlock;
import relrep.api.file.VectorFile;
import relrep.api.file.VectorFormat;
import relrep.api.file.VectorSource;
import relrep.api.file.VectorTarget;
import relrep.api.file.VectorWriter;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A vector format of two numbers and the floats. Each part can be replaced by a broken one.
 *
 * @param faults what is wrong with it
 */
record FakeFormat(Set<Fault> faults) implements VectorFormat {
    private static final int HEADER = 8;
    private static final float LARGE = 1e30f;

    /** Ways in which a format can break a law. */
    enum Fault {
        TAKES_ALL,
        LOSES_A_BIT,
        DEPENDS_ON_BLOCKS,
        WRITES_AT_ONCE,
        TAKES_ANY_NUMBER,
        BELIEVES_HEADERS,
        CRASHES_ON_LARGE
    }

    static FakeFormat with(Fault... faults) {
        Set<Fault> all = EnumSet.noneOf(Fault.class);
        all.addAll(List.of(faults));
        return new FakeFormat(all);
    }

    private boolean has(Fault fault) {
        return faults.contains(fault);
    }

    @Override
    public boolean recognises(String name, byte[] beginning) {
        return name.endsWith(".fake") || has(Fault.TAKES_ALL);
    }

    @Override
    public List<String> writes() {
        return List.of(".fake");
    }

    @Override
    public VectorFile open(VectorSource source, Run run) {
        ByteBuffer bytes;
        try {
            bytes = ByteBuffer.wrap(Files.readAllBytes(source.file()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        boolean whole =
                bytes.capacity() >= HEADER
                        && bytes.getInt(0) >= 0
                        && bytes.getInt(4) >= 0
                        && HEADER + 4L * bytes.getInt(0) * bytes.getInt(4) == bytes.capacity();
        if (!whole && !has(Fault.BELIEVES_HEADERS)) {
            throw new InvalidInputException(source + ", offset 0: expected its size");
        }
        int rows = bytes.getInt(0);
        int cols = bytes.getInt(4);
        float[] values = new float[rows * cols];
        bytes.position(HEADER).asFloatBuffer();
        for (int i = 0; i < values.length; i++) {
            values[i] = bytes.getFloat();
            if (Math.abs(values[i]) > LARGE && has(Fault.CRASHES_ON_LARGE)) {
                throw new IllegalStateException("a large number");
            }
            if (!Float.isFinite(values[i])) {
                throw new InvalidInputException(source + ", offset %d: no number".formatted(i));
            }
        }
        return new Opened(Matrix.of(rows, cols, values), source.toString());
    }

    @Override
    public VectorWriter create(VectorTarget target) {
        return new Writer(target);
    }

    /** A whole file in memory. */
    private final class Opened implements VectorFile {
        private final Matrix all;
        private final String name;

        Opened(Matrix all, String name) {
            this.all = all;
            this.name = name;
        }

        @Override
        public Content content() {
            return Content.VECTORS;
        }

        @Override
        public long rows() {
            return all.rows();
        }

        @Override
        public int width() {
            return all.cols();
        }

        @Override
        public boolean keyed() {
            return false;
        }

        @Override
        public VectorBlock read(long from, long to) {
            if (from < 0 || to > all.rows()) {
                throw new InvalidInputException("no such rows of " + name);
            }
            int first = has(Fault.DEPENDS_ON_BLOCKS) && to < all.rows() ? 0 : (int) from;
            return VectorBlock.of(all.rows(first, first + (int) (to - from)));
        }

        @Override
        public long[] integers() {
            throw new InvalidInputException(name + " has no whole numbers");
        }

        @Override
        public void close() {}
    }

    /** Gathers blocks in memory. */
    private final class Writer implements VectorWriter {
        private final VectorTarget target;
        private final ByteBuffer bytes;
        private int written;

        Writer(VectorTarget target) {
            this.target = target;
            this.bytes =
                    ByteBuffer.allocate(HEADER + 8 * (int) target.rows() * target.width())
                            .putInt((int) target.rows())
                            .putInt(target.width());
        }

        @Override
        public boolean keepsKeys() {
            return false;
        }

        @Override
        public void append(VectorBlock block) {
            written += block.vectors().rows();
            if (written > target.rows() && !has(Fault.TAKES_ANY_NUMBER)) {
                throw new InvalidInputException("too many rows");
            }
            for (float value : block.vectors().toArray()) {
                bytes.putFloat(has(Fault.LOSES_A_BIT) ? Math.nextUp(value) : value);
            }
            if (has(Fault.WRITES_AT_ONCE)) {
                save(target.file());
            }
        }

        @Override
        public void commit() {
            if (written != target.rows() && !has(Fault.TAKES_ANY_NUMBER)) {
                throw new InvalidInputException("rows are missing");
            }
            save(target.file());
        }

        private void save(Path file) {
            try {
                byte[] saved = new byte[bytes.position()];
                bytes.get(0, saved);
                Files.write(file, saved);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {}
    }
}
