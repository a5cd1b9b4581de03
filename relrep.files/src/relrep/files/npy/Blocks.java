package relrep.files.npy;

import relrep.api.run.InvalidInputException;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads blocks of rows in either order of the file, and converts them to float32. */
final class Blocks {
    private static final int PIECE_BYTES = 1 << 18;

    private final String file;
    private final ByteSource source;
    private final NpyHeader header;
    private final NpyType type;
    private final ByteBuffer piece;

    Blocks(String file, ByteSource source, NpyHeader header) {
        this.file = file;
        this.source = source;
        this.header = header;
        this.type = header.type();
        this.piece = ByteBuffer.allocateDirect(PIECE_BYTES).order(type.order());
    }

    /** Reads rows of a table of numbers to the front of an array, row after row. */
    void read(long from, int count, float[] into) throws IOException {
        long n = header.table().get(0);
        int d = (int) (long) header.table().get(1);
        if (header.fortran() && n > 1) {
            for (int j = 0; j < d; j++) {
                long first = j * n + from;
                floats(first, count, into, j, d);
            }
        } else {
            floats(from * d, count * d, into, 0, 1);
        }
    }

    /** Copies elements of the file to every {@code step}-th position. */
    private void floats(long first, int count, float[] into, int at, int step) throws IOException {
        int place = at;
        int perPiece = PIECE_BYTES / type.bytes();
        for (int done = 0; done < count; done += perPiece) {
            int elements = Math.min(perPiece, count - done);
            fill(first + done, elements);
            if (type.kind() == NpyType.Kind.FLOAT && type.bytes() == Float.BYTES && step == 1) {
                piece.asFloatBuffer().get(into, place, elements);
                place += elements;
                continue;
            }
            for (int i = 0; i < elements; i++, place += step) {
                double value = type.number(piece);
                into[place] = (float) value;
                if (Float.isInfinite(into[place]) && !Double.isInfinite(value)) {
                    throw tooLarge(first + done + i, value);
                }
            }
        }
    }

    private InvalidInputException tooLarge(long element, double value) {
        long n = header.table().get(0);
        long d = header.table().get(1);
        return new InvalidInputException(
                "%s, offset %d%s: expected a number within the range of float32, found %s in row %d, column %d"
                        .formatted(
                                file,
                                header.start() + element * type.bytes(),
                                source.unit(),
                                value,
                                header.fortran() ? element % n : element / d,
                                header.fortran() ? element / n : element % d));
    }

    long[] integers() throws IOException {
        if (header.elements() > Integer.MAX_VALUE - 8) {
            throw new InvalidInputException(
                    "%s must have at most %d integers, not %d"
                            .formatted(file, Integer.MAX_VALUE - 8, header.elements()));
        }
        long[] all = new long[(int) header.elements()];
        int perPiece = PIECE_BYTES / type.bytes();
        for (int done = 0; done < all.length; done += perPiece) {
            int elements = Math.min(perPiece, all.length - done);
            fill(done, elements);
            for (int i = done; i < done + elements; i++) {
                all[i] = type.whole(piece);
                if (all[i] < 0 && type.kind() == NpyType.Kind.UNSIGNED) {
                    throw new InvalidInputException(
                            "%s, offset %d%s: expected an integer up to %d, found %s"
                                    .formatted(
                                            file,
                                            header.start() + (long) i * type.bytes(),
                                            source.unit(),
                                            Long.MAX_VALUE,
                                            Long.toUnsignedString(all[i])));
                }
            }
        }
        return all;
    }

    List<String> texts() throws IOException {
        boolean letters = type.kind() == NpyType.Kind.TEXT;
        if (type.bytes() > PIECE_BYTES) {
            int unit = letters ? Integer.BYTES : 1;
            throw new InvalidInputException(
                    "%s must have texts of at most %d %s, not %d"
                            .formatted(
                                    file,
                                    PIECE_BYTES / unit,
                                    letters ? "letters" : "bytes",
                                    type.bytes() / unit));
        }
        List<String> all = new ArrayList<>();
        for (long i = 0; i < header.elements(); i++) {
            fill(i, 1);
            String text = letters ? letters(i) : utf8(i);
            int end = text.length();
            while (end > 0 && text.charAt(end - 1) == 0) {
                end--;
            }
            all.add(text.substring(0, end));
        }
        return all;
    }

    private String letters(long element) {
        StringBuilder text = new StringBuilder();
        while (piece.hasRemaining()) {
            long at = header.start() + element * type.bytes() + piece.position();
            int letter = piece.getInt();
            if (!Character.isValidCodePoint(letter)) {
                throw new InvalidInputException(
                        "%s, offset %d%s: expected a letter of Unicode in text %d, found %08x"
                                .formatted(file, at, source.unit(), element, letter));
            }
            text.appendCodePoint(letter);
        }
        return text.toString();
    }

    private String utf8(long element) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(piece).toString();
        } catch (CharacterCodingException e) {
            throw new InvalidInputException(
                    "%s, offset %d%s: expected UTF-8 in text %d, found bytes that are none"
                            .formatted(
                                    file,
                                    header.start() + element * type.bytes(),
                                    source.unit(),
                                    element),
                    e);
        }
    }

    private void fill(long first, int elements) throws IOException {
        piece.clear().limit(elements * type.bytes());
        long at = header.start() + first * type.bytes();
        while (piece.hasRemaining()) {
            int read = source.read(piece, at);
            if (read < 0) {
                throw new InvalidInputException(
                        "%s, offset %d%s: expected %d bytes more, found the end of the file, which was longer when it was opened"
                                .formatted(file, at, source.unit(), piece.remaining()));
            }
            at += read;
        }
        piece.flip();
    }
}
