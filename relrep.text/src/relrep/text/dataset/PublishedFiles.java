package relrep.text.dataset;

import relrep.files.official.OfficialFile;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The files whose sizes and checksums relrep knows: those of the sets' own repositories. */
final class PublishedFiles {
    private static final Map<String, OfficialFile> ALL = read();

    private PublishedFiles() {}

    /**
     * Returns a file.
     *
     * @param folder the set's folder
     * @param name its name below the folder
     */
    static Optional<OfficialFile> find(String folder, String name) {
        return Optional.ofNullable(ALL.get(folder + "/" + name));
    }

    private static Map<String, OfficialFile> read() {
        Map<String, OfficialFile> files = new HashMap<>();
        try (InputStream in = PublishedFiles.class.getResourceAsStream("published.txt");
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" ", 4))
                    .forEach(
                            cells ->
                                    files.put(
                                            cells[3],
                                            OfficialFile.of(
                                                    cells[3].substring(cells[3].indexOf('/') + 1),
                                                    Long.parseLong(cells[2]),
                                                    cells[0],
                                                    cells[1])));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }
}
