package relrep.datasets.vector;

import relrep.datasets.file.Content;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The rows of a binary of word2vec. */
final class Word2vecRows implements RowReader {
    private static final int LONGEST_WORD = 1 << 16;
    private static final int PIECE = 1 << 16;

    private final Content content;
    private final Word2vecHeader header;
    private final boolean lenient;
    private final byte[] piece = new byte[PIECE];
    private final ByteBuffer vector;
    private int at;
    private int filled;

    Word2vecRows(Path file, Word2vecHeader header, boolean lenient) {
        this.content = Content.open(file);
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
            float value = vector.getFloat(column * Float.BYTES);
            if (!Float.isFinite(value)) {
                throw content.wrong(
                        offset() - vector.capacity() + (long) column * Float.BYTES,
                        "a finite number in row %d, column %d".formatted(row, column),
                        String.valueOf(value));
            }
            into[place + column] = value;
        }
        return key;
    }

    @Override
    public String skip(long row) {
        String key = word(row);
        take(vector.array(), "the vector of row " + row);
        if (row == header.rows() - 1) {
            requireEnd();
        }
        return key;
    }

    private String word(long row) {
        long start = offset();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        while (true) {
            if (!more()) {
                throw content.wrong(start, "the word of row " + row, "the end of the file");
            }
            byte b = piece[at++];
            if (b == ' ') {
                break;
            }
            boolean lineEnd = b == '\n' && bytes.size() == 0;
            if (!lineEnd) {
                bytes.write(b);
            }
            if (b == 0 || bytes.size() > LONGEST_WORD) {
                throw content.wrong(
                        start,
                        "a word of at most %d bytes, and a blank".formatted(LONGEST_WORD),
                        b == 0 ? "a NUL byte" : "more");
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
                    "a word in UTF-8 (--format word2vec-binary:lenient=true reads others)",
                    TextLines.shown(word, 0, word.length));
        }
    }

    /** The offset of what is looked at next. */
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
                        "the end of the file after " + done);
            }
            int count = Math.min(into.length - done, filled - at);
            System.arraycopy(piece, at, into, done, count);
            at += count;
            done += count;
        }
    }

    private void requireEnd() {
        while (more()) {
            if (piece[at] != '\n') {
                throw content.wrong(
                        offset(),
                        "the end of the file after %d words".formatted(header.rows()),
                        "more");
            }
            at++;
        }
    }

    @Override
    public void close() {
        content.close();
    }
}
