package relrep.formats;

import relrep.api.data.DataPlaces;
import relrep.api.run.UnavailableException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Finds the files that a user names in the options of a dataset. */
public final class OwnFiles {
    private OwnFiles() {}

    /**
     * Returns a file: at its path, or below a data folder, or below the cache.
     *
     * @param dataset the plugin's name, for the message
     * @throws UnavailableException when it is nowhere
     */
    public static Path find(String dataset, String name, DataPlaces places) {
        List<Path> looked = new ArrayList<>(List.of(Path.of(name).toAbsolutePath()));
        places.folders().forEach(folder -> looked.add(folder.resolve(name)));
        looked.add(places.cache().resolve(name));
        return looked.stream()
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(
                        () ->
                                new UnavailableException(
                                        "%s needs the file %s, which is not at %s; give its path, or the folder above it with data=DIR or RELREP_DATA=DIR"
                                                .formatted(
                                                        dataset,
                                                        name,
                                                        looked.stream()
                                                                .map(Path::toString)
                                                                .collect(Collectors.joining(", "))),
                                        null));
    }
}
