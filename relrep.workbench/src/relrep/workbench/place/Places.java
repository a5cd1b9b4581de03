package relrep.workbench.place;

import relrep.api.data.DataPlaces;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The folders of data and of the cache. Data is looked for in {@code --data}, then in {@code
 * RELREP_DATA}, then in the cache. The cache is {@code RELREP_CACHE}, or {@code ~/.cache/relrep}
 * without that variable.
 *
 * @param folders with data, the first wins
 * @param cache for downloads, finished cells and trained networks
 */
public record Places(List<Path> folders, Path cache) {
    /** The environment variable with the folder of data. */
    public static final String DATA = "RELREP_DATA";

    /** The environment variable with the folder of the cache. */
    public static final String CACHE = "RELREP_CACHE";

    /** Copies the list. */
    public Places {
        folders = List.copyOf(folders);
    }

    /**
     * Returns the places that a user chose.
     *
     * @param data the folder given to {@code --data}
     * @param environment the environment variables
     * @param home the user's home
     * @param directory the current directory, for relative paths
     */
    public static Places of(
            Optional<Path> data, Map<String, String> environment, Path home, Path directory) {
        List<Path> folders = new ArrayList<>();
        data.map(directory::resolve).ifPresent(folders::add);
        named(environment, DATA).map(directory::resolve).ifPresent(folders::add);
        return new Places(
                folders,
                named(environment, CACHE)
                        .map(directory::resolve)
                        .orElse(home.resolve(".cache").resolve("relrep")));
    }

    /** Returns the places of this process, without a {@code --data}. */
    public static Places ofProcess() {
        Path home = Path.of(System.getProperty("user.home"));
        return of(Optional.empty(), System.getenv(), home, Path.of("").toAbsolutePath());
    }

    private static Optional<Path> named(Map<String, String> environment, String variable) {
        return Optional.ofNullable(environment.get(variable))
                .filter(value -> !value.isBlank())
                .map(Path::of);
    }

    /**
     * Returns the places for datasets.
     *
     * @param download whether a download may be tried
     */
    public DataPlaces forData(boolean download) {
        return new DataPlaces(folders, cache, download);
    }
}
