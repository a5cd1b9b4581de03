package relrep.datasets.image;

import relrep.api.data.DataPlaces;
import relrep.api.data.Matrix;
import relrep.api.data.Samples;
import relrep.api.data.Split;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.datasets.file.Content;
import relrep.datasets.file.OfficialFile;
import relrep.datasets.file.SetFiles;

import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A set of grey pictures in four IDX files.
 *
 * @param set what it is
 * @param addresses where the files are published, the official address first
 * @param train pictures and labels of the training part
 * @param test pictures and labels of the test part
 */
record IdxSet(ImageSet set, List<URI> addresses, Part train, Part test) {
    private static final String PACKED = ".gz";

    /** Pictures and labels of one part. */
    record Part(OfficialFile pictures, OfficialFile labels) {}

    Split load(ImageOptions options, DataPlaces places, Run run) {
        SetFiles files = new SetFiles(set.name(), addresses, places);
        Loading loading = new Loading(files, options, run, new LinkedHashMap<>());
        Samples trained = loading.part("train", train, options.train(), 0.85);
        Samples tested = loading.part("test", test, options.test(), 0.15);
        return new Split(trained, tested, loading.checksums());
    }

    /** One sentence a file: what it is and where it comes from. */
    List<String> needs() {
        return List.of(train.pictures(), train.labels(), test.pictures(), test.labels()).stream()
                .map(
                        file ->
                                "%s/%s (%d bytes, packed or not) from %s"
                                        .formatted(
                                                set.name(),
                                                file.name(),
                                                file.size(),
                                                addresses.get(0)))
                .toList();
    }

    private final class Loading {
        private final SetFiles files;
        private final ImageOptions options;
        private final Run run;
        private final Map<String, String> checksums;

        Loading(SetFiles files, ImageOptions options, Run run, Map<String, String> checksums) {
            this.files = files;
            this.options = options;
            this.run = run;
            this.checksums = checksums;
        }

        Map<String, String> checksums() {
            return checksums;
        }

        Samples part(String part, Part of, int wanted, double share) {
            Run work = run.part(part, share);
            Path labels = file(of.labels(), IdxSet::checkLabels, work);
            Path pictures = file(of.pictures(), IdxSet.this::checkPictures, work);
            byte[] found;
            try (Content content = Content.open(labels)) {
                int n = Selection.cut(set.name(), part, wanted, Idx.labels(content));
                found = labelsOf(content, n);
            }
            Selection kept = Selection.of(part, found, set.classes(), options.labels());
            return new Samples(
                    pictures(pictures, labels, kept, work),
                    set.shape(),
                    Optional.of(kept.labels()));
        }

        private Path file(OfficialFile official, Consumer<Content> structure, Run work) {
            String unpacked = official.name().replace(PACKED, "");
            Path file = files.require(official, List.of(unpacked), work);
            checksums.put(
                    set.name() + "/" + file.getFileName(), official.verify(file, structure, work));
            return file;
        }

        private byte[] labelsOf(Content content, int n) {
            byte[] found = new byte[n];
            long start = content.offset();
            content.read(found, n, n + " labels");
            for (int i = 0; i < n; i++) {
                if ((found[i] & 0xff) >= set.classes().size()) {
                    throw content.wrong(
                            start + i,
                            "a label of 0 to " + (set.classes().size() - 1),
                            String.valueOf(found[i] & 0xff));
                }
            }
            return found;
        }

        private Matrix pictures(Path pictures, Path labels, Selection kept, Run work) {
            int width = set.shape().size();
            int labelled;
            try (Content content = Content.open(labels)) {
                labelled = Idx.labels(content);
            }
            try (Content content = Content.open(pictures)) {
                int count = Idx.pictures(content, set.shape());
                if (count != labelled) {
                    throw new InvalidInputException(
                            "pictures and labels must be as many, but %s has %d and %s has %d"
                                    .formatted(pictures, count, labels, labelled));
                }
                return Pictures.of(
                        (into, first, n) ->
                                content.read(into, n * width, "pictures from number " + first),
                        kept.rows(),
                        width,
                        width,
                        set.tones(options.scale()),
                        work);
            }
        }
    }

    private static void checkLabels(Content content) {
        int count = Idx.labels(content);
        Idx.requireEnd(content, count, 1, "labels");
    }

    private void checkPictures(Content content) {
        int count = Idx.pictures(content, set.shape());
        Idx.requireEnd(
                content,
                count,
                set.shape().size(),
                "pictures of %d × %d".formatted(set.shape().height(), set.shape().width()));
    }
}
