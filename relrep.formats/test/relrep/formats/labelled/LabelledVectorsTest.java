package relrep.formats.labelled;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import relrep.api.data.DataPlaces;
import relrep.api.data.Dataset;
import relrep.api.data.Matrix;
import relrep.api.data.Samples;
import relrep.api.data.Split;
import relrep.api.file.VectorFormat;
import relrep.api.plugin.Plugins;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.api.run.Seed;
import relrep.api.run.UnavailableException;
import relrep.api.tck.DynamicChecks;
import relrep.api.tck.Setting;
import relrep.files.npy.NpyWriter;
import relrep.formats.Csv;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

class LabelledVectorsTest {
    private static final Run RUN = Run.quiet(Seed.of(1));

    @TempDir Path folder;

    private DataPlaces places;

    @BeforeEach
    void write() throws IOException {
        places = new DataPlaces(List.of(folder), folder.resolve("cache"), false);
        vectors("train.npy", 10);
        vectors("test.npy", 4);
        text("train.txt", "dog\ncat\ndog\ncat\ndog\ncat\ndog\ncat\nowl\nowl\n");
        text("test.csv", "id,label\na,cat\nb,owl\nc,dog\nd,dog\n");
    }

    /** Row i is i, -i. */
    private void vectors(String name, int rows) {
        float[][] values = new float[rows][];
        for (int i = 0; i < rows; i++) {
            values[i] = new float[] {i, -i};
        }
        NpyWriter.write(folder.resolve(name), Matrix.of(values));
    }

    private void text(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content);
    }

    /** Knows one format. */
    private static final class CsvAlone implements Plugins {
        @Override
        public <T> T get(Class<T> contract, String expression) {
            assertEquals("csv(key=none)", expression);
            assertEquals(VectorFormat.class, contract);
            return contract.cast(
                    new Csv().with(new Csv.Options(Csv.Header.AUTO, "none", Csv.Separator.AUTO)));
        }
    }

    private Dataset set(String files, String labels, String keys, String test) {
        return set(files, labels, keys, test, 1, "");
    }

    private Dataset set(
            String files, String labels, String keys, String test, int seed, String classes) {
        return new LabelledVectors(new CsvAlone())
                .with(
                        new LabelledVectors.Options(
                                list(files),
                                list(labels),
                                list(keys),
                                test,
                                seed,
                                list(classes),
                                List.of()));
    }

    private static List<String> list(String joined) {
        return joined.isEmpty() ? List.of() : List.of(joined.split("\\+", -1));
    }

    private Split load(Dataset dataset) {
        return dataset.load(places, RUN);
    }

    private String refusal(Dataset dataset) {
        return assertThrows(InvalidInputException.class, () -> load(dataset))
                .getMessage()
                .replace(folder.toString(), ".");
    }

    private String refusal(String files, String labels, String keys, String test) {
        return assertThrows(InvalidInputException.class, () -> load(set(files, labels, keys, test)))
                .getMessage()
                .replace(folder.toString(), ".");
    }

    @Test
    void splitsByFiles() {
        Split split = load(set("train.npy+test.npy", "train.txt+test.csv", "", ""));
        assertEquals(split, load(set("train.npy", "train.txt+test.csv", "", "test.npy")));
        assertEquals(10, split.train().size());
        assertEquals(4, split.test().size());
        assertEquals(List.of("cat", "dog", "owl"), split.test().requireLabels().classes());
        assertArrayEquals(new int[] {0, 2, 1, 1}, split.test().requireLabels().toArray());
        assertEquals(Optional.empty(), split.test().keys());
        assertEquals(
                List.of("train.npy", "train.txt", "test.npy", "test.csv"),
                List.copyOf(split.checksums().keySet()));
    }

    @Test
    void splitsByAShareThatTheSeedChooses() {
        Split split = load(set("train.npy", "train.txt", "", "0.3"));
        assertEquals(7, split.train().size());
        assertEquals(3, split.test().size());
        List<Integer> rows = new ArrayList<>(rows(split.train()));
        assertEquals(rows.stream().sorted().toList(), rows, "the order of the file");
        rows.addAll(rows(split.test()));
        assertEquals(IntStream.range(0, 10).boxed().toList(), rows.stream().sorted().toList());
        for (int i = 0; i < 3; i++) {
            int row = rows(split.test()).get(i);
            int expected = row >= 8 ? 2 : 1 - row % 2;
            assertEquals(expected, split.test().requireLabels().get(i));
        }
        assertNotEquals(
                rows(split.test()),
                rows(load(set("train.npy", "", "", "0.3", 3, "")).test()),
                "another seed");
        assertEquals(2, load(set("train.npy", "", "", "")).test().size(), "a fifth by default");
        Split all = load(set("train.npy", "", "", "0"));
        assertEquals(all.train(), all.test());
    }

    private static List<Integer> rows(Samples samples) {
        return IntStream.range(0, samples.size())
                .mapToObj(i -> (int) samples.inputs().get(i, 0))
                .toList();
    }

    @Test
    void ordersNumbersByTheirSizeAndTakesAnOrderThatIsGiven() throws IOException {
        text("n.txt", "10\n2\n10\n2\n-1\n2\n10\n2\n2\n2\n");
        assertEquals(
                List.of("-1", "2", "10"),
                load(set("train.npy", "n.txt", "", "")).train().requireLabels().classes());
        assertArrayEquals(
                new int[] {1, 2, 1},
                Arrays.copyOf(
                        load(set("train.npy", "train.txt", "", "0", 1, "owl+dog+cat"))
                                .train()
                                .requireLabels()
                                .toArray(),
                        3));
        Files.write(folder.resolve("n.npy"), integers(3, 3, 3, 3, 3, 3, 3, 3, 3, 1));
        assertArrayEquals(
                new int[] {1, 1, 1, 1, 1, 1, 1, 1, 1, 0},
                load(set("train.npy", "n.npy", "", "0")).train().requireLabels().toArray());
    }

    /** Bytes as NumPy writes an array of uint8. */
    private static byte[] integers(int... values) {
        String header =
                "{'descr': '|u1', 'fortran_order': False, 'shape': (%d,), }"
                        .formatted(values.length);
        String padded = header + " ".repeat(117 - header.length()) + "\n";
        byte[] start =
                ("\u0093NUMPY\u0001\u0000v\u0000" + padded).getBytes(StandardCharsets.ISO_8859_1);
        byte[] all = Arrays.copyOf(start, start.length + values.length);
        for (int i = 0; i < values.length; i++) {
            all[start.length + i] = (byte) values[i];
        }
        return all;
    }

    @Test
    void takesKeysFromTheirFileOrTheVectors() throws IOException {
        text("keyed.csv", "id,x,y\nu,0.5,1\nv,2,3.5\n");
        assertEquals(
                Optional.of(List.of("u", "v")), load(set("keyed.csv", "", "", "0")).train().keys());
        text("keys.txt", "one\ntwo\n");
        assertEquals(
                Optional.of(List.of("one", "two")),
                load(set("keyed.csv", "", "keys.txt", "0")).train().keys());
        text("twice.txt", "one\none\n");
        assertEquals(
                "keys must differ, but rows 0 and 1 of ./twice.txt are both 'one'",
                refusal("keyed.csv", "", "twice.txt", "0"));
    }

    @Test
    void asksForTheFormatThatIsNamed() throws IOException {
        text("keyed.csv", "id,x\n1,5.5\n2,6.5\n");
        Dataset named =
                new LabelledVectors(new CsvAlone())
                        .with(
                                new LabelledVectors.Options(
                                        List.of("keyed.csv"),
                                        List.of(),
                                        List.of(),
                                        "0",
                                        1,
                                        List.of(),
                                        List.of("csv(key=none)")));
        assertEquals(2, load(named).train().shape().size());
        assertEquals(1, load(set("keyed.csv", "", "", "0")).train().shape().size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "train.npy|test.csv|''|labels must be as many as vectors, but ./test.csv has 4 and"
                        + " ./train.npy has 10",
                "test.npy|test.csv+train.txt|''|labels must have one file for each file of vectors,"
                        + " 1, not 2",
                "train.npy+test.npy|train.txt+odd.txt|''|labels must be among cat, dog, owl, but"
                        + " row 1 of ./odd.txt is 'dgo'",
                "train.npy+test.npy|train.txt+gap.csv|''|labels must not be empty, but that of row"
                        + " 2 of ./gap.csv is",
                "test.npy|test.npy|''|labels must be words or whole numbers, one for each vector,"
                        + " but ./test.npy holds 4 × 2 decimal numbers",
                "test.npy|two.csv|''|labels must be a table of one column, or with one column"
                        + " called category or class or label or target, but the columns of"
                        + " ./two.csv are a, b",
                "test.npy|latin.csv|''|./latin.csv, offset 6: expected text in UTF-8, found the"
                        + " byte 0xe9 in line 2",
                "train.npy+wide.csv|''|''|vectors to train and to test must be equally wide, but"
                        + " ./train.npy has 2 columns and ./wide.csv has 3",
                "train.npy|''|1.5|test must be a share of the rows, at least 0 and below 1, or a"
                        + " file, not 1.5",
                "test.npy|''|0.01|test must leave rows for both parts, but 0.01 of 4 rows are 0",
                "train.npy+test.npy|''|0.2|vectors must have one file to train and one to test, not"
                        + " train.npy and test.npy and test=0.2",
                "train.txt|''|''|./train.txt must hold vectors, one a row, but holds a list",
            })
    void refusesWhatDoesNotFit(String files, String labels, String test, String message)
            throws IOException {
        text("odd.txt", "cat\ndgo\ncat\ncat\n");
        text("gap.csv", "class\ncat\ncat\n\"\"\ncat\n");
        text("two.csv", "a,b\n1,2\n");
        text("wide.csv", "0.5,1,2.5\n1.5,2,3.5\n");
        Files.write(
                folder.resolve("latin.csv"),
                "label\n\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
        assertEquals(message, refusal(files, labels, "", test));
    }

    @Test
    void refusesVectorsThatAreNoNumbers() {
        NpyWriter.write(
                folder.resolve("nan.npy"),
                Matrix.of(new float[][] {{1, 2}, {3, Float.NaN}, {1, 1}}));
        String message = refusal("nan.npy", "", "", "0");
        assertTrue(message.contains("row 1, column 1"), message);
    }

    @Test
    void refusesClassesThatLabelsDoNotHave() {
        assertEquals(
                "labels must be among dog, cat, but row 8 of ./train.txt is 'owl'",
                refusal(set("train.npy", "train.txt", "", "0", 1, "dog+cat")));
    }

    @Test
    void saysWhichFileItNeeds() {
        assertTrue(
                assertThrows(UnavailableException.class, () -> load(set("absent.npy", "", "", "")))
                        .getMessage()
                        .startsWith("vectors needs the file absent.npy, which is not at "));
        assertTrue(
                assertThrows(UnavailableException.class, () -> load(set("", "", "", "")))
                        .getMessage()
                        .startsWith("vectors needs its file named, "));
    }

    @TestFactory
    Stream<DynamicTest> keepsTheContract() {
        return DynamicChecks.of(
                set("train.npy", "train.txt", "", "0.3"),
                new Setting(Seed.of(1), places, Map.of()));
    }
}
