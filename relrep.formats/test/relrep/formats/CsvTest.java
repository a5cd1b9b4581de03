package relrep.formats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import relrep.api.data.Matrix;
import relrep.api.file.VectorBlock;
import relrep.api.file.VectorFile;
import relrep.api.file.VectorFile.Content;
import relrep.api.file.VectorFormat;
import relrep.api.file.VectorSource;
import relrep.api.run.InvalidInputException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Tests tables as pandas, NumPy, R, spreadsheets and people write them. */
class CsvTest {
    private static final Matrix TABLE = Matrix.of(3, 2, 0.126f, -0.132f, 0.105f, -0.536f, 1.5f, 2);

    @TempDir Path folder;

    private final Notes notes = new Notes();

    private VectorFile open(VectorFormat format, String text) throws IOException {
        Path file = Files.writeString(folder.resolve("x.csv"), text.replace('~', '\n'));
        return format.open(VectorSource.of(file), notes);
    }

    private static VectorFormat with(
            Csv.Header header, String key, String label, String... ignore) {
        return new Csv()
                .with(
                        new Csv.Options(
                                header,
                                key,
                                label,
                                List.of(ignore),
                                Csv.Separator.AUTO,
                                Csv.Decimals.AUTO));
    }

    private void assertHolds(Matrix vectors, List<String> keys, String text) throws IOException {
        assertHolds(new Csv(), vectors, keys, text);
        assertAdviceHolds(text);
    }

    private void assertHolds(VectorFormat format, Matrix vectors, List<String> keys, String text)
            throws IOException {
        try (VectorFile file = open(format, text)) {
            assertEquals(Content.VECTORS, file.content(), text);
            VectorBlock all = file.read(0, file.rows());
            assertEquals(vectors, all.vectors(), text);
            assertEquals(keys, all.keys(), text);
            assertEquals(keys, file.keys(), text);
        }
    }

    /** Follows the advice in what is said: the table is read then, and otherwise. */
    private void assertAdviceHolds(String text) throws IOException {
        Notes said = new Notes();
        new Csv().open(VectorSource.of(folder.resolve("x.csv")), said).close();
        for (String note : said.all()) {
            CsvAdviceTest.follow(note, folder.resolve("x.csv"), text.replace('~', '\n'));
        }
    }

    private void assertSaid(String sentence) {
        assertEquals(
                sentence.isEmpty() ? List.of() : List.of(folder + "/x.csv: " + sentence),
                notes.all());
        notes.all().clear();
    }

    /** {@code DataFrame(x).to_csv()} with and without its index and its header. */
    @Test
    void readsWhatPandasWrites() throws IOException {
        List<String> index = List.of("0", "1", "2");
        assertHolds(TABLE, index, ",0,1~0,0.126,-0.132~1,0.105,-0.536~2,1.5,2.0~");
        assertSaid(
                "taken for names of columns: line 1, an index: column 0 (unnamed); format="
                        + "csv:key=none reads it otherwise");
        assertHolds(TABLE, index, "0,0.126,-0.132~1,0.105,-0.536~2,1.5,2.0~");
        assertSaid("taken for an index: column 0; format=csv:key=none reads it otherwise");
        assertHolds(TABLE, List.of(), "0,1~0.126,-0.132~0.105,-0.536~1.5,2.0~");
        assertSaid("taken for names of columns: line 1; format=csv:header=no reads it otherwise");
        assertHolds(TABLE, List.of(), "0.126,-0.132~0.105,-0.536~1.5,2.0~");
        assertSaid("");
        assertHolds(TABLE, index, ",Unnamed: 0,0,1~0,0,0.126,-0.132~1,1,0.105,-0.536~2,2,1.5,2.0~");
        assertSaid(
                "taken for names of columns: line 1, an index: column 0 (unnamed), no coordinates:"
                        + " column 1 ('Unnamed: 0'); format=csv:key=none reads it"
                        + " otherwise");
        assertHolds(
                TABLE,
                List.of("the", "of", "in"),
                ",0,1~the,0.126,-0.132~of,0.105,-0.536~in,1.5,2.0~");
        assertHolds(TABLE, List.of(), "0;1~0,126;-0,132~0,105;-0,536~1,5;2,0~");
        assertHolds(
                TABLE,
                List.of("3", "1", "4"),
                "doc_id,x,y~3,0.126,-0.132~1,0.105,-0.536~4,1.5,2.0~");
    }

    /** A frame with a column of lists, of arrays, and of what else belongs to its rows. */
    @Test
    void readsCellsWithLists() throws IOException {
        assertHolds(
                TABLE,
                List.of("3", "1", "4"),
                "id,embedding~3,\"[0.126, -0.132]\"~1,\"[0.105, -0.536]\"~4,\"[1.5, 2.0]\"~");
        assertSaid(
                "taken for names of columns: line 1, keys: column 0 ('id'), vectors: column 1"
                        + " ('embedding'); format=csv:key=none reads it"
                        + " otherwise");
        assertHolds(
                TABLE,
                List.of("0", "1", "2"),
                ",text,embedding~0,a b,[ 0.126 -0.132]~1,\"c, d\",\"[ 0.105~ -0.536]\"~2,e,[1.5 2."
                        + " ]~");
        assertHolds(TABLE, List.of(), "\"[0.126,-0.132]\"~\"[0.105,-0.536]\"~\"[1.5,2]\"~");
        assertHolds(TABLE, List.of(), "\"{0.126,-0.132}\"~\"{0.105,-0.536}\"~\"{1.5,2}\"~");
    }

    @Test
    void takesLabelsForNoCoordinates() throws IOException {
        assertHolds(TABLE, List.of(), "0,1,label~0.126,-0.132,5~0.105,-0.536,6~1.5,2.0,5~");
        assertSaid(
                "taken for names of columns: line 1, labels: column 2 ('label'); format="
                        + "csv:label=none reads it otherwise");
        assertHolds(TABLE, List.of(), "a,class,b~0.126,x,-0.132~0.105,y,-0.536~1.5,x,2.0~");
        assertHolds(
                with(Csv.Header.AUTO, "auto", "none"),
                Matrix.of(2, 2, 0.5f, 1, 0.25f, 2),
                List.of(),
                "x,label~0.5,1~0.25,2~");
    }

    /** As databases write them; words with bars in them stay words. */
    @Test
    void readsWhatHasBarsBetweenColumns() throws IOException {
        assertHolds(TABLE, List.of(), "0.126|-0.132~0.105|-0.536~1.5|2~");
        assertHolds(
                TABLE, List.of("a", "b,c", "d"), "id|x|y~a|0.126|-0.132~b,c|0.105|-0.536~d|1.5|2~");
        assertHolds(TABLE, List.of(), "0,126|-0,132~0,105|-0,536~1,5|2,0~");
    }

    /** {@code np.savetxt} with a header, with remarks, with its own separator. */
    @Test
    void readsWhatNumPyWrites() throws IOException {
        assertHolds(TABLE, List.of(), "# a,b~0.126,-0.132~0.105,-0.536~1.5,2~");
        assertSaid("taken for names of columns: line 1");
        assertHolds(TABLE, List.of(), "# my data~# x y~0.126 -0.132~0.105 -0.536~1.5 2~");
        assertHolds(TABLE, List.of(), "# my own data~0.126,-0.132~0.105,-0.536~1.5,2~");
        assertSaid(
                "taken for names of columns: line 2, remarks: 1 line with #",
                "taken for remarks: 1 line with #");
        assertHolds(TABLE, List.of("#a", "#b", "c"), "#a,0.126,-0.132~#b,0.105,-0.536~c,1.5,2~");
    }

    private void assertSaid(String... sentences) {
        assertEquals(
                List.of(sentences).stream().map(one -> folder + "/x.csv: " + one).toList(),
                notes.all());
        notes.all().clear();
    }

    @Test
    void keepsWordsThatLookLikeNumbers() throws IOException {
        assertHolds(
                Matrix.of(5, 1, 1, 2, 3, 4, 5),
                List.of("the", "2000", "nan", "of", "in"),
                "the,1~2000,2~nan,3~of,4~in,5~");
        assertHolds(Matrix.of(2, 1, 1, 2), List.of("0", "1"), "word,x~0,1~1,2~");
    }

    @Test
    void whatIsToldOverrulesWhatWasFound() throws IOException {
        String text = "id,0,1~0,5.5,6~1,7,8~2,9,9~";
        assertHolds(Matrix.of(3, 2, 5.5f, 6, 7, 8, 9, 9), List.of("0", "1", "2"), text);
        assertHolds(
                with(Csv.Header.AUTO, "none", "auto"),
                Matrix.of(3, 3, 0, 5.5f, 6, 1, 7, 8, 2, 9, 9),
                List.of(),
                text);
        assertHolds(
                with(Csv.Header.AUTO, "none", "auto", "id", "1"),
                Matrix.of(3, 1, 5.5f, 7, 9),
                List.of(),
                text);
        assertHolds(
                with(Csv.Header.NO, "auto", "auto"),
                Matrix.of(2, 2, 0, 1, 1, 0),
                List.of(),
                "0,1~1,0~");
    }

    @Test
    void whatIsNoCounterStaysACoordinate() throws IOException {
        assertHolds(Matrix.of(3, 2, 0, 5, 1, 7, 3, 8), List.of(), "0,5~1,7~3,8~");
        assertHolds(Matrix.of(2, 2, 1, 0, 0, 1), List.of(), "1,0~0,1~");
        assertSaid("");
        assertHolds(Matrix.of(3, 2, 1, 4, 2, 5, 3, 7), List.of(), "p,q~1,4~2,5~3,7~");
        assertSaid(
                "taken for names of columns: line 1",
                "column 0 ('p') may be an index or labels, and is read as a coordinate; format="
                        + "csv:ignore=0 leaves it out");
        assertHolds(Matrix.of(3, 1, 4, 5.5f, 6), List.of("1", "2", "3"), "p,q~1,4~2,5.5~3,6~");
        assertHolds(Matrix.of(3, 1, 4, 5.5f, 6), List.of("1", "2", "3"), "1,4~2,5.5~3,6~");
    }

    @Test
    void readsLists() throws IOException {
        assertIntegers("label~3~0~3~", 3, 0, 3);
        assertIntegers(",0~0,3~1,1~2,2~", 3, 1, 2);
        assertIntegers("id,label~a,4~b,5~", 4, 5);
        try (VectorFile file = open(new Csv(), "label~cat~dog~cat~")) {
            assertEquals(List.of("cat", "dog", "cat"), file.keys());
        }
        try (VectorFile file = open(new Csv(), "id,label~1,cat~2,dog~")) {
            assertEquals(Content.KEYS, file.content());
            assertEquals(List.of("cat", "dog"), file.keys());
        }
        try (VectorFile file = open(new Csv(), "#love~#cats~")) {
            assertEquals(List.of("#love", "#cats"), file.keys());
        }
    }

    private void assertIntegers(String text, long... numbers) throws IOException {
        try (VectorFile file = open(new Csv(), text)) {
            assertEquals(Content.INTEGERS, file.content(), text);
            assertArrayEquals(numbers, file.integers(), text);
        }
        assertAdviceHolds(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "nan,2,3~4,5,6~7,8,9~ | 1: expected a finite number in row 0, column 0, found"
                        + " 'nan'",
                "#N/A,2,3~4,5,6~7,8,9~ | 1: expected a finite number in row 0, column 0, found"
                        + " '#N/A'",
                "None,2,3~4,5,6~7,8,9~ | 1: expected a finite number in row 0, column 0, found"
                        + " 'None'",
                "inf,2,3~4,5,6~7,8,9~ | 1: expected a finite number in row 0, column 0, found"
                        + " 'inf'",
                "\"1,000.5\",2~4,5~7,8~ | 1: expected a finite number in row 0, column 0, found"
                        + " '1,000.5'",
                "x,,3,1~y,2,3,4~z,4,5,6~ | 1: expected a finite number in row 0, column 0, found"
                        + " ''",
                "a,b~1,x~3,4~ | 2: expected a finite number in row 0, column 1 ('b'), found 'x'",
                "1,000;2,5~1,5;2,500~1.5;3~ | 1: expected a finite number in row 0, column 0, found"
                        + " '1,000'",
                "0,1~0.5,~1,2~ | 2: expected a finite number in row 0, column 1 ('1'), found ''",
                "id,v~1,\"[1, 2]\"~2,\"[1]\"~ | 3: expected a list of 2 numbers in row 1, as the"
                        + " first has, found 1 in '[1]'",
                "id,v~1,\"[1, 2]\"~2,\"[1, ...]\"~ | 3: expected a finite number in row 1, column 1"
                        + " ('v'), found '...'",
                "#1,2~3,4,5~6,7,8~ | 1: expected a finite number in row 0, column 0, found '#1'",
                "1,2~3,4,5~ | 2: expected 2 columns, as the first line has, found 3",
                "3~1~~2~ | 3: expected a value on each line, found a blank line among them"
            })
    void refusesABadCellInAnyRow(String text, String sentence) {
        Exception refused =
                assertThrows(
                        InvalidInputException.class,
                        () -> {
                            try (VectorFile file = open(new Csv(), text)) {
                                file.read(0, file.rows());
                            }
                        });
        assertEquals(folder + "/x.csv, line " + sentence, refused.getMessage());
    }
}
