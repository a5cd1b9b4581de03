package relrep.results;

import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The experiments that are bundled with relrep.
 *
 * @param folder the folder of their files
 * @param names their names, in the order of their files
 */
record BundledExperiments(Path folder, List<String> names) {
    /** The path of the files in a clone. */
    static final String FOLDER = "relrep.experiments/experiments";

    /** The size that folder names of results leave out. */
    static final String USUAL_SIZE = "small";

    private static final String ENDING = ".yaml";

    /** Reads their names from a clone. */
    static BundledExperiments of(Path top) throws IOException {
        Path folder = top.resolve(FOLDER);
        try (Stream<Path> files = Files.list(folder)) {
            List<String> names =
                    files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(ENDING))
                            .sorted()
                            .map(name -> name.substring(0, name.length() - ENDING.length()))
                            .toList();
            return new BundledExperiments(folder, names);
        }
    }

    /** Returns the name of the folder for the kept results of an experiment. */
    static String keptAs(String name, String size) {
        return size.equals(USUAL_SIZE) ? name : name + "-" + size;
    }

    /** Returns the source that the file of an experiment names; empty if it names none. */
    String source(String name) throws IOException {
        String text = Files.readString(folder.resolve(name + ENDING));
        Object file = new Load(LoadSettings.builder().build()).loadFromString(text);
        Object source = file instanceof Map<?, ?> map ? map.get("source") : null;
        return source == null ? "" : source.toString().strip();
    }
}
