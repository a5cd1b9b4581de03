package relrep.experiments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import relrep.runtime.experiment.Definition;
import relrep.runtime.experiment.ExperimentFile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

class BundledExperimentsTest {
    private static final List<String> SIZES = List.of("smoke", "small", "paper");

    @TestFactory
    Stream<DynamicTest> eachIsReadInEverySize() throws IOException {
        List<Path> files = Shelf.files();
        assertTrue(files.size() >= 2, "demo and mnist-stitching are bundled");
        return files.stream()
                .flatMap(
                        file ->
                                SIZES.stream()
                                        .map(
                                                size ->
                                                        DynamicTest.dynamicTest(
                                                                file.getFileName() + " " + size,
                                                                () -> check(file, size))));
    }

    private static void check(Path path, String size) throws IOException {
        String name = path.getFileName().toString();
        ExperimentFile file = new ExperimentFile(name, Files.readString(path), "test", "");
        Definition definition = file.define(List.of("size=" + size), OptionalLong.empty());
        assertEquals(name, definition.name() + ".yaml");
        assertFalse(definition.description().isEmpty());
        assertFalse(definition.source().isEmpty());
        assertTrue(definition.plain().containsKey("claims"));
        assertTrue(definition.plain().containsKey("choices"));
        assertEquals(
                definition.points(),
                new ExperimentFile(name, ExperimentFile.print(definition), "test", "")
                        .define(List.of(), OptionalLong.empty())
                        .points());
    }
}
