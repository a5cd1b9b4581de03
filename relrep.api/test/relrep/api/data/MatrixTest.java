package relrep.api.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import relrep.api.run.InvalidInputException;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.ReadOnlyBufferException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;

class MatrixTest {
    private static final Matrix SMALL = Matrix.of(2, 3, 1, 2, 3, 4, 5, 6);

    @Test
    void isRowMajor() {
        assertEquals(2, SMALL.rows());
        assertEquals(3, SMALL.cols());
        assertEquals(3f, SMALL.get(0, 2));
        assertEquals(4f, SMALL.get(1, 0));
        assertArrayEquals(new float[] {4, 5, 6}, SMALL.row(1));
        assertArrayEquals(new float[] {1, 2, 3, 4, 5, 6}, SMALL.toArray());
        assertEquals("2 × 3 matrix", SMALL.toString());
    }

    @Test
    void wrapsWithoutACopy() {
        float[] memory = {1, 2, 3, 4};
        Matrix matrix = Matrix.of(2, 2, memory);
        memory[3] = 9;
        assertEquals(9f, matrix.get(1, 1));
    }

    @Test
    void wrapsTheRemainingFloatsOfABuffer() {
        FloatBuffer memory = FloatBuffer.wrap(new float[] {0, 0, 1, 2, 0}).position(2).limit(4);
        Matrix matrix = Matrix.wrap(1, 2, memory);
        memory.clear();
        assertArrayEquals(new float[] {1, 2}, matrix.toArray());
    }

    @Test
    void copiesRowsOfRows() {
        float[][] rows = {{1, 2}, {3, 4}};
        Matrix matrix = Matrix.of(rows);
        rows[0][0] = 9;
        assertEquals(1f, matrix.get(0, 0));
        assertEquals(0, Matrix.of(new float[0][]).rows());
    }

    @Test
    void refusesRowsOfUnequalLength() {
        assertSays(
                "the rows of a matrix must be equally long: row 0 has 2 values, row 1 has 1",
                () -> Matrix.of(new float[][] {{1, 2}, {3}}));
    }

    @Test
    void refusesAShapeThatDoesNotFit() {
        assertSays("a matrix of 2 × 2 needs 4 values, not 3", () -> Matrix.of(2, 2, 1, 2, 3));
        assertSays(
                "a matrix must have 0 to 2147483639 values, not -1 × 2; larger data is read in"
                        + " blocks of rows",
                () -> Matrix.of(-1, 2));
        assertSays(
                "a matrix must have 0 to 2147483639 values, not 65536 × 65536; larger data is read"
                        + " in blocks of rows",
                () -> Matrix.filled(65536, 65536, memory -> {}));
    }

    @Test
    void fillsOffHeapMemoryWithZerosFirst() {
        Matrix matrix = Matrix.filled(2, 2, memory -> memory.put(1, 5));
        assertTrue(matrix.buffer().isDirect());
        assertEquals(ByteOrder.nativeOrder(), matrix.buffer().order());
        assertEquals(Matrix.of(2, 2, 0, 5, 0, 0), matrix);
    }

    @Test
    void givesAReadOnlyViewFromItsOwnStart() {
        FloatBuffer view = SMALL.rows(1, 2).buffer();
        assertEquals(0, view.position());
        assertEquals(3, view.remaining());
        assertEquals(4f, view.get());
        assertThrows(ReadOnlyBufferException.class, () -> view.put(0, 1));
        assertEquals(0, SMALL.rows(1, 2).buffer().position());
    }

    @Test
    void sharesTheMemoryOfItsRows() {
        float[] memory = {1, 2, 3, 4, 5, 6};
        Matrix rows = Matrix.of(3, 2, memory).rows(1, 3);
        memory[2] = 30;
        assertEquals(Matrix.of(2, 2, 30, 4, 5, 6), rows);
        assertEquals(Matrix.of(1, 2, 5, 6), rows.rows(1, 2));
        assertEquals(0, rows.rows(1, 1).rows());
    }

    @Test
    void selectsRowsInAnyOrderAndTwice() {
        assertEquals(Matrix.of(3, 3, 4, 5, 6, 1, 2, 3, 4, 5, 6), SMALL.select(1, 0, 1));
        assertEquals(0, SMALL.select().rows());
        assertEquals(3, SMALL.select().cols());
    }

    @Test
    void refusesWhatIsOutside() {
        for (int[] at : new int[][] {{2, 0}, {-1, 0}, {0, 3}, {0, -1}}) {
            assertThrows(IndexOutOfBoundsException.class, () -> SMALL.get(at[0], at[1]));
        }
        assertThrows(IndexOutOfBoundsException.class, () -> SMALL.rows(1, 3));
        assertThrows(IndexOutOfBoundsException.class, () -> SMALL.rows(2, 1));
        assertThrows(IndexOutOfBoundsException.class, () -> SMALL.select(2));
        assertThrows(IndexOutOfBoundsException.class, () -> SMALL.row(2));
    }

    @Test
    void saysWhichValueIsNotFinite() {
        assertSame(SMALL, SMALL.requireFinite("all"));
        assertSays(
                "the latents of 'b' must be finite numbers, but row 1, column 0 is NaN",
                () -> Matrix.of(2, 2, 1, 2, Float.NaN, 3).requireFinite("the latents of 'b'"));
        assertSays(
                "x must be finite numbers, but row 0, column 1 is -Infinity",
                () -> Matrix.of(2, 2, 1, Float.NEGATIVE_INFINITY, Float.NaN, 3).requireFinite("x"));
    }

    @Test
    void findsTheLastOfManyValues() {
        int n = 3 * 8192 + 5;
        float[] values = new float[n];
        values[n - 1] = Float.POSITIVE_INFINITY;
        assertSays(
                "x must be finite numbers, but row %d, column 0 is Infinity".formatted(n - 1),
                () -> Matrix.of(n, 1, values).requireFinite("x"));
    }

    @Test
    void takesTheLargestFloatsForFinite() {
        Matrix matrix = Matrix.of(1, 3, Float.MAX_VALUE, -Float.MAX_VALUE, Float.MIN_VALUE);
        assertSame(matrix, matrix.requireFinite("x"));
    }

    @Test
    void isEqualByShapeAndValues() {
        Matrix offHeap = Matrix.filled(2, 3, m -> m.put(SMALL.buffer()));
        assertEquals(SMALL, offHeap);
        assertEquals(SMALL.hashCode(), offHeap.hashCode());
        assertNotEquals(SMALL, Matrix.of(3, 2, 1, 2, 3, 4, 5, 6));
        assertNotEquals(SMALL, Matrix.of(2, 3, 1, 2, 3, 4, 5, 7));
        assertNotEquals(SMALL, "2 × 3 matrix");
    }

    @Test
    void readsAMappedFileInAnyByteOrder(@TempDir Path folder) throws IOException {
        for (ByteOrder order : new ByteOrder[] {ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN}) {
            ByteBuffer bytes = ByteBuffer.allocate(3 * 4 + 4).order(order);
            bytes.putInt(7).putFloat(1).putFloat(2).putFloat(3);
            Path file = Files.write(folder.resolve(order.toString()), bytes.array());
            try (FileChannel channel = FileChannel.open(file)) {
                ByteBuffer mapped = channel.map(MapMode.READ_ONLY, 4, 12).order(order);
                Matrix matrix = Matrix.wrap(3, 1, mapped.asFloatBuffer());
                assertTrue(matrix.buffer().isDirect());
                assertEquals(Matrix.of(3, 1, 1, 2, 3), matrix);
                assertEquals(Matrix.of(2, 1, 2, 3), matrix.select(1, 2));
            }
        }
    }

    @Test
    void mayHaveNoRowsOrNoColumns() {
        assertEquals(0, Matrix.of(0, 5).toArray().length);
        assertEquals(0, Matrix.of(5, 0).row(4).length);
        assertEquals(Matrix.of(0, 5), Matrix.of(0, 5).requireFinite("x"));
        assertNotEquals(Matrix.of(0, 5), Matrix.of(5, 0));
    }

    private static void assertSays(String sentence, Runnable action) {
        Exception refused = assertThrows(InvalidInputException.class, action::run);
        assertEquals(sentence, refused.getMessage());
    }
}
