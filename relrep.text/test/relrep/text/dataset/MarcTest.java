package relrep.text.dataset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import relrep.api.data.Dataset;
import relrep.api.data.Split;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

class MarcTest {
    @TempDir Path temporary;

    private TextFolder folder;

    @BeforeEach
    void write() throws IOException {
        StringBuilder train = new StringBuilder();
        for (int star = 1; star <= 5; star++) {
            for (int i = 0; i < 4; i++) {
                train.append(
                        "{\"review_id\":\"r\",\"stars\":\"%d\",\"review_body\":\"body %d-%d\",\"review_title\":\"title\"}%n"
                                .formatted(star, star, i));
            }
        }
        folder =
                new TextFolder(temporary)
                        .write("marc/json/train/dataset_en_train.json", train.toString())
                        .write(
                                "marc/dataset_en_dev.csv",
                                "index,text,star\n0,\"so, so\",3\n1,no,2\n")
                        .write(
                                "marc/dataset_en_test.csv.gz",
                                TextFolder.gzip("index,text,star\n0,yes,5\n"));
    }

    private static Dataset set(String language, Grain classes, int shuffle, int train) {
        return new Marc()
                .with(
                        new Marc.Options(
                                language,
                                classes,
                                shuffle,
                                new TextOptions(EvaluationSplit.DEV, train, 0, List.of())));
    }

    @Test
    void readsObjectsAndTables() {
        Split split = folder.load(set("en", Grain.FINE, 0, 0));
        assertEquals("title body 1-0", split.train().texts().get(0));
        assertEquals(List.of("1", "2", "3", "4", "5"), split.train().requireLabels().classes());
        assertEquals(List.of("so, so", "no"), split.test().texts());
        assertArrayEquals(new int[] {2, 1}, split.test().requireLabels().toArray());
        Split test = folder.load(new Marc());
        assertEquals(22, test.train().size());
        assertEquals(List.of("yes"), test.test().texts());
    }

    @Test
    void shufflesBeforeItCuts() {
        Split shuffled = folder.load(set("en", Grain.FINE, 1, 14));
        assertEquals(List.of(), missing());
        Split other = folder.load(set("en", Grain.FINE, 2, 14));
        assertNotEquals(shuffled.train().texts(), other.train().texts());
        assertEquals(14, new HashSet<>(shuffled.train().texts()).size());
        folder.load(set("en", Grain.FINE, 0, 8));
        assertEquals(List.of("the 8 training samples of marc have none of 3, 4, 5"), missing());
    }

    private List<String> missing() {
        return folder.notes().stream().filter(note -> note.contains("have none of")).toList();
    }

    @Test
    void leavesThreeStarsOutOfTheCoarseClasses() {
        Split split = folder.load(set("en", Grain.COARSE, 0, 0));
        assertEquals(16, split.train().size());
        assertEquals(List.of("negative", "positive"), split.train().requireLabels().classes());
        assertEquals(8, split.train().requireLabels().rowsOf(1).length);
        assertEquals(List.of("no"), split.test().texts());
        assertEquals(
                "4 of 20 reviews of marc have 3 stars and are left out", folder.notes().get(0));
    }

    @Test
    void saysWhyItCannotBeHad() {
        assertEquals(
                "marc needs marc/dataset_fr_train.json, which is not in ./marc, ./no-cache/marc;"
                        + " Amazon withdrew this set and its licence forbids to publish it again,"
                        + " so relrep cannot fetch it; put a copy of your own there, JSON lines or"
                        + " dataset_fr_train.csv with index,text,star",
                folder.absence(set("fr", Grain.FINE, 0, 0)));
    }

    @Test
    void refusesWhatIsNoReview() throws IOException {
        folder.write("marc/dataset_en_dev.csv", "index,text,star\n0,\"so\nso\",3\n1,no,6\n");
        assertEquals(
                "./marc/dataset_en_dev.csv, line 4: expected 1 to 5 stars, found '6'",
                folder.refusal(new Marc()));
        folder.write("marc/dataset_en_dev.csv", "index,review,stars\n0,so,3\n");
        assertEquals(
                "./marc/dataset_en_dev.csv, line 1: expected the columns index, text and star,"
                        + " found [index, review, stars]",
                folder.refusal(new Marc()));
        folder.write("marc/dataset_en_dev.json", "{\"stars\":\"3\",\"review_body\":\"a\"}\n[1]\n");
        assertEquals(
                "./marc/dataset_en_dev.json, line 2: expected a review as a JSON object, found"
                        + " '[1]'",
                folder.refusal(new Marc()));
    }

    @TestFactory
    Stream<DynamicTest> keepsTheContract() {
        return folder.checks(set("en", Grain.FINE, 1, 0));
    }
}
