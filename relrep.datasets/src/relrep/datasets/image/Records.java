package relrep.datasets.image;

import relrep.files.FileContent;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads the records of several batches, one file after another. A record has label bytes, of which
 * the last is used, and the pixels.
 */
final class Records implements Pictures.Source, Closeable {
    private final List<Path> files;
    private final List<byte[]> labels;
    private final int stride;
    private int file;
    private int next;
    private FileContent content;

    /**
     * Starts at the first record.
     *
     * @param labels the labels of each file, one per record
     * @param stride the size of a record in bytes
     */
    Records(List<Path> files, List<byte[]> labels, int stride) {
        this.files = files;
        this.labels = labels;
        this.stride = stride;
    }

    /** Returns the labels of all records of a file. */
    static byte[] labels(Path file, int pixels, int heads, int classes) {
        try (FileContent content = FileContent.open(file)) {
            return labels(content, pixels, heads, classes);
        }
    }

    /**
     * Reads all records and returns their labels; throws for an incomplete record.
     *
     * @param heads the number of label bytes in a record; the last one is used
     */
    static byte[] labels(FileContent content, int pixels, int heads, int classes) {
        ByteArrayOutputStream labels = new ByteArrayOutputStream();
        byte[] record = new byte[pixels + heads];
        while (content.readOrEnd(record, record.length, "a record")) {
            int label = record[heads - 1] & 0xff;
            if (label >= classes) {
                throw content.wrong(
                        content.offset() - record.length + heads - 1,
                        "a label of 0 to " + (classes - 1),
                        String.valueOf(label));
            }
            labels.write(label);
        }
        if (labels.size() == 0) {
            throw content.wrong(
                    0, "records of %d bytes".formatted(record.length), "the end of the file");
        }
        return labels.toByteArray();
    }

    static byte[] join(List<byte[]> labels) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        labels.forEach(all::writeBytes);
        return all.toByteArray();
    }

    @Override
    public void read(byte[] into, int first, int count) {
        byte[] record = new byte[stride];
        for (int i = 0; i < count; i++) {
            while (content == null || next == labels.get(file).length) {
                open();
            }
            content.read(record, stride, "a record");
            System.arraycopy(record, 0, into, i * stride, stride);
            next++;
        }
    }

    private void open() {
        if (content != null) {
            close();
            file++;
            next = 0;
        }
        content = FileContent.open(files.get(file));
    }

    @Override
    public void close() {
        if (content != null) {
            content.close();
        }
    }
}
