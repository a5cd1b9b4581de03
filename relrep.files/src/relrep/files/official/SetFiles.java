package relrep.files.official;

import relrep.api.data.DataPlaces;
import relrep.api.run.Run;
import relrep.api.run.UnavailableException;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Finds the files of one set: in the folders, then in the cache, then at the set's addresses.
 *
 * @param set the set's name in messages
 * @param folder the set's sub-folder
 * @param addresses folders on the network, the official one first
 * @param places the places to search
 */
public record SetFiles(String set, String folder, List<URI> addresses, DataPlaces places) {
    /** Copies the addresses. */
    public SetFiles {
        addresses = List.copyOf(addresses);
    }

    /** Makes the files of a set whose sub-folder has its name. */
    public SetFiles(String set, List<URI> addresses, DataPlaces places) {
        this(set, set, addresses, places);
    }

    /** Returns the folders that may have a file of the set, in the order of the search. */
    public List<Path> folders() {
        List<Path> folders = new ArrayList<>();
        places.folders().forEach(place -> folders.add(place.resolve(folder)));
        folders.add(places.cache().resolve(folder));
        return folders;
    }

    /** Returns the first file found; all names are tried in one folder before the next folder. */
    public Optional<Path> find(List<String> names) {
        return folders().stream()
                .flatMap(place -> names.stream().map(place::resolve))
                .filter(Files::exists)
                .findFirst();
    }

    /**
     * Returns a file under its own name or one of the others; downloads it if there is none.
     *
     * @throws UnavailableException when it cannot be found or downloaded
     */
    public Path require(OfficialFile file, List<String> otherNames, Run run) {
        List<String> names = new ArrayList<>(List.of(file.name()));
        names.addAll(otherNames);
        return find(names).orElseGet(() -> download(file, run));
    }

    /** Downloads a file into the cache and returns it. */
    public Path download(OfficialFile file, Run run) {
        if (!places.download()) {
            throw missing(file.name(), offline(), null);
        }
        Path target = places.cache().resolve(folder).resolve(file.name());
        try {
            return new Download(file, target, run).from(addresses);
        } catch (IOException e) {
            throw missing(file.name(), "cannot be had: " + e.getMessage(), e);
        }
    }

    private String offline() {
        return addresses.isEmpty()
                ? "cannot be had: it has no address"
                : "was not asked for on the network; a run downloads it from " + addresses.get(0);
    }

    private UnavailableException missing(String name, String why, IOException cause) {
        String looked = folders().stream().map(Path::toString).collect(Collectors.joining(", "));
        return new UnavailableException(
                "%s needs %s/%s, which is not in %s, and %s; put it there, or into DIR/%s with data=DIR or RELREP_DATA=DIR"
                        .formatted(set, folder, name, looked, why, folder),
                cause);
    }
}
