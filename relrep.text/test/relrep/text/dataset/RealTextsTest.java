package relrep.text.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;

import relrep.api.data.DataPlaces;
import relrep.api.data.Dataset;
import relrep.api.data.Labels;
import relrep.api.data.Samples;
import relrep.api.data.Split;
import relrep.api.run.Run;
import relrep.api.run.Seed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** Tests the real sets that {@code RELREP_DATA} has. */
class RealTextsTest {
    private static Split load(String folder, Dataset dataset) {
        return dataset.load(require(folder), Run.quiet(Seed.of(1)));
    }

    private static DataPlaces require(String set) {
        String folder = System.getenv("RELREP_DATA");
        assumeTrue(
                folder != null && Files.isDirectory(Path.of(folder, set)),
                "needs RELREP_DATA with the folder " + set);
        return new DataPlaces(List.of(Path.of(folder)), Path.of("no-such-cache"), false);
    }

    private static List<Integer> sizes(Samples samples) {
        Labels labels = samples.requireLabels();
        return IntStream.range(0, labels.classes().size())
                .mapToObj(label -> labels.rowsOf(label).length)
                .toList();
    }

    private static TextOptions dev() {
        return new TextOptions(EvaluationSplit.DEV, 0, 0, List.of());
    }

    @Test
    void sentencesCorrespondInThreeLanguages() {
        Split english = load("sib-200", new Sib200());
        for (String language : List.of("fr", "de")) {
            Split other =
                    load(
                            "sib-200",
                            new Sib200().with(new Sib200.Options(language, TextOptions.ALL)));
            assertEquals(english.train().keys(), other.train().keys());
            assertEquals(english.test().keys(), other.test().keys());
            assertEquals(english.train().labels(), other.train().labels());
            assertEquals(english.test().labels(), other.test().labels());
        }
        assertEquals(800, english.train().size());
        assertEquals(204, english.test().size());
        assertEquals(List.of(74, 66, 88, 116, 201, 97, 158), sizes(english.train()));
        Split dev = load("sib-200", new Sib200().with(new Sib200.Options("en", dev())));
        assertEquals(701, dev.train().size());
        assertEquals(99, dev.test().size());
        assertTrue(
                english.train().texts().stream().noneMatch(text -> text.startsWith("\"\"")),
                "quotation marks of the table are no part of a text");
    }

    @Test
    void tweetsAreBalanced() {
        for (String language : List.of("english", "fr")) {
            Split split =
                    load(
                            "xlm-t-sentiment",
                            new Umsab().with(new Umsab.Options(language, TextOptions.ALL)));
            assertEquals(List.of(721, 721, 721), sizes(split.train()));
            assertEquals(List.of(290, 290, 290), sizes(split.test()));
            assertEquals(6, split.checksums().size());
        }
        assertEquals(
                324,
                load("xlm-t-sentiment", new Umsab().with(new Umsab.Options("en", dev())))
                        .test()
                        .size());
    }

    @Test
    void captionsCorrespondByLine() {
        for (String language : List.of("en", "fr", "de")) {
            Split split =
                    load(
                            "multi30k",
                            new Multi30k()
                                    .with(
                                            new Multi30k.Options(
                                                    language, 0, "en", TextOptions.ALL)));
            assertEquals(29_000, split.train().size());
            assertEquals(1_014, split.test().size());
        }
    }

    @Test
    void captionsHaveTopics() {
        Split split =
                load(
                        "multi30k",
                        new Multi30k().with(new Multi30k.Options("fr", 6, "en", TextOptions.ALL)));
        assertEquals(29_000, sizes(split.train()).stream().mapToInt(i -> i).sum());
        assertEquals(List.of(10765, 7370, 3323, 3028, 2438, 2076), sizes(split.train()));
        assertEquals("4-dog-brown-running", split.train().requireLabels().classes().get(4));
    }

    @Test
    void questionsHaveSixOrFiftyClasses() {
        Split coarse = load("trec", new Trec());
        assertEquals(List.of(86, 1250, 1162, 1223, 835, 896), sizes(coarse.train()));
        assertEquals(500, coarse.test().size());
        Split fine = load("trec", new Trec().with(new Trec.Options(Grain.FINE, TextOptions.ALL)));
        assertTrue(sizes(fine.train()).stream().allMatch(size -> size > 0));
        assertEquals(5_452, fine.train().size());
    }

    @Test
    void newsAndAbstractsAreSlices() throws IOException {
        Split news = load("ag-news", new AgNews());
        assertEquals(4_800, news.train().size());
        assertEquals(1_200, news.test().size());
        assertEquals(classes("ag-news"), news.train().requireLabels().classes());
        Split abstracts = load("dbpedia", new Dbpedia());
        assertEquals(4_000, abstracts.train().size());
        assertEquals(1_000, abstracts.test().size());
        assertEquals(classes("dbpedia"), abstracts.train().requireLabels().classes());
    }

    private static List<String> classes(String set) throws IOException {
        return Files.readAllLines(Path.of(System.getenv("RELREP_DATA"), set, "classes.txt"));
    }

    @Test
    void reviewsAreRated() {
        Split sentiment = load("imdb", new Imdb());
        assertEquals(List.of(1000, 1000), sizes(sentiment.train()));
        assertEquals(List.of(500, 500), sizes(sentiment.test()));
        assertTrue(sentiment.train().texts().stream().noneMatch(text -> text.contains("<br")));
        Split rating =
                load(
                        "imdb",
                        new Imdb()
                                .with(
                                        new Imdb.Options(
                                                Imdb.ReviewClasses.RATING,
                                                Imdb.LineBreaks.KEEP,
                                                TextOptions.ALL)));
        assertEquals(List.of(379, 190, 186, 245, 163, 196, 190, 451), sizes(rating.train()));
    }
}
