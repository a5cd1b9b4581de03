package relrep.cli.command;

import relrep.api.data.Matrix;
import relrep.api.file.VectorBlock;
import relrep.api.file.VectorFile;
import relrep.api.file.VectorFormat;
import relrep.api.file.VectorSource;
import relrep.api.file.VectorTarget;
import relrep.api.file.VectorWriter;
import relrep.api.run.Run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;

/**
 * A vector format for tests: numbers separated by blanks, one row per line; a column of whole
 * numbers is a list.
 */
final class MemoryVectors implements VectorFormat {
    @Override
    public boolean recognises(String name, byte[] beginning) {
        return name.endsWith(".mem");
    }

    @Override
    public VectorFile open(VectorSource source, Run run) {
        try {
            List<String> lines = Files.readAllLines(source.file());
            float[][] rows = new float[lines.size()][];
            for (int i = 0; i < rows.length; i++) {
                String[] words = lines.get(i).split(" ", 0);
                rows[i] = new float[words.length];
                for (int j = 0; j < words.length; j++) {
                    rows[i][j] = Float.parseFloat(words[j]);
                }
            }
            boolean whole = lines.stream().allMatch(line -> line.matches("\\d+"));
            return whole
                    ? new Held(Matrix.of(0, 0), lines.stream().mapToLong(Long::parseLong).toArray())
                    : new Held(Matrix.of(rows), new long[0]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<String> writes() {
        return List.of(".mem");
    }

    @Override
    public VectorWriter create(VectorTarget target) {
        return new Written(target.file());
    }

    /** What is being written. */
    private static final class Written implements VectorWriter {
        private final Path file;
        private final List<String> lines = new ArrayList<>();

        Written(Path file) {
            this.file = file;
        }

        @Override
        public boolean keepsKeys() {
            return false;
        }

        @Override
        public void append(VectorBlock block) {
            for (int i = 0; i < block.vectors().rows(); i++) {
                StringJoiner line = new StringJoiner(" ");
                for (float value : block.vectors().row(i)) {
                    line.add(String.valueOf(value));
                }
                lines.add(line.toString());
            }
        }

        @Override
        public void commit() {
            try {
                Files.write(file, lines);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {}
    }

    /** What was read. */
    @SuppressWarnings("ArrayRecordComponent") // a file in memory is itself alone
    private record Held(Matrix vectors, long[] numbers) implements VectorFile {
        @Override
        public Content content() {
            return numbers.length > 0 ? Content.INTEGERS : Content.VECTORS;
        }

        @Override
        public long rows() {
            return numbers.length > 0 ? numbers.length : vectors.rows();
        }

        @Override
        public int width() {
            return vectors.cols();
        }

        @Override
        public boolean keyed() {
            return false;
        }

        @Override
        public VectorBlock read(long from, long to) {
            return VectorBlock.of(vectors.rows((int) from, (int) to));
        }

        @Override
        public long[] integers() {
            return Arrays.copyOf(numbers, numbers.length);
        }

        @Override
        public void close() {}
    }
}
