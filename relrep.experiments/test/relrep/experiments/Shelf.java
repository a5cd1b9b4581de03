package relrep.experiments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The experiment files of the bundle. */
final class Shelf {
    private Shelf() {}

    static List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(Path.of("experiments"))) {
            return all.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
        }
    }
}
