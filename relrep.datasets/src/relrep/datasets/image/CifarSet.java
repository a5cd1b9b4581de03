package relrep.datasets.image;

import relrep.api.data.DataPlaces;
import relrep.api.data.Samples;
import relrep.api.data.Split;
import relrep.api.run.Run;
import relrep.api.run.UnavailableException;
import relrep.files.official.OfficialFile;
import relrep.files.official.SetFiles;
import relrep.files.official.Tar;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A set of colour pictures in the binary format of CIFAR: batches of records, each a label (of
 * CIFAR-100 a coarse one before it) and the pixels, channel after channel. A batch may be a slice
 * of the official one, {@code data_batch_1.first8000.bin.gz}.
 *
 * @param set the properties of the set
 * @param addresses the addresses of the archive
 * @param archive the archive with all batches
 * @param train the batches of the training part
 * @param test the batch of the test part
 * @param heads the number of label bytes in a record; the last one is used
 */
record CifarSet(
        ImageSet set,
        List<URI> addresses,
        OfficialFile archive,
        List<OfficialFile> train,
        OfficialFile test,
        int heads) {

    Split load(ImageOptions options, DataPlaces places, Run run) {
        SetFiles files = new SetFiles(set.name(), addresses, places);
        List<Batch> trained = batches(files, train, run);
        List<Batch> tested = batches(files, List.of(test), run);
        Map<String, String> checksums = new LinkedHashMap<>();
        return new Split(
                part("train", trained, options.train(), options, checksums, run.part("train", 0.8)),
                part("test", tested, options.test(), options, checksums, run.part("test", 0.2)),
                checksums);
    }

    /** Returns one sentence: the needed file and where it comes from. */
    List<String> needs() {
        String names =
                Stream.concat(train.stream(), Stream.of(test))
                        .map(OfficialFile::name)
                        .collect(Collectors.joining(", "));
        return List.of(
                "%s/ with %s (each packed or not, or a slice such as %s that a SHA256SUMS lists), or %s (%d bytes) from %s"
                        .formatted(
                                set.name(),
                                names,
                                train.get(0).name().replace(".bin", ".first8000.bin.gz"),
                                archive.name(),
                                archive.size(),
                                addresses.get(0)));
    }

    private Samples part(
            String part,
            List<Batch> batches,
            int wanted,
            ImageOptions options,
            Map<String, String> checksums,
            Run run) {
        int classes = set.classes().size();
        int pixels = set.shape().size();
        for (Batch batch : batches) {
            checksums.put(
                    set.name() + "/" + batch.file().getFileName(),
                    batch.verify(content -> Records.labels(content, pixels, heads, classes), run));
        }
        List<byte[]> labels = new ArrayList<>();
        for (Batch batch : batches) {
            labels.add(Records.labels(batch.file(), pixels, heads, classes));
        }
        byte[] all = Records.join(labels);
        if (batches.stream().anyMatch(Batch::slice)) {
            run.note("%s of '%s' is a slice of %d samples".formatted(part, set.name(), all.length));
        }
        int n = Selection.cut(set.name(), part, wanted, all.length);
        Selection kept = Selection.of(part, Arrays.copyOf(all, n), set.classes(), options.labels());
        try (Records records =
                new Records(batches.stream().map(Batch::file).toList(), labels, pixels + heads)) {
            return new Samples(
                    Pictures.of(
                            records,
                            kept.rows(),
                            pixels,
                            pixels + heads,
                            set.tones(options.scale()),
                            run),
                    set.shape(),
                    Optional.of(kept.labels()));
        }
    }

    /** Finds batches in the first folder that has one of them; otherwise unpacks the archive. */
    private List<Batch> batches(SetFiles files, List<OfficialFile> wanted, Run run) {
        for (Path folder : files.folders()) {
            List<Batch> found = Batch.in(folder, wanted);
            if (!found.isEmpty()) {
                if (found.size() < wanted.size()) {
                    run.note(
                            "%s has %d of the %d training batches of %s"
                                    .formatted(folder, found.size(), wanted.size(), set.name()));
                }
                return found;
            }
        }
        Path cache = files.places().cache().resolve(set.name());
        unpack(files.require(archive, List.of(), run), cache, run);
        return Batch.in(cache, wanted);
    }

    private void unpack(Path found, Path cache, Run run) {
        archive.verify(found, content -> {}, run);
        Map<String, Long> sizes =
                Stream.concat(train.stream(), Stream.of(test))
                        .collect(Collectors.toMap(OfficialFile::name, OfficialFile::size));
        try {
            Files.createDirectories(cache);
            Tar.unpack(found, sizes, cache);
            if (found.startsWith(cache)) {
                Files.delete(found);
            }
        } catch (IOException e) {
            throw new UnavailableException(
                    "%s must be writable to unpack %s, but is not: %s"
                            .formatted(cache, found, e.getMessage()),
                    e);
        }
    }
}
