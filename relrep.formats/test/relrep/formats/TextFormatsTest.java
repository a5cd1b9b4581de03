package relrep.formats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import relrep.api.file.VectorBlock;
import relrep.api.file.VectorFile;
import relrep.api.file.VectorFile.Content;
import relrep.api.file.VectorFormat;
import relrep.api.file.VectorSource;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.api.run.Seed;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.zip.GZIPOutputStream;

/** Tests hand-written texts of vectors and binary word2vec files, valid and invalid. */
class TextFormatsTest {
    @TempDir Path folder;

    private VectorFile open(VectorFormat format, String name, byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve(name), bytes);
        return format.open(VectorSource.of(file), Run.quiet(Seed.of(1)));
    }

    private VectorFile text(String text) throws IOException {
        return open(new WordText(), "x.txt", text.getBytes(StandardCharsets.UTF_8));
    }

    private VectorFile table(String text) throws IOException {
        return open(new Csv(), "x.csv", text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    private static void assertHolds(VectorFile file, List<String> keys, int width, float... all) {
        try (file) {
            assertEquals(Content.VECTORS, file.content());
            assertEquals(width, file.width());
            VectorBlock block = file.read(0, file.rows());
            assertEquals(keys, block.keys());
            assertEquals(keys, file.keys());
            assertArrayEquals(all, block.vectors().toArray());
        }
    }

    @Test
    void readsGloveWord2vecTextAndFastText() throws IOException {
        List<String> keys = List.of("the", "naïve");
        float[] values = {0.5f, -1e-3f, 2, 3.25f};
        assertHolds(text("the 0.5 -1e-3\nnaïve 2 3.25\n"), keys, 2, values);
        assertHolds(text("2 2\nthe 0.5 -1e-3\nnaïve 2 3.25"), keys, 2, values);
        assertHolds(text("2 2\r\nthe 0.5 -1e-3 \r\nnaïve 2 3.25 \r\n"), keys, 2, values);
        byte[] packed =
                gzip("2 2\nthe 0.5 -1e-3 \nnaïve 2 3.25 \n".getBytes(StandardCharsets.UTF_8));
        assertHolds(open(new WordText(), "x.vec.gz", packed), keys, 2, values);
    }

    @Test
    void aWordMayHaveBlanks() throws IOException {
        assertHolds(text("the 1 2\n. . . 3 4\n"), List.of("the", ". . ."), 2, 1, 2, 3, 4);
    }

    @Test
    void linesOfNumbersHaveNoKeys() throws IOException {
        assertHolds(text("1 2\n3 4\n"), List.of(), 2, 1, 2, 3, 4);
    }

    @Test
    void readsListsOfWordsAndOfWholeNumbers() throws IOException {
        try (VectorFile words = text("the\nNew York\n")) {
            assertEquals(Content.KEYS, words.content());
            assertEquals(List.of("the", "New York"), words.keys());
        }
        try (VectorFile rows = text("3\n-1\n7\n")) {
            assertEquals(Content.INTEGERS, rows.content());
            assertArrayEquals(new long[] {3, -1, 7}, rows.integers());
        }
        try (VectorFile labels = table("label\n3\n0\n")) {
            assertArrayEquals(new long[] {3, 0}, labels.integers());
        }
    }

    @Test
    void readsTablesWithAndWithoutNamesAndKeys() throws IOException {
        List<String> keys = List.of("a", "b, c");
        assertHolds(table("a,1,2\n\"b, c\",3,4\n"), keys, 2, 1, 2, 3, 4);
        assertHolds(table("word,x,y\na,1,2\n\"b, c\",3,4\n"), keys, 2, 1, 2, 3, 4);
        assertHolds(table("x;y\n1;2\n3;4\n"), List.of(), 2, 1, 2, 3, 4);
        assertHolds(table("\uFEFF1,2\n3,4\n"), List.of(), 2, 1, 2, 3, 4);
        assertHolds(table("id,x\n7,1\n8,2\n"), List.of("7", "8"), 1, 1, 2);
        assertHolds(table(",0,1\n7,1,2\n8,3,4\n"), List.of("7", "8"), 2, 1, 2, 3, 4);
        VectorFormat keyed =
                new Csv().with(new Csv.Options(Csv.Header.NO, "1", Csv.Separator.COMMA));
        assertHolds(
                open(keyed, "x.csv", "1,a,2\n3,b,4\n".getBytes(StandardCharsets.UTF_8)),
                List.of("a", "b"),
                2,
                1,
                2,
                3,
                4);
    }

    @Test
    void readsDecimalsAsNumPyDoes() {
        for (String text :
                List.of(
                        "0.1",
                        "-0.0",
                        "1e-40",
                        "16777217",
                        "3.4028235e38",
                        "1.17549435E-38",
                        "123456789012345678901234567890",
                        "0.000000000000000000000000012345",
                        "9007199254740993",
                        ".5",
                        "5.",
                        "+7")) {
            assertEquals(Double.parseDouble(text), Decimal.of(text), text);
        }
        for (String text :
                List.of(
                        "",
                        "-",
                        ".",
                        "e5",
                        "1e",
                        "1e+",
                        "1e5.5",
                        "0x1p3",
                        "1f",
                        "1d",
                        "NaN",
                        "inf",
                        "Infinity",
                        "1e400",
                        "1 2",
                        "1.2.3",
                        "2024-01-02",
                        "--1",
                        "1_000",
                        "１")) {
            assertTrue(Double.isNaN(Decimal.of(text)), text);
        }
        byte[] blanks = " 1 ".getBytes(StandardCharsets.US_ASCII);
        assertTrue(Double.isNaN(Decimal.of(blanks, 0, 3)));
        assertEquals(1, Decimal.of(blanks, 1, 2));
    }

    /** Every float and double as Java writes them, and digits beyond what a double holds. */
    @Test
    void readsDecimalsToTheNearestDouble() {
        RandomGenerator random = Seed.of(1).branch("decimals").random();
        for (int i = 0; i < 100_000; i++) {
            String text =
                    switch (i % 3) {
                        case 0 -> Float.toString(Float.intBitsToFloat(random.nextInt()));
                        case 1 -> Double.toString(Double.longBitsToDouble(random.nextLong()));
                        default -> random.nextLong() + "." + random.nextLong(1L << 60) + "e-9";
                    };
            double expected = Double.parseDouble(text);
            assertEquals(Double.isFinite(expected) ? expected : Double.NaN, Decimal.of(text), text);
        }
    }

    @Test
    void readsTheBinaryOfWord2vec() throws IOException {
        assertHolds(
                open(new Word2vec(), "x.bin", binary("2 2\n", "the", "naïve")),
                List.of("the", "naïve"),
                2,
                0,
                1,
                10,
                11);
        assertHolds(
                open(new Word2vec(), "x.bin.gz", gzip(binary("1 2\n", "the"))),
                List.of("the"),
                2,
                0,
                1);
    }

    private static byte[] binary(String header, String... words) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(header.getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < words.length; i++) {
            bytes.write((words[i] + " ").getBytes(StandardCharsets.UTF_8));
            bytes.write(
                    ByteBuffer.allocate(8)
                            .order(ByteOrder.LITTLE_ENDIAN)
                            .putFloat(10f * i)
                            .putFloat(10f * i + 1)
                            .array());
            bytes.write('\n');
        }
        return bytes.toByteArray();
    }

    @Test
    void recognisesEachByNameOrContent() throws IOException {
        byte[] glove = "the 0.5 1\n".getBytes(StandardCharsets.UTF_8);
        assertTrue(new WordText().recognises("glove", glove));
        assertTrue(new Word2vec().recognises("vectors", binary("1 2\n", "the")));
        assertTrue(new Word2vec().recognises("vectors.txt", binary("1 2\n", "the")));
        assertFalse(new WordText().recognises("vectors.txt", binary("1 2\n", "the")));
        assertTrue(new Csv().recognises("x.tsv", glove));
        assertTrue(new Npz().recognises("x", new byte[] {'P', 'K', 3, 4}));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "the 1 2~of 3~ | 2: expected a word and 2 numbers, found 1 number; format="
                        + "word-text:lenient=true skips such lines",
                "the 1 2~of 3 4 5~ | 2: expected a word and 2 numbers, found 3 numbers, or a word"
                        + " that ends in a number; a first line with the number of words and 2"
                        + " tells; format=word-text:lenient=true skips such lines",
                "the 1 2~of 3 nan~ | 2: expected a finite number in row 1, column 1, found 'nan';"
                        + " format=word-text:lenient=true skips such lines",
                "the 1 2~of 3 1e39~ | 2: expected a finite number within float32 in row 1, column"
                        + " 1, found '1e39'; format=word-text:lenient=true skips such lines",
                "3 2 skipgram~the 1 2~of 3 4~ | 1: expected a finite number in row 0, column 1,"
                        + " found 'skipgram'; format=word-text:lenient=true skips such lines",
                "3 2~the 1 2~of 3 4~ | 3: expected the end of the file after the 3 vectors that"
                        + " line 1 says, found it after 2; format=word-text:lenient=true reads what"
                        + " is there",
                "the 1 2~~of 3 4~ | 3: expected no blank line before it, found one"
            })
    void refusesABrokenTextByItsLine(String text, String sentence) throws IOException {
        assertRefused(
                "x.txt, line " + sentence,
                () -> {
                    try (VectorFile file = text(text.replace('~', '\n'))) {
                        file.read(0, file.rows());
                    }
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a,1,2~b,3~ | 2: expected 3 columns, as the first line has, found 2",
                "a,1,2~b,3,x~ | 2: expected a finite number in row 1, column 1, found 'x'",
                "a,1,2~b,inf,3~ | 2: expected a finite number in row 1, column 0, found 'inf'"
            })
    void refusesABrokenTableByItsLine(String text, String sentence) throws IOException {
        assertRefused(
                "x.csv, line " + sentence,
                () -> {
                    try (VectorFile file = table(text.replace('~', '\n'))) {
                        file.read(0, file.rows());
                    }
                });
    }

    @Test
    void refusesWordsThatAreNoUtf8() throws IOException {
        byte[] latin = "caf\u00e9 1 2\n".getBytes(StandardCharsets.ISO_8859_1);
        assertRefused(
                "x.txt, line 1: expected a key in UTF-8, found 'caf\\xe9'",
                () -> open(new WordText(), "x.txt", latin).read(0, 1));
        VectorFormat lenient = new WordText().with(new WordText.Options(WordText.Keys.AUTO, true));
        assertEquals(List.of("caf\uFFFD"), open(lenient, "x.txt", latin).keys());
        byte[] binary = binary("1 2\n", "x");
        binary[4] = (byte) 0xe9;
        assertRefused(
                "x.bin, offset 4: expected a word in UTF-8 (format=word2vec-binary:lenient=true"
                        + " reads others), found '\\xe9'",
                () -> open(new Word2vec(), "x.bin", binary).read(0, 1));
        assertRefused(
                "x.csv, line 1: expected UTF-8 from here on, found bytes that are none",
                () ->
                        open(
                                new Csv(),
                                "x.csv",
                                "caf\u00e9,1\n".getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Test
    void refusesNulBytes() {
        assertRefused(
                "x.txt, line 2: expected text, found a NUL byte",
                () -> text("a 1 2\nb\0c 3 4\n").read(0, 2));
    }

    @Test
    void readsWhatIsWholeOfABinaryWhereItIsTold() throws IOException {
        VectorFormat lenient = new Word2vec().with(new Word2vec.Options(true));
        Notes notes = new Notes();
        byte[] three = binary("9 2\n", "the", "of", "in");
        ByteBuffer.wrap(three).order(ByteOrder.LITTLE_ENDIAN).putFloat(8, Float.NaN);
        Path file = folder.resolve("x.bin");
        Files.write(file, three);
        assertHolds(
                lenient.open(VectorSource.of(file), notes), List.of("of", "in"), 2, 10, 11, 20, 21);
        Files.write(file, Arrays.copyOf(three, three.length - 3));
        assertHolds(lenient.open(VectorSource.of(file), notes), List.of("of"), 2, 10, 11);
        assertEquals(
                file
                        + ": 2 words are read, 1 are skipped; the first that is wrong: "
                        + file
                        + ", offset 8: expected a finite number in row 0, column 0, found NaN",
                notes.all().get(0));
        Files.write(file, binary("1 2\n", "the", "of"));
        assertHolds(
                lenient.open(VectorSource.of(file), notes), List.of("the", "of"), 2, 0, 1, 10, 11);
        assertEquals(
                file
                        + ": 2 words are read, 0 are skipped; the first that is wrong: "
                        + file
                        + ", offset 0: expected as many words as there are, 2, found 1",
                notes.all().get(2));
    }

    @Test
    void refusesABinaryThatPromisesMoreThanThereIs() {
        assertRefused(
                "x.bin, offset 0: expected at most 1 words with vectors of 2, which is what 13"
                        + " bytes can hold, found 999999999999 of them; format="
                        + "word2vec-binary:lenient=true reads those that are whole",
                () -> open(new Word2vec(), "x.bin", binary("999999999999 2\n", "the")));
        assertRefused(
                "x.bin, offset 0: expected at most 0 words with vectors of 99999999, which is what"
                        + " 13 bytes can hold, found 1 of them; format=word2vec-binary:lenient=true"
                        + " reads those that are whole",
                () -> open(new Word2vec(), "x.bin", binary("1 99999999\n", "the")));
        assertRefused(
                "x.bin, offset 17: expected the end of the file after 1 words, found more; format="
                        + "word2vec-binary:lenient=true reads them too",
                () -> open(new Word2vec(), "x.bin", binary("1 2\n", "the", "of")).read(0, 1));
    }

    private void assertRefused(String sentence, Executable body) {
        String message = assertThrows(InvalidInputException.class, body).getMessage();
        assertEquals(folder + "/" + sentence, message);
    }
}
