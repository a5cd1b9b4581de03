package relrep.files.npy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import relrep.api.data.Matrix;
import relrep.api.run.InvalidInputException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Checks that files written by NumPy are read bit by bit. */
class NpyFileTest {
    private static final Matrix TABLE = Matrix.of(3, 2, 1, 2.5f, -3, 0.1f, 1e-40f, 65504);

    @SuppressWarnings("FloatingPointLiteralPrecision") // the very value of a half-precision number
    private static final Matrix HALVES = Matrix.of(3, 2, 1, 2.5f, -3, 0.0999755859375f, 0, 65504);

    @TempDir Path folder;

    static Stream<Arguments> written() {
        String shape = "(3, 2)";
        return Stream.of(
                        Arguments.of("<f4", false, NumPyBytes.C_F4, TABLE),
                        Arguments.of(">f4", false, NumPyBytes.C_BIG_F4, TABLE),
                        Arguments.of("<f4", true, NumPyBytes.FORTRAN_F4, TABLE),
                        Arguments.of("<f8", false, NumPyBytes.C_F8, TABLE),
                        Arguments.of(">f8", false, NumPyBytes.C_BIG_F8, TABLE),
                        Arguments.of("<f8", true, NumPyBytes.FORTRAN_F8, TABLE),
                        Arguments.of("<f2", false, NumPyBytes.C_F2, HALVES),
                        Arguments.of(">f2", false, NumPyBytes.C_BIG_F2, HALVES))
                .map(a -> Arguments.of(a.get()[0], a.get()[1], shape, a.get()[2], a.get()[3]));
    }

    @ParameterizedTest
    @MethodSource("written")
    void readsEveryTypeAndOrder(
            String descr, boolean fortran, String shape, String elements, Matrix expected)
            throws IOException {
        Path file = write(NumPyBytes.file(descr, fortran, shape, elements));
        try (NpyFile npy = NpyFile.open(file)) {
            assertEquals(expected, npy.matrix());
            assertEquals(3, npy.rows());
            assertEquals(2, npy.cols());
            assertEquals(expected.rows(1, 3), npy.rows(1, 3));
            assertEquals(expected.rows(0, 1), npy.rows(0, 1));
            assertEquals(0, npy.rows(3, 3).rows());
        }
    }

    @Test
    void readsEveryVersion() throws IOException {
        String header = NumPyBytes.dictionary("<f4", false, "(3, 2)");
        for (int version = 1; version <= 3; version++) {
            assertEquals(TABLE, read(NumPyBytes.file(version, header, NumPyBytes.C_F4)));
        }
    }

    @Test
    void readsHeadersAsOthersWriteThem() throws IOException {
        for (String header :
                List.of(
                        "{'shape': (3L, 2L), 'fortran_order': False, 'descr': '<f4'}",
                        "{\"descr\":\"<f4\",\"fortran_order\":False,\"shape\":(3,2)}",
                        "{ 'descr' : '<f4' ,\n 'fortran_order' : False , 'shape' : (3 , 2,) , }")) {
            assertEquals(TABLE, read(NumPyBytes.file(1, header, NumPyBytes.C_F4)), header);
        }
    }

    @Test
    void mapsWhatNeedsNoChange() throws IOException {
        Path file = write(NumPyBytes.file("<f4", false, "(3, 2)", NumPyBytes.C_F4));
        assertTrue(matrix(file).buffer().isDirect());
        byte[] changed = NumPyBytes.file("<f4", false, "(3, 2)", NumPyBytes.C_F4);
        Matrix mapped = matrix(file);
        changed[128 + 2] = 0;
        changed[128 + 3] = 0x40;
        Files.write(file, changed);
        assertEquals(2, mapped.get(0, 0), "it is the file itself, not a copy");
    }

    @Test
    void readsTablesWithoutRowsOrColumns() throws IOException {
        Matrix none = read(NumPyBytes.file("<f4", false, "(0, 5)", ""));
        assertEquals(0, none.rows());
        assertEquals(5, none.cols());
        Matrix thin = read(NumPyBytes.file("<f8", true, "(7, 0)", ""));
        assertEquals(7, thin.rows());
        assertEquals(0, read(NumPyBytes.file("<f4", true, "(0, 2147483647)", "")).rows());
    }

    @Test
    void readsNumbersThatAreNotFiniteAsTheyAre() throws IOException {
        Matrix read =
                read(
                        NumPyBytes.file(
                                "<f8",
                                false,
                                "(1, 3)",
                                "000000000000f87f000000000000f07f000000000000f0ff"));
        assertArrayEquals(
                new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY},
                read.toArray());
    }

    @Test
    void refusesADoubleBeyondFloat() throws IOException {
        byte[] bytes =
                NumPyBytes.file(
                        "<f8",
                        true,
                        "(2, 2)",
                        "00".repeat(16) + "00".repeat(8) + "9c7500883ce4377e");
        Path file = write(bytes);
        assertEquals(
                file
                        + ", offset 152: expected a number within the range of float32, found"
                        + " 1.0E300 in row 1, column 1",
                refusal(() -> matrix(file)));
    }

    @Test
    void readsLargeTablesInEitherOrderAndAnyBlocks() throws IOException {
        int n = 3001;
        int d = 700;
        float[] values = new float[n * d];
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextFloat();
        }
        Matrix table = Matrix.of(n, d, values);
        Path c = folder.resolve("c.npy");
        NpyWriter.write(c, table);
        Path fortran = folder.resolve("fortran.npy");
        NpyWriter.write(fortran, transposed(table));
        byte[] bytes = Files.readAllBytes(fortran);
        byte[] header = Files.readAllBytes(c);
        System.arraycopy(
                NumPyBytes.file("<f4", true, "(%d, %d)".formatted(n, d), ""), 0, bytes, 0, 128);
        Files.write(fortran, bytes);
        assertEquals(header.length, bytes.length);
        assertEquals(table, matrix(c));
        assertEquals(table, matrix(fortran));
        try (NpyFile npy = NpyFile.open(fortran)) {
            assertEquals(table.rows(2000, 2999), npy.rows(2000, 2999));
        }
    }

    private static Matrix transposed(Matrix table) {
        return Matrix.of(
                IntStream.range(0, table.cols())
                        .mapToObj(
                                j -> {
                                    float[] column = new float[table.rows()];
                                    for (int i = 0; i < column.length; i++) {
                                        column[i] = table.get(i, j);
                                    }
                                    return column;
                                })
                        .toArray(float[][]::new));
    }

    @Test
    void readsIntegersOfEveryType() throws IOException {
        for (var written :
                List.of(
                        List.of("|i1", "000164"),
                        List.of("|u1", "000164"),
                        List.of("<i2", "000001006400"),
                        List.of(">u4", "000000000000000100000064"),
                        List.of("<i8", "000000000000000001000000000000006400000000000000"))) {
            Path file = write(NumPyBytes.file(written.get(0), false, "(3,)", written.get(1)));
            try (NpyFile npy = NpyFile.open(file)) {
                assertArrayEquals(new long[] {0, 1, 100}, npy.integers(), written.get(0));
                assertTrue(npy.header().type().integer());
                assertEquals("(3,)", npy.header().written());
            }
        }
        assertArrayEquals(new long[] {-1, 255}, integers("<i2", "(2,)", "ffffff00"));
        assertArrayEquals(new long[] {65535, 255}, integers("<u2", "(2,)", "ffffff00"));
    }

    /** What {@code numpy.save} writes of [[1, 0, 200], [127, 2, 3]] in each type. */
    @ParameterizedTest
    @CsvSource({
        "|u1, 0100c87f0203",
        "<i2, 01000000c8007f0002000300",
        ">i2, 0001000000c8007f00020003",
        "<u2, 01000000c8007f0002000300",
        "<i4, 0100000000000000c80000007f0000000200000003000000",
        ">u4, 0000000100000000000000c80000007f0000000200000003",
        "<i8, 01000000000000000000000000000000c8000000000000007f0000000000000002000000000000000300000000000000",
        ">u8, 0000000000000001000000000000000000000000000000c8000000000000007f00000000000000020000000000000003"
    })
    void readsTablesOfIntegersOfEveryWidthAndOrder(String descr, String elements)
            throws IOException {
        Matrix expected = Matrix.of(2, 3, 1, 0, 200, 127, 2, 3);
        assertEquals(expected, matrix(write(NumPyBytes.file(descr, false, "(2, 3)", elements))));
    }

    @Test
    void readsTablesOfSignedBytesTruthValuesAndHugeIntegers() throws IOException {
        assertEquals(
                Matrix.of(2, 3, 1, 0, -56, 127, 2, 3),
                matrix(write(NumPyBytes.file("|i1", false, "(2, 3)", "0100c87f0203"))));
        assertEquals(
                Matrix.of(2, 3, 1, 0, 1, 1, 1, 1),
                matrix(write(NumPyBytes.file("|b1", false, "(2, 3)", "010001010101"))));
        assertEquals(
                Matrix.of(2, 3, 1, 127, 0, 2, 200, 3),
                matrix(write(NumPyBytes.file("|u1", true, "(2, 3)", "0102" + "7fc8" + "0003"))));
        assertEquals(
                Matrix.of(1, 2, 0x1p64f, -0x1p63f),
                Matrix.of(
                        1,
                        2,
                        matrix(write(NumPyBytes.file("<u8", false, "(1, 1)", "f".repeat(16))))
                                .get(0, 0),
                        matrix(
                                        write(
                                                NumPyBytes.file(
                                                        "<i8",
                                                        false,
                                                        "(1, 1)",
                                                        "0".repeat(14) + "80")))
                                .get(0, 0)));
    }

    /** Three pictures of 1 × 2; in Fortran order their rows do not lie together. */
    @Test
    void flattensAllDimensionsAfterTheFirst() throws IOException {
        Path file = write(NumPyBytes.file("<f4", false, "(3, 1, 2)", NumPyBytes.C_F4));
        try (NpyFile npy = NpyFile.open(file)) {
            assertEquals(TABLE, npy.flattened().matrix());
            assertEquals(TABLE.rows(1, 2), npy.flattened().rows(1, 2));
        }
        Path fortran = write(NumPyBytes.file("<f4", true, "(3, 1, 2)", NumPyBytes.C_F4));
        try (NpyFile npy = NpyFile.open(fortran)) {
            assertTrue(
                    assertThrows(InvalidInputException.class, npy::flattened)
                            .getMessage()
                            .endsWith(
                                    "must be in C order to be read row by row, but has shape (3, 1,"
                                            + " 2) in Fortran order"));
        }
        Path table = write(NumPyBytes.file("<f4", true, "(3, 2)", NumPyBytes.FORTRAN_F4));
        try (NpyFile npy = NpyFile.open(table)) {
            assertEquals(TABLE, npy.flattened().matrix());
        }
    }

    @Test
    void takesOneDimensionForOneVector() throws IOException {
        for (boolean fortran : new boolean[] {false, true}) {
            Path file = write(NumPyBytes.file("<f4", fortran, "(6,)", NumPyBytes.C_F4));
            try (NpyFile npy = NpyFile.open(file)) {
                assertEquals(1, npy.rows());
                assertEquals(6, npy.cols());
                assertEquals(Matrix.of(1, 6, TABLE.toArray()), npy.rows(0, 1));
                assertEquals(Matrix.of(1, 6, TABLE.toArray()), npy.matrix());
            }
        }
    }

    @Test
    void refusesAnIntegerBeyondLong() {
        assertTrue(
                refusal(() -> integers("<u8", "(1,)", "ffffffffffffffff"))
                        .endsWith(
                                "offset 128: expected an integer up to 9223372036854775807, found"
                                        + " 18446744073709551615"));
    }

    @Test
    void refusesAnotherShapeThanIsAskedFor() throws IOException {
        Path scalar = write(NumPyBytes.file("<i8", false, "()", "0000000000000000"));
        assertEquals(
                scalar
                        + " must be a table of numbers, of shape (n, d), but has integers of shape"
                        + " ()",
                refusal(() -> matrix(scalar)));
        Path cube = write(NumPyBytes.file("<f4", false, "(1, 1, 1)", "00000000"));
        assertEquals(
                cube
                        + " must be a table of numbers, of shape (n, d), but has floats of shape"
                        + " (1, 1, 1)",
                refusal(() -> matrix(cube)));
        assertTrue(
                refusal(() -> integers("|b1", "(1,)", "01"))
                        .endsWith(
                                "must be a list of integers, of shape (n,), but has truth values of"
                                        + " shape (1,)"));
    }

    @Test
    void refusesRowsThatAreNotThere() throws IOException {
        Path file = write(NumPyBytes.file("<f4", false, "(3, 2)", NumPyBytes.C_F4));
        try (NpyFile npy = NpyFile.open(file)) {
            assertEquals(
                    "rows of %s must be 0 to 3, not 2 to 4".formatted(file),
                    refusal(() -> npy.rows(2, 4)));
        }
    }

    @Test
    void readsEveryHalfAsItsFormulaSays() {
        for (int bits = 0; bits < 1 << 16; bits++) {
            int exponent = bits >> 10 & 0x1f;
            double fraction = (bits & 0x3ff) / 1024.0;
            double magnitude =
                    exponent == 0
                            ? Math.scalb(fraction, -14)
                            : exponent == 31
                                    ? fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN
                                    : Math.scalb(1 + fraction, exponent - 15);
            double expected = (bits & 0x8000) == 0 ? magnitude : -magnitude;
            assertEquals((float) expected, NpyType.half((short) bits), Integer.toHexString(bits));
        }
    }

    private Path write(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("x.npy"), bytes);
    }

    private Matrix read(byte[] bytes) throws IOException {
        return matrix(write(bytes));
    }

    private static Matrix matrix(Path file) {
        try (NpyFile npy = NpyFile.open(file)) {
            return npy.matrix();
        }
    }

    private long[] integers(String descr, String shape, String elements) throws IOException {
        try (NpyFile npy = NpyFile.open(write(NumPyBytes.file(descr, false, shape, elements)))) {
            return npy.integers();
        }
    }

    private static String refusal(Executable attempt) {
        return assertThrows(InvalidInputException.class, attempt).getMessage();
    }
}
