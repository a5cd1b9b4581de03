package relrep.runtime.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import relrep.api.report.Exhibit;
import relrep.api.report.Report;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.api.run.Seed;
import relrep.workbench.plugins.Kind;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Runs experiments whose networks are encoders, and have data of their own. */
class BilingualRunTest {
    private static final String EXPERIMENT =
            """
            name: bilingual
            kind: [compare, stitch]
            objective: classify
            networks:
              en: {encoder: letters, decoder: means, data: phrases(language=en)}
              fr: {encoder: letters, decoder: means, data: phrases(language=fr)}
            seeds: [1]
            anchors: draw(count=4)
            similarity: product
            bridges: [absolute, shift, relative]
            metrics: [apart, right]
            train-metrics: [right]
            """;

    @TempDir Path root;

    private TinyWorld world;
    private final List<String> encoded = Collections.synchronizedList(new ArrayList<>());
    private final List<String> notes = Collections.synchronizedList(new ArrayList<>());

    @BeforeEach
    void open() {
        world = new TinyWorld(root);
        world.plugin(Kind.DATASET, "phrases", new Bilingual.Phrases());
        world.plugin(Kind.ENCODER, "letters", new Bilingual.Letters(encoded::add));
        world.plugin(Kind.ENCODER, "fileless", new Bilingual.Fileless());
        world.plugin(Kind.ARCHITECTURE, "means", new Bilingual.Means());
    }

    private List<String> run(String out, String text, String... settings) throws IOException {
        world.run(world.request(out, 2, false), noting(), text, settings);
        return Files.readAllLines(root.resolve(out).resolve("results.csv"));
    }

    private Run noting() {
        return new Run() {
            @Override
            public Seed seed() {
                return Seed.of(1);
            }

            @Override
            public void step(long done, long total) {}

            @Override
            public Run part(String name, double share) {
                return this;
            }

            @Override
            public void note(String sentence) {
                notes.add(sentence);
            }
        };
    }

    /**
     * A figure of death times shows the networks of two datasets apart, or together in their order.
     */
    @Test
    void deathTimesOfTwoDatasetsAreShownTogether() throws IOException {
        List<Report> reports = new ArrayList<>();
        world.reporter("keep", (report, folder) -> reports.add(report));
        run(
                "apart",
                EXPERIMENT,
                "kind=describe",
                "metrics=level",
                "train-metrics=[]",
                "figures=[death-times(samples=3)]");
        run(
                "together",
                EXPERIMENT,
                "kind=describe",
                "metrics=level",
                "train-metrics=[]",
                "figures=[\"death-times(samples=3, datasets=together)\"]");
        List<List<String>> shown =
                reports.stream()
                        .flatMap(report -> report.exhibits().stream())
                        .map(exhibit -> (Exhibit.Spaces) exhibit)
                        .map(exhibit -> exhibit.spaces().stream().map(s -> s.name()).toList())
                        .toList();
        assertEquals(List.of(List.of("en(1)"), List.of("fr(1)"), List.of("en(1)", "fr(1)")), shown);
        Exhibit.Spaces both = (Exhibit.Spaces) reports.get(1).exhibits().get(0);
        assertEquals(Set.of("width"), both.factors().keySet());
        assertEquals(3, both.spaces().get(1).size());
    }

    private static List<String> with(List<String> rows, String... words) {
        return rows.stream()
                .filter(row -> List.of(words).stream().allMatch(row::contains))
                .toList();
    }

    @Test
    void samplesCorrespondByKeyAndLabelsAreTheSourcesOwn() throws IOException {
        List<String> rows = run("out", EXPERIMENT);
        assertTrue(rows.get(0).endsWith(",target_dataset"), rows.get(0));
        assertEquals(2, with(rows, "absolute", ",apart,").size());
        assertEquals(
                2, with(rows, ",relative,", ",right,", "phrases(language=fr)").size(), "both ways");
        assertEquals(2, with(rows, ",own,", ",train-right,1.0,").size(), "heads fit their data");
        assertEquals(2, with(rows, "majority-class", ",right,").size(), "one for each language");
        List<String> failed = Files.readAllLines(root.resolve("out").resolve("failures.csv"));
        assertEquals(1, failed.size(), () -> String.join("\n", failed));
        String left = String.join("\n", notes);
        assertTrue(
                left.contains(
                        "11 training samples correspond by key, among 12 of phrases(language=en)"
                                + " and 12 of phrases(language=fr); the others are left out"),
                left);
        assertTrue(left.contains("7 test samples correspond by key"), left);
        assertTrue(notes.contains("letters: 12 of 12 texts have a point"), left);
    }

    @Test
    void labelsThatDifferBetweenTheLanguagesAreCounted() throws IOException {
        run(
                "out",
                EXPERIMENT,
                "networks.fr.data=phrases(language=fr, classes=high+low)",
                "kind=compare",
                "metrics=[apart]",
                "bridges=[absolute]",
                "train-metrics=[]");
        assertTrue(
                String.join("\n", notes)
                        .contains(
                                "7 of 7 corresponding test samples have other labels in"
                                        + " phrases(language=fr, classes=high+low) than in"
                                        + " phrases(language=en)"),
                () -> String.join("\n", notes));
    }

    @Test
    void nothingIsEncodedTwice() throws IOException {
        run("one", EXPERIMENT);
        Set<String> texts = new TreeSet<>(encoded);
        assertEquals(texts.size(), encoded.size(), "each text once");
        encoded.clear();
        run("two", EXPERIMENT, "seeds=[2]");
        assertEquals(List.of(), encoded);
    }

    /** What is said of samples, such as that they are truncated, is true of kept latents too. */
    @Test
    void notesOfSamplesAreSaidOnceInEachRun() throws IOException {
        run("one", EXPERIMENT);
        List<String> first = notesOfLetters();
        assertTrue(first.contains("letters: 12 of 12 texts have a point"), first::toString);
        assertEquals(Set.copyOf(first).size(), first.size(), first::toString);
        notes.clear();
        run("two", EXPERIMENT, "seeds=[2, 3]");
        assertEquals(first, notesOfLetters());
    }

    private List<String> notesOfLetters() {
        return notes.stream().filter(note -> note.startsWith("letters: ")).sorted().toList();
    }

    @Test
    void theSameRowsComeFromAnyNumberOfJobs() throws IOException {
        List<String> rows = run("one", EXPERIMENT);
        TinyWorld other = new TinyWorld(root.resolve("other"));
        other.plugin(Kind.DATASET, "phrases", new Bilingual.Phrases());
        other.plugin(Kind.ENCODER, "letters", new Bilingual.Letters(encoded::add));
        other.plugin(Kind.ARCHITECTURE, "means", new Bilingual.Means());
        other.run("out", 1, EXPERIMENT);
        assertEquals(rows, Files.readAllLines(root.resolve("other").resolve("out/results.csv")));
    }

    @Test
    void anchorsComeFromOtherDataInTheLanguageOfEachNetwork() throws IOException {
        List<String> rows = run("out", EXPERIMENT + "anchors-from: phrases(classes=few+many)\n");
        assertEquals(2, with(rows, ",relative,", ",right,").size());
        assertTrue(
                String.join("\n", notes)
                        .contains("among 12 of phrases(classes=few+many, language=en)"),
                () -> String.join("\n", notes));
    }

    @Test
    void aNameAloneIsAnEncoderWhereThereIsNoArchitecture() throws IOException {
        List<String> rows =
                run(
                        "out",
                        """
                        name: short
                        kind: describe
                        data: phrases
                        networks: {a: letters}
                        metrics: [level]
                        """);
        assertEquals(1, with(rows, ",letters,", ",level,").size());
        assertEquals(2, rows.size(), "texts have no row 'original'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{encoder: letters, data: phrases}|stitching needs a decoder of each network, and"
                        + " 'en' is the encoder 'letters' alone",
                "{encoder: letters, decoder: means, data: heaps}|the encoder 'letters' takes texts,"
                        + " and the samples of 'heaps' are numbers",
                "{architecture: rotor, width: 2, data: phrases}|the architecture 'rotor' takes"
                        + " numbers, and the samples of 'phrases' are texts",
                "{architecture: means, data: phrases, width: 2}|'means' trains decoders alone, so"
                        + " the network 'en' needs an encoder beside it",
                "{encoder: letters, decoder: means, data: phrases, width: 9}|the encoder 'letters'"
                        + " gives latents of width 6, so the network 'en' cannot have the width 9",
                "{encoder: fileless, decoder: means, data: phrases}|.yaml:5: the model's file must"
                        + " be there, and is not",
                "{encoder: letters, architecture: rotor}|the network 'en' needs one of"
                    + " 'architecture' (what trains it), 'encoder' (what it is) and 'file' (what"
                    + " 'relrep train' made), not architecture and encoder",
                "{encoder: letters, decoder: means, data: phrases(labelled=false)}|networks that"
                        + " classify need labelled samples, and 'phrases(labelled=false)' has none",
                "{encoder: letters, decoder: means, data: phrases(classes=one+two)}|networks that"
                        + " are joined must have the same classes, and 'phrases(classes=one+two)'"
                        + " has one, two, 'phrases(language=fr)' has low, high",
            })
    void whatDoesNotFitIsRefusedBeforeAnythingIsComputed(String network, String sentence) {
        String text =
                EXPERIMENT.replace(
                        "{encoder: letters, decoder: means, data: phrases(language=en)}", network);
        String refusal =
                assertThrows(InvalidInputException.class, () -> run("out", text)).getMessage();
        assertTrue(refusal.contains(sentence), refusal);
        assertEquals(List.of(), encoded);
    }

    @Test
    void anchorsThatANetworkCannotEncodeAreRefusedBeforeAnythingIsComputed() {
        String refusal =
                assertThrows(
                                InvalidInputException.class,
                                () ->
                                        run(
                                                "out",
                                                EXPERIMENT,
                                                "anchors-from={en: phrases, fr: heaps}"))
                        .getMessage();
        assertTrue(
                refusal.contains(
                        "'anchors-from' must name texts for the network 'fr', and the samples of"
                                + " 'heaps' are numbers"),
                refusal);
        assertEquals(List.of(), encoded);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "objective=reconstruct;metrics=[apart, wrong];train-metrics=[wrong]|texts cannot be"
                        + " reconstructed",
                "bridges=[relative-end-to-end]|relative-end-to-end trains whole networks, and 'en'"
                        + " is the encoder 'letters'",
                "networks.fr.data=phrases(language=fr, keyed=false)|samples of different datasets"
                        + " correspond by key, and those of 'phrases(language=fr, keyed=false)'"
                        + " have none",
            })
    void whatCannotBeJoinedIsRefused(String settings, String sentence) {
        String[] all = (settings + ";similarity=slope").split(";", -1);
        String refusal =
                assertThrows(InvalidInputException.class, () -> run("out", EXPERIMENT, all))
                        .getMessage();
        assertTrue(refusal.contains(sentence), refusal);
    }
}
