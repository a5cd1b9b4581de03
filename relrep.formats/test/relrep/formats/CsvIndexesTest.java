package relrep.formats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import relrep.api.data.Matrix;
import relrep.api.file.VectorFile;
import relrep.api.file.VectorSource;
import relrep.api.run.InvalidInputException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Checks that columns that count the rows are not coordinates, at any position. */
@Tag("slow")
class CsvIndexesTest {
    private static final int ROWS = 150;
    private static final int WIDTH = 12;

    @TempDir Path folder;

    private final Notes notes = new Notes();

    /** A table of numbers drawn at random, with one column more at some place. */
    private String table(String header, int place, IntFunction<String> column) {
        StringBuilder text = new StringBuilder();
        if (!header.isEmpty()) {
            List<String> names =
                    IntStream.range(0, WIDTH)
                            .mapToObj(i -> "x" + i)
                            .collect(Collectors.toCollection(ArrayList::new));
            names.add(place, header);
            text.append(String.join(",", names)).append('\n');
        }
        for (int i = 0; i < ROWS; i++) {
            List<String> cells = new ArrayList<>();
            for (int j = 0; j < WIDTH; j++) {
                cells.add(String.valueOf(number(i, j)));
            }
            cells.add(place, column.apply(i));
            text.append(String.join(",", cells)).append('\n');
        }
        return text.toString();
    }

    private static float number(int row, int column) {
        return (float) new SplittableRandom(row * 1000L + column).nextDouble(-2, 2);
    }

    private static Matrix numbers() {
        float[] all = new float[ROWS * WIDTH];
        for (int i = 0; i < all.length; i++) {
            all[i] = number(i / WIDTH, i % WIDTH);
        }
        return Matrix.of(ROWS, WIDTH, all);
    }

    private VectorFile open(String text) throws IOException {
        return new Csv()
                .open(VectorSource.of(Files.writeString(folder.resolve("x.csv"), text)), notes);
    }

    private void assertLeftOut(String text, String said) throws IOException {
        notes.all().clear();
        try (VectorFile file = open(text)) {
            assertEquals(WIDTH, file.width());
            assertEquals(numbers(), file.read(0, file.rows()).vectors());
        }
        assertEquals(1, notes.all().size(), notes.all().toString());
        assertTrue(notes.all().get(0).contains(said), notes.all().get(0));
        CsvAdviceTest.follow(notes.all().get(0), folder.resolve("x.csv"), text);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1",
        "1, 1",
        "0, 5",
        "7, 3",
        "299, -1",
        "-10, 2",
        "1700000000, 60",
        "1700000000000, 1000"
    })
    void areLeftOutWhereverTheyStand(long from, long step) throws IOException {
        for (int place : new int[] {0, 5, WIDTH}) {
            for (String name : new String[] {"", "step", "n", "rank", "x99"}) {
                String text = table(name, place, i -> String.valueOf(from + i * step));
                assertLeftOut(text, "an index: column " + place);
            }
            String floats = table("", place, i -> from + i * step + ".0");
            assertLeftOut(floats, "an index: column " + place);
        }
    }

    @Test
    void areLeftOutWhereTheyAreFractions() throws IOException {
        for (int place : new int[] {0, 5, WIDTH}) {
            assertLeftOut(
                    table("", place, i -> String.valueOf(i * 0.1)), "an index: column " + place);
        }
    }

    @Test
    void areFoundByTheirNames() throws IOException {
        IntFunction<String> uneven = i -> String.valueOf(i * i % 97 + 0.5);
        for (String name : new String[] {"t", "time", "timestamp", "norm", "epoch"}) {
            for (int place : new int[] {0, 5, WIDTH}) {
                assertLeftOut(
                        table(name, place, uneven),
                        "no coordinates: column %d ('%s')".formatted(place, name));
            }
        }
        IntFunction<String> words = i -> i < 100 ? "1" : "test";
        assertLeftOut(table("split", WIDTH, words), "no coordinates: column 12 ('split')");
    }

    @Test
    void areLeftOutBesideZerosWithoutPoints() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < ROWS; i++) {
            text.append(5 * i)
                    .append(i < 100 ? ",0,0," : ",0.5,0,")
                    .append(i * i + 0.5)
                    .append('\n');
        }
        try (VectorFile file = open(text.toString())) {
            assertEquals(3, file.width());
        }
        assertEquals(
                List.of(
                        folder
                                + "/x.csv: taken for an index: column 0; format=csv:key=none"
                                + " reads it otherwise"),
                notes.all());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0,7,9~5,1,2~10,8,3~15,4,4~",
                "0.5,1.5,17~2.5,3.5,4~0.1,1.1,9~",
                "17,0.5,1.5~4,2.5,3.5~9,0.1,1.1~"
            })
    void aDoubtIsSaidOnce(String table) throws IOException {
        String text = table.replace('~', '\n');
        try (VectorFile file = open(text)) {
            assertEquals(3, file.width());
        }
        int column = table.startsWith("0.5") ? 2 : 0;
        assertEquals(
                List.of(
                        ("%s/x.csv: column %d may be an index or labels, and is read as a"
                                        + " coordinate; format=csv:ignore=%d leaves it out")
                                .formatted(folder, column, column)),
                notes.all());
        CsvAdviceTest.follow(notes.all().get(0), folder.resolve("x.csv"), text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "42,0,.5,1.5,2~17,1,.1,1.2,3~99,0,.7,1,4.5~ | columns 0 and 1",
                "0,0,.5,1.5~0,1,.1,1.2~1,0,.7,1.1~ | columns 0 and 1",
                "a,b,x,y~0,0,.5,1.5~0,1,.1,1.2~1,0,.7,1.1~ | columns 0 ('a') and 1 ('b')",
                "4,.5,1.5,0~1,.1,1.2,1~3,.7,1.1,0~ | columns 0 and 3",
                "4,.5,1.5,0.0~1,.1,1.2,1.0~3,.7,1.1,0.0~ | columns 0 and 3",
                "4e0,.5,1.5,.7,0~1e0,.1,1.2,.2,1~3e0,.7,1.1,.1,1~ | columns 0 and 4",
                "word,size,from,to~a,4,.5,1~b,1,.1,2.5~c,3,.7,1~ | column 1 ('size')"
            })
    void fewIntegersBesideFractionsAreADoubt(String table, String said) throws IOException {
        String text = table.replace('~', '\n');
        open(text).close();
        String note = notes.all().get(notes.all().size() - 1);
        String columns =
                said.replaceFirst("columns (.*) and (.*)", "column $1 and column $2 may be indices")
                        .replaceFirst("^(column \\S+( \\S+)?)$", "$1 may be an index");
        assertTrue(note.startsWith(folder + "/x.csv: " + columns + " or labels"), note);
        CsvAdviceTest.follow(note, folder.resolve("x.csv"), text);
    }

    @Test
    void integersFarDownInWideTablesAreADoubtToo() throws IOException {
        String text = table("", 5, i -> String.valueOf(i < 100 ? 1 : i % 7));
        open(text).close();
        assertTrue(notes.all().toString().contains("column 5 may be"), notes.all().toString());
        notes.all().clear();
        open(table("", 5, i -> i < 100 ? String.valueOf(i % 7) : "0.5")).close();
        assertEquals(List.of(), notes.all());
        open("x,y,z\n.5,7,1\n.3,2,3\n.6,9,2.5\n").close();
        assertEquals(List.of(folder + "/x.csv: taken for names of columns: line 1"), notes.all());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1,2,3,4~",
                "768,769,770,771~",
                "0.0,1.0,2.0,3.0~",
                "2019,2018,2017,2016~",
                "0,1,2,3~", // taken for names without a question
            })
    void evenIntegersAboveFractionsMayBeNames(String names) throws IOException {
        String text = (names + ".5,1.5,2,.1~-.5,.25,.75,.2~").replace('~', '\n');
        boolean sure = names.startsWith("0,1");
        try (VectorFile file = open(text)) {
            assertEquals(sure ? 2 : 3, file.rows());
        }
        assertEquals(
                List.of(
                        folder
                                + (sure
                                        ? "/x.csv: taken for names of columns: line 1; format=csv:"
                                                + "header=no reads it otherwise"
                                        : "/x.csv: line 1 may be names of columns, and is read as a"
                                              + " row; format=csv:header=yes reads it otherwise")),
                notes.all());
        CsvAdviceTest.follow(notes.all().get(0), folder.resolve("x.csv"), text);
        notes.all().clear();
        open("id,1,2,3\nthe,.5,.1,.2\nof,.3,.7,.1\n").close();
        assertTrue(notes.all().toString().contains("line 1 may be names"), notes.all().toString());
        for (String plain : List.of("1,2,3,4~5,6,7,9~8,8,8,8.5~", "1,3,4,5~.5,.5,.5,.5~")) {
            notes.all().clear();
            open(plain.replace('~', '\n')).close();
            assertEquals(List.of(), notes.all());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "id,1,2~0,.5,1.5~3,.25,2~ | 'id'",
                ",1,2~0,.5,1.5~3,.25,2~ | ''",
                "x,,z~.5,.5,1.5~.1,.25,2~ | 'x'"
            })
    void aRefusalOfWhatMayBeNamesSaysHowTheyAreRead(String table, String cell) throws IOException {
        String text = table.replace('~', '\n');
        Exception refused =
                assertThrows(
                        InvalidInputException.class,
                        () -> {
                            try (VectorFile file = open(text)) {
                                file.read(0, 1);
                            }
                        });
        assertEquals(
                "%s/x.csv, line 1: expected a finite number in row 0, column 0, found %s; format=csv:header=yes reads it as names of columns"
                        .formatted(folder, cell),
                refused.getMessage());
        VectorSource source = VectorSource.of(folder.resolve("x.csv"));
        Csv.Options named = new Csv.Options(Csv.Header.YES, "auto", Csv.Separator.AUTO);
        try (VectorFile file = new Csv().with(named).open(source, notes)) {
            assertEquals(2, file.read(0, 2).vectors().rows());
        }
    }

    @Test
    void nothingIsSaidOfPlainTables() throws IOException {
        List<String> tables =
                List.of(
                        "1,2,3~4,5,6~7,8,9~",
                        "3,1,4~1,5,9~2,6,5~3,5,8~",
                        "0.5,1~0.25,2~",
                        "0.5,0~0.25,0~0.75,0~");
        for (String table : tables) {
            try (VectorFile file = open(table.replace('~', '\n'))) {
                assertEquals(table.indexOf('~') < 6 ? file.width() : 2, file.width());
            }
            assertEquals(Collections.emptyList(), notes.all(), table);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0,1,2~0,1.5,2~1,3,4~2,5,6~",
                "x,y,label~1.5,2,0~3,4,1~5,6,0~",
                "x,y,text~1.5,2,foo~3,4,bar~5,6,baz~",
                "x0,x1,x2~.5,2,.1~.3,4,.4~.7,6,.2~.1,8,.8~.2,10,.3~.4,12,.9~.3,14,.6~.6,16,.7~"
            })
    void namedAsCoordinatesAreSuch(String table) throws IOException {
        String text = table.replace('~', '\n');
        try (VectorFile file = open(text)) {
            assertEquals(text.contains("y,") ? 2 : 3, file.width());
        }
        String said = notes.all().toString();
        assertTrue(said.matches(".*(is|are) read as (a )?coordinate.*"), said);
    }

    @Test
    void anUnnamedLastColumnIsAnIndexAsAnUnnamedFirstOneIs() throws IOException {
        try (VectorFile file = open("x,y,\n1.5,2,0\n3,4.5,1\n5,6,2\n")) {
            assertEquals(2, file.width());
        }
        assertTrue(
                notes.all().get(0).contains("an index: column 2 (unnamed)"),
                notes.all().toString());
    }
}
