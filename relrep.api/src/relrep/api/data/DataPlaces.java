package relrep.api.data;

import java.nio.file.Path;
import java.util.List;

/**
 * Where datasets look for their files, in this order: the folders, then the cache, then the set's
 * official address (downloaded into the cache).
 *
 * @param folders folders with one sub-folder a set, such as {@code mnist/}
 * @param cache where downloads are kept, with the same layout
 * @param download whether a download may be tried
 */
public record DataPlaces(List<Path> folders, Path cache, boolean download) {
    /** Keeps a copy of the list. */
    public DataPlaces {
        folders = List.copyOf(folders);
    }
}
