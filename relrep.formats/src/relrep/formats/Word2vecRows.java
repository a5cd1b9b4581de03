package relrep.formats;

import relrep.api.run.InvalidInputException;
import relrep.files.FileContent;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Reads the rows of a binary word2vec file. */
final class Word2vecRows implements RowReader {
    private static final int LONGEST_WORD = 1 << 16;
    private static final int PIECE = 1 << 16;
    private static final String END =
            "the end of the file; " + Word2vec.LENIENT + " reads the words that are whole";

    private final FileContent content;
    private final Word2vecHeader header;
    private final boolean lenient;
    private final byte[] piece = new byte[PIECE];
    private final ByteBuffer vector;
    private int at;
    private long passed;
    private long skipped;
    private boolean ended;
    private boolean lineEnds;
    private String word = "";
    private String broken = "";
    private int filled;

    Word2vecRows(Path file, Word2vecHeader header, boolean lenient) {
        this.content = FileContent.open(file);
        this.header = header;
        this.lenient = lenient;
        this.vector =
                ByteBuffer.allocate(header.width() * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        take(new byte[(int) header.start()], "the first line");
    }

    @Override
    public String next(long row, float[] into, int place) {
        String key = skip(row);
        for (int column = 0; column < header.width(); column++) {
            into[place + column] = vector.getFloat(column * Float.BYTES);
        }
        return key;
    }

    @Override
    public String skip(long row) {
        if (lenient) {
            good();
            return word;
        }
        requireLikeOthers(row, lineEnd());
        String key = word(row);
        take(vector.array(), "the vector of row " + row);
        requireFinite(row);
        if (row == header.rows() - 1) {
            requireEnd();
        }
        return key;
    }

    /**
     * Goes to the next word that is complete and has finite numbers. Returns whether there is one.
     */
    boolean good() {
        while (!ended) {
            try {
                boolean lineEnd = lineEnd();
                if (!more()) {
                    ended = true;
                    requireSaid();
                    return false;
                }
                requireLikeOthers(passed, lineEnd);
                word = word(passed);
                take(vector.array(), "the vector of row " + passed);
            } catch (InvalidInputException end) {
                broken = broken.isEmpty() ? end.getMessage() : broken;
                ended = true;
                return false;
            }
            passed++;
            try {
                requireFinite(passed - 1);
                return true;
            } catch (InvalidInputException wrong) {
                skipped++;
                broken = broken.isEmpty() ? wrong.getMessage() : broken;
            }
        }
        return false;
    }

    private void requireSaid() {
        if (passed != header.rows()) {
            throw content.wrong(0, "as many words as there are, " + passed, header.rows() + "");
        }
    }

    /** Skips the line end of the vector before. Returns whether there was one. */
    private boolean lineEnd() {
        boolean there = false;
        while (more() && piece[at] == '\n') {
            at++;
            there = true;
        }
        return there;
    }

    /**
     * Checks that either every vector ends its line, or none does. Otherwise bytes were lost or
     * added, and the following numbers are garbage.
     */
    private void requireLikeOthers(long row, boolean lineEnd) {
        lineEnds = row == 1 ? lineEnd : lineEnds;
        if (row > 1 && lineEnd != lineEnds) {
            throw content.wrong(
                    offset(),
                    "%s behind the vector of row %d, as behind that of row 0"
                            .formatted(
                                    lineEnds ? "the end of a line" : "no end of a line", row - 1),
                    lineEnd ? "one" : "none: bytes are lost or added");
        }
    }

    /** Returns the number of vectors that were not finite. */
    long skipped() {
        return skipped;
    }

    /** Returns the first error, or the empty text. */
    String broken() {
        return broken;
    }

    private void requireFinite(long row) {
        for (int column = 0; column < header.width(); column++) {
            float value = vector.getFloat(column * Float.BYTES);
            if (!Float.isFinite(value)) {
                throw content.wrong(
                        offset() - vector.capacity() + (long) column * Float.BYTES,
                        "a finite number in row %d, column %d".formatted(row, column),
                        String.valueOf(value));
            }
        }
    }

    private String word(long row) {
        long start = offset();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        while (true) {
            if (!more()) {
                throw content.wrong(start, "the word of row " + row, END);
            }
            byte b = piece[at++];
            if (b == ' ') {
                break;
            }
            bytes.write(b);
            if (b == 0 || b == '\n' || bytes.size() > LONGEST_WORD) {
                throw content.wrong(
                        start,
                        "a word of at most %d bytes, and a blank".formatted(LONGEST_WORD),
                        b == 0 ? "a NUL byte" : b == '\n' ? "the end of a line in it" : "more");
            }
        }
        return decoded(bytes.toByteArray(), start);
    }

    private String decoded(byte[] word, long start) {
        if (lenient) {
            return new String(word, StandardCharsets.UTF_8);
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(word)).toString();
        } catch (CharacterCodingException e) {
            throw content.wrong(
                    start,
                    "a word in UTF-8 (" + Word2vec.LENIENT + " reads others)",
                    TextLines.shown(word, 0, word.length));
        }
    }

    /** Returns the offset of the next byte. */
    private long offset() {
        return content.offset() - (filled - at);
    }

    private boolean more() {
        if (at < filled) {
            return true;
        }
        filled = Math.max(0, content.some(piece, 0, piece.length));
        at = 0;
        return filled > 0;
    }

    private void take(byte[] into, String what) {
        long start = offset();
        int done = 0;
        while (done < into.length) {
            if (!more()) {
                throw content.wrong(
                        start,
                        "%s (%d bytes)".formatted(what, into.length),
                        "the end of the file after %d; %s reads the words that are whole"
                                .formatted(done, Word2vec.LENIENT));
            }
            int count = Math.min(into.length - done, filled - at);
            System.arraycopy(piece, at, into, done, count);
            at += count;
            done += count;
        }
    }

    private void requireEnd() {
        boolean lineEnd = lineEnd();
        boolean swallowed = lineEnds && vector.get(vector.capacity() - 1) == '\n';
        if (!more() && header.rows() > 1 && (swallowed || !lineEnds)) {
            requireLikeOthers(header.rows(), lineEnd);
        }
        if (more()) {
            throw content.wrong(
                    offset(),
                    "the end of the file after %d words".formatted(header.rows()),
                    "more; " + Word2vec.LENIENT + " reads them too");
        }
    }

    @Override
    public void close() {
        content.close();
    }
}
