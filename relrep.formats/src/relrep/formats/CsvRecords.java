package relrep.formats;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;

import relrep.api.run.InvalidInputException;
import relrep.files.FileContent;
import relrep.files.Reason;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Reads the records of a table of text, each a list of fields. */
final class CsvRecords implements Closeable {
    private static final int SHOWN = 24;
    private static final byte[] MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};
    private static final int MOST_FIELDS = 1 << 20;

    private final Path file;
    private final FileContent content;
    private final CloseableIterator<CsvRecord> records;
    private CsvRecord record;
    private long line = 1;
    private long following = 1;

    CsvRecords(Path file, char separator) {
        this.file = file;
        this.content = FileContent.open(file);
        InputStreamReader reader =
                new InputStreamReader(
                        unmarked(new Bytes(content)), StandardCharsets.UTF_8.newDecoder());
        this.records =
                CsvReader.builder()
                        .fieldSeparator(separator)
                        .skipEmptyLines(true)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .allowUnclosedQuote(false)
                        .build(CsvRecordHandler.builder().maxFields(MOST_FIELDS).build(), reader)
                        .iterator();
    }

    /** Skips a byte order mark. */
    private static InputStream unmarked(InputStream bytes) {
        PushbackInputStream back = new PushbackInputStream(bytes, MARK.length);
        try {
            byte[] first = back.readNBytes(MARK.length);
            if (!Arrays.equals(first, MARK)) {
                back.unread(first);
            }
            return back;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The bytes of a file, for FastCSV. */
    private static final class Bytes extends InputStream {
        private final FileContent content;

        Bytes(FileContent content) {
            this.content = content;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return content.some(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int from, int length) {
            return length == 0 ? 0 : content.some(into, from, length);
        }
    }

    /** Goes to the next record. Returns whether there was one. */
    boolean next() {
        try {
            if (!records.hasNext()) {
                return false;
            }
            record = records.next();
            line = record.getStartingLineNumber();
            if (line != following && line > 1 && record.getFieldCount() == 1) {
                line = following;
                throw wrong("a value on each line", "a blank line among them");
            }
            following = line + 1 + record.getFields().stream().mapToLong(CsvRecords::ends).sum();
            return true;
        } catch (CsvParseException e) {
            if (e.getCause() instanceof InvalidInputException refused) {
                throw refused;
            }
            if (e.getCause() instanceof CharacterCodingException) {
                throw malformed();
            }
            throw wrong(
                    "a record of a table",
                    e.getMessage().strip().lines().findFirst().orElse("none"));
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CharacterCodingException) {
                throw malformed();
            }
            throw Reason.unreadable(file, e.getCause());
        }
    }

    /** Returns the refusal of the first line that is no UTF-8; records are decoded far ahead. */
    private InvalidInputException malformed() {
        try (TextLines lines = TextLines.open(file)) {
            while (lines.next()) {
                if (!lines.decodes()) {
                    return lines.wrong("UTF-8 from here on", "bytes that are none");
                }
            }
        }
        return wrong("UTF-8 from here on", "bytes that are none");
    }

    private static long ends(String field) {
        return field.indexOf('\n') < 0 ? 0 : field.chars().filter(c -> c == '\n').count();
    }

    List<String> fields() {
        return record.getFields();
    }

    long line() {
        return line;
    }

    /** Returns the exception about the current record. */
    InvalidInputException wrong(String expected, String found) {
        return new InvalidInputException(
                "%s, line %d: expected %s, found %s".formatted(file, line, expected, found));
    }

    /** Returns a field for a message. */
    static String shown(String field) {
        StringBuilder text = new StringBuilder("'");
        field.codePoints()
                .limit(SHOWN)
                .forEach(c -> text.appendCodePoint(Character.isISOControl(c) ? '?' : c));
        return text.append(field.length() > SHOWN ? "…'" : "'").toString();
    }

    @Override
    public void close() {
        try {
            records.close();
        } catch (IOException e) {
            throw Reason.unreadable(file, e);
        } finally {
            content.close();
        }
    }
}
