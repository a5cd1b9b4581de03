package relrep.formats;

import relrep.api.run.InvalidInputException;
import relrep.files.FileContent;

import java.io.Closeable;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/** Reads the lines of a text as bytes. It unpacks gzip and skips a byte order mark. */
final class TextLines implements Closeable {
    private static final int FIRST = 1 << 16;
    private static final int LONGEST = 1 << 24;
    private static final int SHOWN = 24;
    private static final byte[] MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private final Path file;
    private final FileContent content;
    private byte[] buffer = new byte[FIRST];
    private int next;
    private int filled;
    private int start;
    private int end;
    private long number;
    private boolean ended;
    private boolean unmarked;

    private TextLines(Path file) {
        this.file = file;
        this.content = FileContent.open(file);
    }

    static TextLines open(Path file) {
        return new TextLines(file);
    }

    /** Goes to the next line, without its line end. Returns whether there was one. */
    boolean next() {
        int at = next;
        while (true) {
            while (at < filled && buffer[at] != '\n') {
                at++;
            }
            if (at < filled) {
                return line(next, at, at + 1);
            }
            if (ended) {
                return next < filled && line(next, filled, filled);
            }
            int behind = at - next;
            more();
            at = next + behind;
        }
    }

    private boolean line(int from, int to, int following) {
        start = from;
        end = to > from && buffer[to - 1] == '\r' ? to - 1 : to;
        next = following;
        number++;
        return true;
    }

    private void more() {
        int held = filled - next;
        if (held == LONGEST) {
            number++;
            throw wrong("a line of at most " + LONGEST + " bytes", "a longer one");
        }
        byte[] into = held * 2 > buffer.length ? new byte[buffer.length * 2] : buffer;
        System.arraycopy(buffer, next, into, 0, held);
        buffer = into;
        next = 0;
        filled = held;
        do {
            int read = content.some(buffer, filled, buffer.length - filled);
            ended = read < 0;
            filled += Math.max(0, read);
        } while (!ended && !unmarked && filled < MARK.length);
        if (!unmarked) {
            unmarked = true;
            next = begins(MARK) ? MARK.length : 0;
        }
    }

    private boolean begins(byte[] mark) {
        return filled >= mark.length && Arrays.equals(buffer, 0, mark.length, mark, 0, mark.length);
    }

    /** Returns the array that contains the line. */
    byte[] bytes() {
        return buffer;
    }

    /** Returns the start of the line in the array. */
    int start() {
        return start;
    }

    /** Returns the end of the line in the array. */
    int end() {
        return end;
    }

    /** Returns the number of the line, from 1. */
    long number() {
        return number;
    }

    /** Returns the offset in the file after everything read so far. */
    long offset() {
        return content.offset();
    }

    /** Returns whether the line has nothing but blanks. */
    boolean blank() {
        return Blanks.skip(buffer, start, end) == end;
    }

    /** Returns whether the line begins with a hash. */
    boolean hashed() {
        return start < end && buffer[start] == '#';
    }

    /** Returns a part of the line as text. */
    String text(int from, int to, boolean lenient) {
        for (int i = from; i < to; i++) {
            if (buffer[i] == 0) {
                throw wrong("text", "a NUL byte");
            }
        }
        if (lenient) {
            return new String(buffer, from, to - from, StandardCharsets.UTF_8);
        }
        try {
            return decoded(from, to);
        } catch (CharacterCodingException e) {
            throw wrong("a key in UTF-8", shown(from, to));
        }
    }

    private String decoded(int from, int to) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(buffer, from, to - from))
                .toString();
    }

    /** Returns whether it is UTF-8. */
    boolean decodes() {
        try {
            decoded(start, end);
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** Returns a part of the line for a message. */
    String shown(int from, int to) {
        return shown(buffer, from, to);
    }

    static String shown(byte[] bytes, int from, int to) {
        StringBuilder text = new StringBuilder("'");
        for (byte b : Arrays.copyOfRange(bytes, from, Math.min(to, from + SHOWN))) {
            if (b >= ' ' && b < 0x7f) {
                text.append((char) b);
            } else {
                text.append("\\x%02x".formatted(b));
            }
        }
        return text.append(to - from > SHOWN ? "…'" : "'").toString();
    }

    /** Returns the place of a line of the file for a message. */
    String place(long line) {
        return "%s, line %d".formatted(file, line);
    }

    /** Returns the exception about the line. */
    InvalidInputException wrong(String expected, String found) {
        return new InvalidInputException(
                "%s, line %d: expected %s, found %s".formatted(file, number, expected, found));
    }

    @Override
    public void close() {
        content.close();
    }
}
