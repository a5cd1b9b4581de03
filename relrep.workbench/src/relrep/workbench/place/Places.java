package relrep.workbench.place;

import relrep.api.data.DataPlaces;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where things are: data in {@code --data}, then {@code RELREP_DATA}, then the cache; the cache in
 * {@code RELREP_CACHE}, else {@code ~/.cache/relrep}.
 *
 * @param folders with data, the first wins
 * @param cache for downloads, finished cells and trained networks
 */
public record Places(List<Path> folders, Path cache) {
    /** The environment variable that names a folder with data. */
    public static final String DATA = "RELREP_DATA";

    /** The environment variable that names the cache. */
    public static final String CACHE = "RELREP_CACHE";

    /** Keeps a copy of the list. */
    public Places {
        folders = List.copyOf(folders);
    }

    /**
     * Returns the places that a user named.
     *
     * @param data the folder given to {@code --data}
     * @param environment the environment variables
     * @param home the user's home
     * @param directory the current directory, which relative paths are in
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
     * Returns the places that datasets are given.
     *
     * @param download whether a download may be tried
     */
    public DataPlaces forData(boolean download) {
        return new DataPlaces(folders, cache, download);
    }
}
