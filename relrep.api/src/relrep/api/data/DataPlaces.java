package relrep.api.data;

import java.nio.file.Path;
import java.util.List;

/**
 * The places where a dataset looks for its files. It looks in the folders first, then in the cache,
 * then at the set's official address. A download goes into the cache.
 *
 * @param folders folders with one sub-folder per set, for example {@code mnist/}
 * @param cache where downloads are kept, with the same layout
 * @param download whether a download may be tried
 */
public record DataPlaces(List<Path> folders, Path cache, boolean download) {
    /** Keeps a copy of the list. */
    public DataPlaces {
        folders = List.copyOf(folders);
    }
}
