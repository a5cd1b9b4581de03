package relrep.formats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import relrep.api.file.VectorBlock;
import relrep.api.file.VectorFile;
import relrep.api.file.VectorFormat;
import relrep.api.file.VectorSource;
import relrep.api.run.InvalidInputException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Tests word vectors as found in practice: with byte order marks, odd words, and wrong headers. */
class WordTextTest {
    @TempDir Path folder;

    private final Notes notes = new Notes();

    private void assertHolds(String text, List<String> keys, int width, float... all)
            throws IOException {
        assertHolds(new WordText(), text, keys, width, all);
    }

    private void assertHolds(
            VectorFormat format, String text, List<String> keys, int width, float... all)
            throws IOException {
        Path path = Files.writeString(folder.resolve("x.vec"), text);
        try (VectorFile file = format.open(VectorSource.of(path), notes)) {
            assertEquals(VectorFile.Content.VECTORS, file.content());
            assertEquals(width, file.width());
            VectorBlock block = file.read(0, file.rows());
            assertEquals(keys, block.keys());
            assertEquals(keys, file.keys());
            assertArrayEquals(all, block.vectors().toArray());
        }
    }

    private static VectorFormat lenient() {
        return new WordText().with(new WordText.Options(WordText.Keys.AUTO, true));
    }

    @Test
    void passesOverTheMarkBeforeAText() throws IOException {
        assertHolds("\uFEFF2 2\nthe 0.5 1\nof 2 3\n", List.of("the", "of"), 2, 0.5f, 1, 2, 3);
        assertHolds("\uFEFFthe 0.5 1\nof 2 3\n", List.of("the", "of"), 2, 0.5f, 1, 2, 3);
    }

    @Test
    void readsBlankTabAndEmptyWords() throws IOException {
        float[] values = {0.5f, 1, 2, 3, 4, 5, 6, 7};
        List<String> keys = List.of("the", " ", "\t", "");
        String lines = "the 0.5 1\n  2 3\n\t 4 5\n 6 7\n";
        assertHolds("4 2\n" + lines, keys, 2, values);
        assertHolds(lines, keys, 2, values);
        assertHolds("\u00a0 0.5 1\nthe 2 3\n", List.of("\u00a0", "the"), 2, 0.5f, 1, 2, 3);
    }

    @Test
    void readsPhrasesThatEndInNumbers() throws IOException {
        assertHolds(
                "route 66 0.5 1.5\nthe 2.5 3\nof 1.25 4\n",
                List.of("route 66", "the", "of"),
                2,
                0.5f,
                1.5f,
                2.5f,
                3,
                1.25f,
                4);
        assertHolds(
                "2 2\nversion 2.0\t0.5\t1\nthe\t2\t3\n",
                List.of("version 2.0", "the"),
                2,
                0.5f,
                1,
                2,
                3);
        assertHolds("2 2\n1984 0.5 1\n2001 2 3\n", List.of("1984", "2001"), 2, 0.5f, 1, 2, 3);
    }

    @Test
    void takesACounterForAnIndexAndSaysSo() throws IOException {
        assertHolds("0 0.5\n1 1.5\n2 2\n", List.of("0", "1", "2"), 1, 0.5f, 1.5f, 2);
        assertEquals(
                List.of(
                        folder
                                + "/x.vec: the first numbers of the lines count them and are taken"
                                + " for an index; format=word-text:keys=no reads them as"
                                + " coordinates"),
                notes.all());
        VectorFormat alone = new WordText().with(new WordText.Options(WordText.Keys.NO, false));
        assertHolds(alone, "0 0.5\n1 1.5\n2 2\n", List.of(), 2, 0, 0.5f, 1, 1.5f, 2, 2);
    }

    /** As {@code np.savetxt} writes them, or people. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0 5 10",
                "299 298 297",
                "1700000000 1700000060 1700000120",
                "0.000e+00 1.000e+00 2.000e+00",
                "7.0 9.0 11.0"
            })
    void takesEvenStepsForAnIndexAndSaysSo(String steps) throws IOException {
        List<String> keys = List.of(steps.split(" "));
        String text = "%s 0.5 1.5\n%s 2.5 3\n%s 1.25 4.5\n".formatted(keys.toArray());
        assertHolds(text, keys, 2, 0.5f, 1.5f, 2.5f, 3, 1.25f, 4.5f);
        assertTrue(notes.all().get(0).contains("count them and are taken for an index"));
        notes.all().clear();
        String last = "0.5 1.5 %s\n2.5 3 %s\n1.25 4.5 %s\n".formatted(keys.toArray());
        Path path = Files.writeString(folder.resolve("x.txt"), last);
        new WordText().open(VectorSource.of(path), notes).close();
        assertEquals(
                List.of(
                        path
                                + ": the last numbers of the lines may be an index or labels, and"
                                + " are read as a coordinate; format=csv:ignore=2 reads a copy"
                                + " whose name ends with .csv without them"),
                notes.all());
        Path copy = Files.copy(path, folder.resolve("copy.csv"));
        try (VectorFile file = new Csv().open(VectorSource.of(copy), notes)) {
            assertArrayEquals(
                    new float[] {0.5f, 1.5f, 2.5f, 3, 1.25f, 4.5f},
                    file.read(0, 3).vectors().toArray());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "42898 26419 63818", // ids
                "2 0 1", // rows in another order
                "00014 00024 00001",
                "1990 2001 1984", // words that are years
                "0 1 0",
                "-3 7 7",
                "1.000e+00 9.000e+00 4.000e+00" // of numpy.savetxt
            })
    void saysThatIntegersBesideFractionsMayBeNoCoordinates(String integers) throws IOException {
        List<String> keys = List.of(integers.split(" "));
        Path path = folder.resolve("x.txt");
        Files.writeString(path, "%s 0.5 1.5\n%s 2.5 3\n%s 1.25 4.5\n".formatted(keys.toArray()));
        try (VectorFile file = new WordText().open(VectorSource.of(path), notes)) {
            assertEquals(3, file.width());
        }
        assertEquals(
                List.of(
                        path
                                + ": the first numbers of the lines may be an index or labels, and"
                                + " are read as a coordinate; format=word-text:keys=yes reads them"
                                + " as keys"),
                notes.all());
        notes.all().clear();
        VectorFormat keyed = new WordText().with(new WordText.Options(WordText.Keys.YES, false));
        try (VectorFile file = keyed.open(VectorSource.of(path), notes)) {
            assertEquals(2, file.width());
            assertEquals(keys, file.keys());
        }
        assertEquals(List.of(), notes.all());
        for (String word : List.of("", "the ", "7.5 ")) {
            Object[] lines = keys.stream().map(key -> word + "0.5 1.5 " + key).toArray();
            Files.writeString(path, "%s\n%s\n%s\n".formatted(lines));
            notes.all().clear();
            new WordText().open(VectorSource.of(path), notes).close();
            assertEquals(
                    List.of(
                            path
                                    + ": the last numbers of the lines may be an index or labels,"
                                    + " and are read as a coordinate; format=csv:ignore="
                                    + (word.isEmpty() ? 2 : 3)
                                    + " reads a copy whose name ends with .csv without them"),
                    notes.all());
        }
    }

    @Test
    void saysThatEvenIntegersAboveFractionsMayBeNames() throws IOException {
        Path path = Files.writeString(folder.resolve("x.txt"), "1 2 3\n.5 1.5 2\n.1 .2 .3\n");
        try (VectorFile file = new WordText().open(VectorSource.of(path), notes)) {
            assertEquals(3, file.rows());
        }
        assertEquals(
                List.of(
                        path
                                + ": line 1 may be names of columns, and is read as a vector;"
                                + " format=csv:header=yes reads a copy whose name ends with .csv"
                                + " without it"),
                notes.all());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3 3~7 0.5 1.5~2 2.5 3~9 1.25 4.5~", // the header says that they are three
                "7 5 1~2 2 3~9 1 4~",
                "1 0.5 1.5~1 2.5 3~1 1.25 4.5~",
                "7 0.5 1.5~2 2.5 3~",
                "the 0.5 1.5~of 2.5 3~in 1.25 4.5~"
            })
    void saysNothingOfPlainVectors(String text) throws IOException {
        Path path = Files.writeString(folder.resolve("x.txt"), text.replace('~', '\n'));
        new WordText().open(VectorSource.of(path), notes).close();
        assertEquals(List.of(), notes.all());
        VectorFormat alone = new WordText().with(new WordText.Options(WordText.Keys.NO, false));
        Files.writeString(path, "7 0.5 1.5 2\n2 2.5 3 9\n9 1.25 4.5 0\n");
        alone.open(VectorSource.of(path), notes).close();
        assertEquals(List.of(), notes.all());
    }

    @Test
    void wordsAreWhatStandsBeforeTheWidthOfTheHeader() throws IOException {
        assertHolds(
                "3 3\nnew york 2020 1 2 3\nb 4 5 6\narea 51 4 5 6\n",
                List.of("new york 2020", "b", "area 51"),
                3,
                1,
                2,
                3,
                4,
                5,
                6,
                4,
                5,
                6);
        assertHolds("2 2\ncatch 22 .5 1\nthe 2 3\n", List.of("catch 22", "the"), 2, 0.5f, 1, 2, 3);
        assertHolds("2 2\n7 8 0.5 1\nthe 2 3\n", List.of("7 8", "the"), 2, 0.5f, 1, 2, 3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "2 3~the 0.5 1~of 2 3~ | 2: expected vectors of 3 numbers, as line 1 says, found 2"
                        + " numbers in line 2; format=word-text:lenient=true reads those of 2",
                "2 1~the 0.5 1~of 2 3~ | 2: expected vectors of 1 numbers, as line 1 says, found 2"
                        + " numbers in line 2; format=word-text:lenient=true reads those of 2",
                "9 2~the 0.5 1~of 2 3~ | 3: expected the end of the file after the 9 vectors that"
                        + " line 1 says, found it after 2; format=word-text:lenient=true reads"
                        + " what is there",
                "the 0.5 1.5~of 2 3~in the 1.5 0.5 1.5~ | 3: expected a word and 2 numbers, found 3"
                        + " numbers; format=word-text:lenient=true skips such lines",
                "2 2~version 2.0 0.5 1~the 2 3~ | 2: expected a word and 2 numbers, found 3"
                        + " numbers; format=word-text:lenient=true skips such lines",
                "route 66 1 2~the 3 4~of 5 6~ | 1: expected a word and 2 numbers, found 3 numbers,"
                        + " or a word that ends in a number; a first line with the number of words"
                        + " and 2 tells; format=word-text:lenient=true skips such lines",
                "2 2~the 0.5 1~2 3~ | 3: expected a word and 2 numbers, found 1 number; format="
                        + "word-text:lenient=true skips such lines"
            })
    void refusesWhatMayMeanSomethingElse(String text, String sentence) {
        Exception refused =
                assertThrows(
                        InvalidInputException.class,
                        () -> assertHolds(text.replace('~', '\n'), List.of(), 2));
        assertEquals(
                folder + "/x.vec" + (sentence.startsWith(":") ? "" : ", line ") + sentence,
                refused.getMessage());
    }

    @Test
    void skipsAndCountsWhereItIsTold() throws IOException {
        assertHolds(
                lenient(),
                "9 3\nthe 0.5 1\nof 2\n\nin nan 3\non 4 5\n",
                List.of("the", "on"),
                2,
                0.5f,
                1,
                4,
                5);
        assertEquals(
                List.of(
                        folder
                                + "/x.vec: 2 of 4 lines are skipped; the first: "
                                + folder
                                + "/x.vec, line 3: expected a word and 2 numbers, found 1 number;"
                                + " format=word-text:lenient=true skips such lines"),
                notes.all());
    }

    @Test
    void oneSkippedLineIsOne() throws IOException {
        assertHolds(lenient(), "the 0.5 1\nof 2\non 4 5\n", List.of("the", "on"), 2, 0.5f, 1, 4, 5);
        assertTrue(
                notes.all()
                        .get(0)
                        .startsWith(folder + "/x.vec: 1 of 3 lines is skipped; the first: "),
                notes.all()::toString);
    }
}
