package relrep.datasets.image;

import relrep.api.data.Matrix;
import relrep.api.data.Samples;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.files.FileContent;
import relrep.files.official.OfficialFile;
import relrep.files.official.SetFiles;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** One load of an {@link IdxSet}: finds its files, checks them and reads the requested samples. */
final class IdxReading {
    private static final String PACKED = ".gz";

    private final IdxSet source;
    private final ImageSet set;
    private final SetFiles files;
    private final ImageOptions options;
    private final Run run;
    private final Map<String, String> checksums = new LinkedHashMap<>();

    IdxReading(IdxSet source, SetFiles files, ImageOptions options, Run run) {
        this.set = source.set();
        this.source = source;
        this.files = files;
        this.options = options;
        this.run = run;
    }

    Map<String, String> checksums() {
        return checksums;
    }

    Samples part(String part, IdxSet.Part of, int wanted, double share) {
        Run work = run.part(part, share);
        Path labels = file(of.labels(), IdxSet::checkLabels, work);
        Path pictures = file(of.pictures(), source::checkPictures, work);
        byte[] found;
        try (FileContent content = FileContent.open(labels)) {
            int n = Selection.cut(set.name(), part, wanted, Idx.labels(content));
            found = labelsOf(content, n);
        }
        Selection kept = Selection.of(part, found, set.classes(), options.labels());
        return new Samples(
                pictures(pictures, labels, kept, work), set.shape(), Optional.of(kept.labels()));
    }

    private Path file(OfficialFile official, Consumer<FileContent> structure, Run work) {
        String unpacked = official.name().replace(PACKED, "");
        Path file = files.require(official, List.of(unpacked), work);
        checksums.put(
                set.name() + "/" + file.getFileName(), official.verify(file, structure, work));
        return file;
    }

    private byte[] labelsOf(FileContent content, int n) {
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
        try (FileContent content = FileContent.open(labels)) {
            labelled = Idx.labels(content);
        }
        try (FileContent content = FileContent.open(pictures)) {
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
