package relrep.files.npy;

import relrep.api.run.InvalidInputException;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Reads the header of a {@code .npy}, and checks it against the length of the file.
 *
 * <p>Source: NumPy, {@code numpy.lib.format}, versions 1.0 to 3.0.
 */
final class NpyHeaderReader {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final int PREFIX = 8;
    private static final long LARGEST_HEADER = 1 << 20;

    private final String file;
    private final ByteSource source;
    private final boolean texts;

    NpyHeaderReader(String file, ByteSource source, boolean texts) {
        this.texts = texts;
        this.file = file;
        this.source = source;
    }

    NpyHeader read() throws IOException {
        byte[] prefix = bytes(0, PREFIX, "the magic number of .npy and a version");
        byte[] magic = Arrays.copyOf(prefix, MAGIC.length);
        if (!Arrays.equals(magic, MAGIC)) {
            throw wrong(
                    0,
                    "the magic number of .npy, " + hex(MAGIC),
                    hex(magic) + (magic[0] == 'P' && magic[1] == 'K' ? ", a zip or .npz" : ""));
        }
        int major = prefix[6];
        if (major < 1 || major > 3 || prefix[7] != 0) {
            throw wrong(6, "version 1.0, 2.0 or 3.0", (major & 0xff) + "." + (prefix[7] & 0xff));
        }
        int field = major == 1 ? Short.BYTES : Integer.BYTES;
        ByteBuffer written =
                ByteBuffer.wrap(bytes(PREFIX, field, "the length of the header"))
                        .order(ByteOrder.LITTLE_ENDIAN);
        long length =
                major == 1
                        ? Short.toUnsignedLong(written.getShort())
                        : Integer.toUnsignedLong(written.getInt());
        long start = PREFIX + (long) field;
        if (length > Math.min(LARGEST_HEADER, source.size() - start)) {
            throw wrong(
                    PREFIX,
                    "a header of at most %d bytes"
                            .formatted(Math.min(LARGEST_HEADER, source.size() - start)),
                    "a length of " + length);
        }
        Charset charset = major == 3 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
        String text = new String(bytes(start, (int) length, "the header"), charset);
        return header(new Literal(text, start, this::wrong).dictionary(), start, start + length);
    }

    private NpyHeader header(Literal.Entries entries, long at, long data) throws IOException {
        NpyType type =
                NpyType.of(entries.text("descr"))
                        .or(() -> texts ? NpyType.ofText(entries.text("descr")) : Optional.empty())
                        .orElseThrow(
                                () ->
                                        wrong(
                                                at,
                                                texts
                                                        ? "texts, bytes or integers"
                                                        : "elements that are floats of 16, 32 or 64"
                                                                + " bits, integers or truth values",
                                                "'%s'%s"
                                                        .formatted(
                                                                Literal.shown(
                                                                        entries.text("descr")),
                                                                entries.text("descr").contains("O")
                                                                        ? ", Python objects"
                                                                                + (texts
                                                                                        ? ", of which"
                                                                                              + " astype(str)"
                                                                                              + " makes"
                                                                                              + " texts"
                                                                                        : "")
                                                                        : "")));
        List<Long> shape = entries.numbers("shape");
        NpyHeader header = new NpyHeader(type, entries.truth("fortran_order"), shape, data);
        long room = source.size() - data;
        long elements = 1;
        for (long dimension : shape) {
            elements = product(elements, dimension);
        }
        if (type.bytes() == 0 && elements > 0) {
            throw wrong(at, "texts of at least 1 letter", elements + " of none");
        }
        if (product(elements, type.bytes()) != room) {
            throw wrong(
                    data,
                    "%s elements of %d bytes, as the shape %s says"
                            .formatted(
                                    elements == Long.MAX_VALUE ? "far too many" : elements,
                                    type.bytes(),
                                    header.written()),
                    room + " bytes to the end of the file");
        }
        return header;
    }

    /** Returns the product of two numbers from 0, or the largest long if the product is larger. */
    private static long product(long a, long b) {
        return a != 0 && b > Long.MAX_VALUE / a ? Long.MAX_VALUE : a * b;
    }

    private byte[] bytes(long from, int length, String what) throws IOException {
        ByteBuffer into = ByteBuffer.allocate(length);
        long at = from;
        while (into.hasRemaining()) {
            int read = source.read(into, at);
            if (read < 0) {
                throw wrong(
                        from,
                        "%s (%d bytes)".formatted(what, length),
                        "the end of the file after " + into.position());
            }
            at += read;
        }
        return into.array();
    }

    private static String hex(byte[] bytes) {
        return HexFormat.ofDelimiter(" ").formatHex(bytes);
    }

    private InvalidInputException wrong(long offset, String expected, String found) {
        return new InvalidInputException(
                "%s, offset %d%s: expected %s, found %s"
                        .formatted(file, offset, source.unit(), expected, found));
    }
}
