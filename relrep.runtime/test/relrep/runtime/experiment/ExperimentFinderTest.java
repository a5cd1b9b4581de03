package relrep.runtime.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import relrep.api.run.InvalidInputException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

class ExperimentFinderTest {
    private static final ExperimentFile DEMO =
            new ExperimentFile("demo.yaml", "name: demo\n", "bundle", "1");

    @TempDir private Path directory;

    private ExperimentFile find(String experiment) {
        return ExperimentFinder.find(experiment, Map.of("demo", DEMO), List.of("whole"), directory);
    }

    private String refusal(String experiment) {
        return assertThrows(InvalidInputException.class, () -> find(experiment)).getMessage();
    }

    @Test
    void aNameComesBeforeAFileAndAFileNeedsNoEnding() throws IOException {
        Files.writeString(directory.resolve("demo"), "name: other\n");
        Files.writeString(directory.resolve("mine"), "name: mine\n");
        assertEquals(DEMO, find("demo"));
        assertEquals("name: other\n", find("./demo").text());
        assertEquals("name: mine\n", find("mine").text());
        assertEquals("mine", find("mine").label());
    }

    @Test
    void whatIsThereIsNamedWhereNothingIsFound() {
        assertEquals(
                "unknown experiment 'demos'; did you mean 'demo'? there are demo, whole; or give"
                        + " the path of an experiment file",
                refusal("demos"));
        assertEquals("demos.yaml must be an experiment file, there is none", refusal("demos.yaml"));
    }

    @Test
    void whatIsNoTextIsRefused() throws IOException {
        Files.createDirectory(directory.resolve("a.yaml"));
        assertEquals("a.yaml must be an experiment file, it is a directory", refusal("a.yaml"));
        Files.write(directory.resolve("b.yaml"), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});
        assertEquals(
                "b.yaml must be an experiment file in UTF-8, it is not text", refusal("b.yaml"));
    }
}
