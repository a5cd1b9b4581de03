package relrep.text.dataset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import relrep.api.data.Split;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Tests {@code ag-news} and {@code dbpedia}. */
class TopicTableTest {
    private static final String NEWS =
            """
            "3","Rates","They rise\\again"
            "4","Chips, new","Said ""fast\"""
            "1","",""
            "2","Goal","A goal"
            "1","Talks","Peace"
            "2","Race","A race"
            """;

    @TempDir Path temporary;

    private TextFolder folder;

    @BeforeEach
    void write() throws IOException {
        folder =
                new TextFolder(temporary)
                        .write("ag-news/test.rows0-5.csv.gz", TextFolder.gzip(NEWS))
                        .write(
                                "dbpedia/dbpedia14-sample-a-6.csv",
                                NEWS.replace("\"2\"", "\"14\"").replace("Rates", ""));
    }

    @Test
    void makesEveryFifthOfASliceTheTest() {
        Split split = folder.load(new AgNews());
        assertEquals(
                List.of(
                        "Rates They rise again",
                        "Chips, new Said \"fast\"",
                        "",
                        "Goal A goal",
                        "Race A race"),
                split.train().texts());
        assertEquals(List.of("Talks Peace"), split.test().texts());
        assertArrayEquals(new int[] {2, 3, 0, 1, 1}, split.train().requireLabels().toArray());
        assertEquals(
                List.of(
                        "'ag-news' is a slice of 6 samples: every fifth of them is the test part",
                        "ag-news has texts: 1 in train that are empty"),
                folder.notes());
    }

    @Test
    void leavesAnEmptyTitleOutAndKeepsTheBackslashOfOthers() {
        Split split = folder.load(new Dbpedia());
        assertEquals("They rise\\again", split.train().texts().get(0));
        assertArrayEquals(new int[] {2, 3, 0, 13, 13}, split.train().requireLabels().toArray());
        assertEquals("WrittenWork", split.train().requireLabels().classes().get(13));
    }

    @Test
    void prefersTheWholeSet() throws IOException {
        folder.write("ag-news/train.csv", NEWS);
        assertEquals(
                "ag-news needs ag-news/test.csv, which is not in ./ag-news, ./no-cache/ag-news; it"
                        + " is beside train.csv at https://github.com/mhjabreel/CharCnn_Keras,"
                        + " data/ag_news_csv",
                folder.absence(new AgNews()));
        folder.write("ag-news/test.csv", NEWS);
        Split split = folder.load(new AgNews());
        assertEquals(6, split.train().size());
        assertEquals(6, split.test().size());
    }

    @Test
    void refusesASliceThatNobodyListed() throws IOException {
        folder.unlist();
        String message = folder.refusal(new AgNews());
        assertEquals(
                "./ag-news/test.rows0-5.csv.gz must be listed in a SHA256SUMS beside it, with",
                message.substring(0, message.indexOf(" SHA-256 ")));
    }

    @Test
    void refusesWhatIsNoTable() throws IOException {
        folder.write("dbpedia/dbpedia14-sample-a-6.csv", "\"1\",\"\",\"a\"\n\"15\",\"\",\"b\"\n");
        assertEquals(
                "./dbpedia/dbpedia14-sample-a-6.csv, line 2: expected a class of 1 to 14, found"
                        + " '15'",
                folder.refusal(new Dbpedia()));
        folder.write("dbpedia/dbpedia14-sample-a-6.csv", "\"1\",\"a\"\n");
        assertEquals(
                "./dbpedia/dbpedia14-sample-a-6.csv, line 1: expected a class, a title and a text,"
                        + " found 2 cells",
                folder.refusal(new Dbpedia()));
    }

    @TestFactory
    Stream<DynamicTest> newsKeepTheContract() {
        return folder.checks(new AgNews());
    }

    @TestFactory
    Stream<DynamicTest> encyclopediaKeepsTheContract() {
        return folder.checks(new Dbpedia());
    }
}
