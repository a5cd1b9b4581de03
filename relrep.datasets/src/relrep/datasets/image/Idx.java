package relrep.datasets.image;

import relrep.api.data.Shape;
import relrep.files.FileContent;

/**
 * Reads the IDX format of LeCun, Cortes and Burges: a big-endian magic number with the type and the
 * number of dimensions, the dimensions, and then unsigned bytes.
 */
final class Idx {
    private static final int LABELS = 0x0801;
    private static final int PICTURES = 0x0803;

    private Idx() {}

    /** Reads up to the labels, and returns their number. */
    static int labels(FileContent content) {
        magic(content, LABELS, "labels");
        return count(content, "labels");
    }

    /** Reads up to the pictures, and returns their number. */
    static int pictures(FileContent content, Shape shape) {
        magic(content, PICTURES, "pictures");
        int count = count(content, "pictures");
        side(content, shape.height(), "rows a picture");
        side(content, shape.width(), "columns a picture");
        return count;
    }

    /** Checks that the content has exactly {@code count} elements of this size. */
    static void requireEnd(FileContent content, int count, int bytes, String elements) {
        long start = content.offset();
        long expected = (long) count * bytes;
        long found = content.drain();
        if (found < expected) {
            throw content.wrong(
                    start + found,
                    "%d %s, %d bytes from offset %d".formatted(count, elements, expected, start),
                    "the end of the file after " + found);
        }
        if (found > expected) {
            throw content.wrong(
                    start + expected,
                    "the end of the file after %d %s".formatted(count, elements),
                    "%d bytes more".formatted(found - expected));
        }
    }

    private static void magic(FileContent content, int expected, String elements) {
        String what = "the IDX magic number 0x%08x of %s".formatted(expected, elements);
        int found = content.int32(what);
        if (found != expected) {
            throw content.wrong(0, what, "0x%08x".formatted(found));
        }
    }

    private static int count(FileContent content, String elements) {
        String what = "the number of " + elements + ", 1 or more";
        int count = content.int32(what);
        if (count < 1) {
            throw content.wrong(
                    content.offset() - Integer.BYTES, what, Integer.toUnsignedString(count));
        }
        return count;
    }

    private static void side(FileContent content, int expected, String what) {
        int found = content.int32(expected + " " + what);
        if (found != expected) {
            throw content.wrong(
                    content.offset() - Integer.BYTES,
                    expected + " " + what,
                    Integer.toUnsignedString(found));
        }
    }
}
