package relrep.files;

import relrep.api.run.InvalidInputException;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The text of one file.
 *
 * @param file the file, for messages
 * @param text everything in it, without a byte order mark
 */
public record TextFile(Path file, String text) {
    private static final int BLOCK = 1 << 16;
    private static final int LARGEST = 1 << 29;

    /**
     * Reads a file, packed or not.
     *
     * @throws InvalidInputException when it is not text in this charset: file, offset and line
     */
    public static TextFile read(Path file, Charset charset) {
        try (FileContent content = FileContent.open(file)) {
            return new TextFile(file, decode(content, charset));
        }
    }

    /** Reads a content to its end, and returns it as text. */
    public static String decode(FileContent content, Charset charset) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] block = new byte[BLOCK];
        for (int read = 0; read >= 0; read = content.some(block, 0, BLOCK)) {
            all.write(block, 0, read);
            if (all.size() > LARGEST) {
                throw content.wrong(LARGEST, "the end of the texts", "more");
            }
        }
        ByteBuffer bytes = ByteBuffer.wrap(all.toByteArray());
        CharsetDecoder decoder =
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer chars = CharBuffer.allocate(bytes.remaining());
        CoderResult result = decoder.decode(bytes, chars, true);
        if (result.isError()) {
            int at = bytes.position();
            throw content.wrong(
                    at,
                    "text in " + charset.name(),
                    "the byte 0x%02x in line %d".formatted(bytes.get(at), lineOf(bytes, at)));
        }
        String text = chars.flip().toString();
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    private static int lineOf(ByteBuffer bytes, int offset) {
        int line = 1;
        for (int i = 0; i < offset; i++) {
            line += bytes.get(i) == '\n' ? 1 : 0;
        }
        return line;
    }

    /**
     * Returns the lines. A line ends with a line feed, perhaps after a carriage return, and nowhere
     * else: a text may contain other separators of Unicode.
     */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (int from = 0; from < text.length(); ) {
            int end = text.indexOf('\n', from);
            int to = end < 0 ? text.length() : end;
            boolean carriage = end > from && text.charAt(end - 1) == '\r';
            lines.add(text.substring(from, carriage ? to - 1 : to));
            from = to + 1;
        }
        return lines;
    }

    /**
     * Returns the exception about a line.
     *
     * @param line its number, from 1
     */
    public InvalidInputException wrong(long line, String expected, String found) {
        return new InvalidInputException(
                "%s, line %d: expected %s, found %s".formatted(file, line, expected, found));
    }

    /** Returns a value in quotation marks, cut where it is long. */
    public static String quoted(String value) {
        int most = 40;
        return value.length() <= most ? "'" + value + "'" : "'" + value.substring(0, most) + "…'";
    }
}
