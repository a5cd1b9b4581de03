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

import relrep.api.file.FileSignature;
import relrep.api.file.VectorFile;
import relrep.api.file.VectorFormat;
import relrep.api.file.VectorSource;
import relrep.api.run.InvalidInputException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Texts as NumPy, R, Excel, Weka and PostgreSQL write them. */
class OtherProgramsTest {
    private static final float[] VALUES = {0.5f, 1.5f, 2.5f, 3};

    @TempDir Path folder;

    private final Notes notes = new Notes();

    private VectorFile open(String name, String text) throws IOException {
        Path path = Files.writeString(folder.resolve(name), text.replace('~', '\n'));
        VectorFormat format = name.endsWith(".txt") ? new WordText() : new Csv();
        return format.open(VectorSource.of(path), notes);
    }

    private void assertReads(String name, String text, List<String> keys) throws IOException {
        try (VectorFile file = open(name, text)) {
            assertArrayEquals(VALUES, file.read(0, 2).vectors().toArray(), text);
            assertEquals(keys, file.keys());
        }
    }

    private String refused(String name, String text) {
        return assertThrows(
                        InvalidInputException.class,
                        () -> {
                            try (VectorFile file = open(name, text)) {
                                file.read(0, file.rows());
                            }
                        })
                .getMessage();
    }

    @ParameterizedTest
    @ValueSource(strings = {"# a b~", "#a b~", "# my data~# of today~", "# 7 8~", "#~"})
    void remarksOfNumPyBeforeNumbersArePassedOver(String remarks) throws IOException {
        assertReads("x.txt", remarks + "0.5 1.5~2.5 3~", List.of());
        long lines = remarks.chars().filter(c -> c == '~').count();
        assertEquals(
                List.of(
                        "%s/x.txt: taken for remarks: %d line%s with #"
                                .formatted(folder, lines, lines == 1 ? "" : "s")),
                notes.all());
    }

    @Test
    void aHashIsAWordAllTheSame() throws IOException {
        assertReads("x.txt", "# 0.5 1.5~1984 2.5 3~a 4 5~", List.of("#", "1984", "a"));
        assertReads("x.txt", "#x 0.5 1.5~the 2.5 3~", List.of("#x", "the"));
    }

    @Test
    void aRemarkBehindTheRowsIsRefusedAsOne() {
        assertEquals(
                folder
                        + "/x.csv, line 3: expected 2 columns, as the first line has, found 1, in"
                        + " what may be a remark, which can only stand before the rows; a copy"
                        + " without the line is read",
                refused("x.csv", "0.5,1.5~2.5,3~# the end~"));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "x.csv | \"V1\" \"V2\"~\"1\" 0.5 1.5~\"2\" 2.5 3~ | 1,2",
                "x.csv | \"V1\" \"V2\"~\"the\" 0.5 1.5~\"of\" 2.5 3~ | the,of",
                "x.tsv | V1\tV2~1\t0.5\t1.5~2\t2.5\t3~ | 1,2",
                "x.tsv | V1\tV2~gene0\t0.5\t1.5~gene1\t2.5\t3~ | gene0,gene1",
                "x.csv | V1,V2~7,0.5,1.5~2,2.5,3~ | 7,2",
                "x.csv | the 0.5 1.5~of 2.5 3~ | the,of"
            })
    void rowNamesOfRAreKeys(String name, String text, String keys) throws IOException {
        assertReads(name, text, List.of(keys.split(",")));
        assertTrue(notes.all().get(0).contains(": column 0"), notes.all().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"V1\" \"V2\"~\"1\" 0.5 1.5~\"2\" 2.5 3~", "a b~0.5 1.5~2.5 3~"})
    void namesOfColumnsInWordTextAreRefusedWithTheFormatThatReadsThem(String text)
            throws IOException {
        String refused = refused("x.txt", text);
        assertTrue(
                refused.contains("; a copy whose name ends with .csv is read with names of"),
                refused);
        boolean keyed = text.startsWith("\"");
        assertReads("x.csv", text, keyed ? List.of("1", "2") : List.of());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sep=;~0.5;1.5~2.5;3~",
                "SEP=,~x,y~0.5,1.5~2.5,3~",
                "sep=|~x|y~.5|1.5~2.5|3~"
            })
    void theSeparatorThatExcelIsToldIsTaken(String text) throws IOException {
        assertReads("x.csv", text, List.of());
        assertTrue(notes.all().get(0).contains("the separator: line 1"), notes.all().toString());
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '#',
            value = {
                "x.txt # the 0,5 1,5~of 0,25 2,5~in 1,25 2,0~",
                "x.csv # 0.5:1.5:7~2.5:3.5:8~1.5:2.0:9~",
                "x.txt #  id | emb~----+-----~  1 | [0.5,1.5]~  2 | [2.5,3.5]~(2 rows)~"
            })
    void numbersThatAreTakenForWordsAreSaidToBe(String name, String text) throws IOException {
        try (VectorFile file = open(name, text)) {
            assertEquals(VectorFile.Content.KEYS, file.content());
        }
        assertTrue(
                notes.all()
                        .get(0)
                        .startsWith(
                                folder.resolve(name)
                                        + ": most lines hold several numbers, but what separates"
                                        + " them is not known"),
                notes.all().toString());
        notes.all().clear();
        open("x.txt", "route 66~2001~version 2.0~the~").close();
        assertEquals(List.of(), notes.all());
    }

    @Test
    void arffIsNamedAsWhatItIs() {
        byte[] arff = "@RELATION x\n@attribute a numeric\n".getBytes(StandardCharsets.US_ASCII);
        assertTrue(FileSignature.of(arff).orElse("").startsWith("an ARFF of Weka"));
    }

    @Test
    void theLineWithBytesThatAreNoUtf8IsNamed() throws IOException {
        Path path = folder.resolve("x.csv");
        Files.writeString(path, "word,x\nfée,1\ncafé,2\n", StandardCharsets.ISO_8859_1);
        String told =
                assertThrows(
                                InvalidInputException.class,
                                () -> new Csv().open(VectorSource.of(path), notes))
                        .getMessage();
        assertEquals(
                path + ", line 2: expected UTF-8 from here on, found bytes that are none", told);
    }

    @Test
    void wordsThatAreNoCoordinatesAreReadAsKeysByAnOption() throws IOException {
        String text = "h,x0,x1\n1,0.5,1.5\n3c,2.5,3\n";
        assertReads("x.csv", text, List.of());
        assertEquals(
                List.of(
                        folder
                                + "/x.csv: taken for names of columns: line 1, no coordinates:"
                                + " column 0 ('h'); format=csv:key=0 reads it otherwise"),
                notes.all());
        CsvAdviceTest.follow(notes.all().get(0), folder.resolve("x.csv"), text);
    }
}
