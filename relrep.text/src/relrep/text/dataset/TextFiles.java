package relrep.text.dataset;

import relrep.api.data.DataPlaces;
import relrep.api.run.Run;
import relrep.api.run.UnavailableException;
import relrep.files.TextFile;
import relrep.files.official.OfficialFile;
import relrep.files.official.SetFiles;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The files of one load of a set of texts: finds, checks and reads them, and keeps checksums. */
final class TextFiles {
    private static final String PACKED = ".gz";

    private final SetFiles files;
    private final Charset charset;
    private final Run run;
    private final Map<String, String> checksums = new LinkedHashMap<>();

    TextFiles(SetFiles files, Charset charset, Run run) {
        this.files = files;
        this.charset = charset;
        this.run = run;
    }

    /** Makes the files of a set in UTF-8 that nobody offers for download. */
    static TextFiles local(String set, DataPlaces places, Run run) {
        return new TextFiles(new SetFiles(set, List.of(), places), StandardCharsets.UTF_8, run);
    }

    /** Makes the files of a set in UTF-8. */
    static TextFiles of(String set, String folder, String address, DataPlaces places, Run run) {
        return new TextFiles(
                new SetFiles(set, folder, List.of(URI.create(address)), places),
                StandardCharsets.UTF_8,
                run);
    }

    /** Returns SHA-256 by file name of what was read. */
    Map<String, String> checksums() {
        return checksums;
    }

    /**
     * Reads a published file, packed or not. One with a known checksum is downloaded where it is
     * missing.
     *
     * @param name its name below the set's folder
     * @param advice what there is instead, for the message
     * @throws UnavailableException when it is missing
     */
    TextFile published(String name, String advice) {
        Optional<OfficialFile> known = PublishedFiles.find(files.folder(), name);
        String other =
                name.endsWith(PACKED)
                        ? name.substring(0, name.length() - PACKED.length())
                        : name + PACKED;
        if (known.isPresent()) {
            Path file = files.require(known.get(), List.of(other), run);
            return read(
                    file,
                    known.get().verify(file, content -> TextFile.decode(content, charset), run));
        }
        return unpublished(List.of(name, other)).orElseThrow(() -> missing(name, advice));
    }

    /** Reads the first of some files that no checksum is known of, if there is one. */
    Optional<TextFile> unpublished(List<String> names) {
        return files.find(names)
                .map(
                        file ->
                                read(
                                        file,
                                        OfficialFile.verifyUnpublished(
                                                file,
                                                content -> TextFile.decode(content, charset),
                                                run)));
    }

    /**
     * Reads a slice of a set, which must be listed in a {@code SHA256SUMS}. Of several in a folder
     * it is the one with the longest name and the largest number.
     *
     * @param pattern the names that it may have, without {@code .gz}
     */
    Optional<TextFile> slice(Pattern pattern) {
        return files.folders().stream()
                .flatMap(
                        folder ->
                                names(folder)
                                        .filter(name -> pattern.matcher(unpacked(name)).matches())
                                        .max(
                                                Comparator.comparingInt(String::length)
                                                        .thenComparing(Comparator.naturalOrder()))
                                        .map(folder::resolve)
                                        .stream())
                .findFirst()
                .map(
                        file ->
                                read(
                                        file,
                                        OfficialFile.verifyListed(
                                                file,
                                                content -> TextFile.decode(content, charset))));
    }

    /** Returns the sub-folders that have a file, of all places. */
    List<String> foldersWith(String file) {
        return files.folders().stream()
                .flatMap(
                        folder ->
                                names(folder)
                                        .filter(
                                                name ->
                                                        Files.exists(
                                                                folder.resolve(name)
                                                                        .resolve(file))))
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .toList();
    }

    /** Returns the exception for what is missing, with the way to get it. */
    UnavailableException missing(String name, String advice) {
        String looked =
                files.folders().stream().map(Path::toString).collect(Collectors.joining(", "));
        return new UnavailableException(
                "%s needs %s/%s, which is not in %s; %s"
                        .formatted(files.set(), files.folder(), name, looked, advice),
                null);
    }

    private TextFile read(Path file, String checksum) {
        Path folder = files.folders().stream().filter(file::startsWith).findFirst().orElseThrow();
        String below = folder.relativize(file).toString().replace('\\', '/');
        checksums.put(files.folder() + "/" + below, checksum);
        return TextFile.read(file, charset);
    }

    private static String unpacked(String name) {
        return name.endsWith(PACKED) ? name.substring(0, name.length() - PACKED.length()) : name;
    }

    private static Stream<String> names(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try (Stream<Path> list = Files.list(folder)) {
            return list.map(file -> file.getFileName().toString()).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
