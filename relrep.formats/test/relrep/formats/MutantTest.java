package relrep.formats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import relrep.api.data.Matrix;
import relrep.api.file.VectorFile;
import relrep.api.file.VectorFormat;
import relrep.api.file.VectorSource;
import relrep.api.run.InvalidInputException;
import relrep.api.tck.mutant.TableMutant;
import relrep.api.tck.mutant.TableMutants;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * Tests tables changed in one place: each is read with its new meaning, or refused with its name.
 */
@Tag("slow")
class MutantTest {
    private static final int MUTANTS = 600;
    private static final long SEED = 20261;
    private static final float[][] NUMBERS = {
        {0.5f, -1.25f, 3.5f},
        {-0.125f, 2.75f, 1e-5f},
        {1.5f, 12.5f, -7.25f},
        {0.75f, -0.375f, 2.5e8f},
        {-3.5f, 0.1f, 0.2f},
        {4.5f, 5.5f, -6.5f}
    };
    private static final List<String> WORDS =
            List.of("the", "of", "zw\u00f6lf", "1984", "a.b", "x");
    private static final List<String> PHRASES =
            List.of("New York", "the 2 of", ". . .", "at the", "\u00e0 la", "it");

    /** Numbers at the end of a word are the vector's, unless tabs keep them apart. */
    private static final List<String> NUMBERED =
            List.of("New York", "route 66", "version 2.0", "7 up", "1.5 2.5", "it");

    @TempDir static Path folder;

    static Stream<Arguments> tables() {
        return Stream.of(
                Arguments.of("x.csv", new Csv(), List.of(), ",", false),
                Arguments.of("keyed.csv", new Csv(), WORDS, ",", false),
                Arguments.of("semicolon.csv", new Csv(), WORDS, ";", false),
                Arguments.of("x.tsv", new Csv(), List.of(), "\t", false),
                Arguments.of("plain.txt", new WordText(), List.of(), " ", false),
                Arguments.of("glove.txt", new WordText(), WORDS, " ", false),
                Arguments.of("phrases.txt", new WordText(), PHRASES, " ", false),
                Arguments.of("x.vec", new WordText(), WORDS, " ", true),
                Arguments.of("phrases.vec", new WordText(), PHRASES, " ", true),
                Arguments.of("tabs.vec", new WordText(), NUMBERED, "\t", true));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tables")
    void meansWhatItMeansOrIsRefused(
            String name, VectorFormat format, List<String> keys, String separator, boolean counted)
            throws IOException {
        TableMutants mutants = TableMutants.of(keys, NUMBERS, separator, counted);
        Path file = folder.resolve(name);
        assertEquals(
                Optional.of(NUMBERS.length),
                read(format, Files.write(file, mutants.whole())).map(Matrix::rows));
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < MUTANTS; i++) {
            TableMutant mutant = mutants.next(random);
            Files.write(file, mutant.bytes());
            Optional<Matrix> numbers = read(format, file);
            if (!numbers.equals(mutant.meaning())) {
                fail("%s: %s was read as %s".formatted(name, mutant.change(), numbers));
            }
        }
    }

    private static Optional<Matrix> read(VectorFormat format, Path file) {
        try (VectorFile open = format.open(VectorSource.of(file), new Notes())) {
            return Optional.of(open.read(0, open.rows()).vectors());
        } catch (InvalidInputException refused) {
            String sentence = refused.getMessage();
            assertTrue(sentence.contains(file.toString()), sentence);
            assertEquals(1, sentence.lines().count(), sentence);
            return Optional.empty();
        }
    }
}
