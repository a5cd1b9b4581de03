package relrep.datasets.image;

import relrep.api.data.DataPlaces;
import relrep.api.data.Samples;
import relrep.api.data.Split;
import relrep.api.run.Run;
import relrep.files.FileContent;
import relrep.files.official.OfficialFile;
import relrep.files.official.SetFiles;

import java.net.URI;
import java.util.List;

/**
 * A set of grey pictures in four IDX files.
 *
 * @param set the properties of the set
 * @param addresses the addresses of the files, the official one first
 * @param train pictures and labels of the training part
 * @param test pictures and labels of the test part
 */
record IdxSet(ImageSet set, List<URI> addresses, Part train, Part test) {
    /** Pictures and labels of one part. */
    record Part(OfficialFile pictures, OfficialFile labels) {}

    Split load(ImageOptions options, DataPlaces places, Run run) {
        SetFiles files = new SetFiles(set.name(), addresses, places);
        IdxReading reading = new IdxReading(this, files, options, run);
        Samples trained = reading.part("train", train, options.train(), 0.85);
        Samples tested = reading.part("test", test, options.test(), 0.15);
        return new Split(trained, tested, reading.checksums());
    }

    /** Returns one sentence per file: its name and where it comes from. */
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

    static void checkLabels(FileContent content) {
        int count = Idx.labels(content);
        Idx.requireEnd(content, count, 1, "labels");
    }

    void checkPictures(FileContent content) {
        int count = Idx.pictures(content, set.shape());
        Idx.requireEnd(
                content,
                count,
                set.shape().size(),
                "pictures of %d × %d".formatted(set.shape().height(), set.shape().width()));
    }
}
