package relrep.torture;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads text formats strictly as defined; any freer notation is not read. */
final class LetterReader {
    private static final Pattern NUMBER =
            Pattern.compile("[-+]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][-+]?\\d{1,3})?");
    private static final Pattern WORD = Pattern.compile("[^ \\t\\n]*");
    private static final Pattern COUNTS = Pattern.compile("\\d{1,6} \\d{1,6}");

    private LetterReader() {}

    /**
     * Reads rows of numbers without a header; blanks beside numbers and blank lines are ignored.
     */
    static Optional<NpyArray> table(byte[] bytes, String separator) {
        return text(bytes)
                .map(text -> text.lines().map(String::strip).filter(line -> !line.isEmpty()))
                .flatMap(
                        lines -> rows(lines.toArray(String[]::new), " *" + separator + " *", 0, 0));
    }

    /** Reads lines of a word, which may be blank, and its numbers, as GloVe writes them. */
    static Optional<NpyArray> words(byte[] bytes) {
        return text(bytes).flatMap(text -> rows(text.split("\n", -1), " ", 1, 0));
    }

    /** Reads the same, perhaps after a line with the numbers of words and of coordinates. */
    static Optional<NpyArray> countedWords(byte[] bytes) {
        Optional<String> text = text(bytes);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        String[] lines = text.get().split("\n", -1);
        if (!COUNTS.matcher(lines[0]).matches()) {
            return rows(lines, " ", 1, 0);
        }
        String[] counts = lines[0].split(" ", -1);
        return rows(lines, " ", 1, 1)
                .filter(read -> read.rows() == Integer.parseInt(counts[0]))
                .filter(read -> read.columns() == Integer.parseInt(counts[1]));
    }

    private static Optional<String> text(byte[] bytes) {
        try {
            return Optional.of(
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static Optional<NpyArray> rows(String[] lines, String separator, int words, int from) {
        List<Float> values = new ArrayList<>();
        int columns = -1;
        int rows = 0;
        for (int i = from; i < lines.length; i++) {
            if (lines[i].isEmpty() && i == lines.length - 1) {
                break;
            }
            String[] cells = cells(lines[i], separator, columns);
            if ((columns >= 0 && columns != cells.length) || cells.length <= words) {
                return Optional.empty();
            }
            columns = cells.length;
            rows++;
            for (int j = 0; j < cells.length; j++) {
                if (!(j < words ? WORD : NUMBER).matcher(cells[j]).matches()) {
                    return Optional.empty();
                }
                if (j >= words) {
                    values.add(Float.parseFloat(cells[j]));
                }
            }
        }
        return rows == 0 ? Optional.empty() : Optional.of(array(rows, columns - words, values));
    }

    /**
     * Returns the cells of a line of words with any blanks between. The words of a phrase that are
     * separated like its numbers are one cell.
     */
    private static String[] cells(String line, String separator, int columns) {
        String[] cells = line.split(separator.equals(" ") ? "[ \\t]+" : separator, -1);
        boolean phrase = separator.equals(" ") && columns > 1 && cells.length > columns;
        if (!phrase) {
            return cells;
        }
        String[] joined = Arrays.copyOfRange(cells, cells.length - columns, cells.length);
        joined[0] = "phrase";
        return joined;
    }

    private static NpyArray array(int rows, int columns, List<Float> values) {
        float[] array = new float[values.size()];
        for (int i = 0; i < array.length; i++) {
            array[i] = values.get(i);
        }
        return new NpyArray(rows, columns, array);
    }

    /**
     * Reads counts, then each word, a blank, its numbers and a line feed, as word2vec writes them.
     */
    static Optional<NpyArray> binaryWords(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        String counts = until(buffer, '\n');
        if (!COUNTS.matcher(counts).matches()) {
            return Optional.empty();
        }
        int rows = Integer.parseInt(counts.split(" ", -1)[0]);
        int columns = Integer.parseInt(counts.split(" ", -1)[1]);
        if (rows == 0 || columns == 0 || (long) rows * columns * Float.BYTES > bytes.length) {
            return Optional.empty();
        }
        float[] values = new float[rows * columns];
        for (int i = 0; i < rows; i++) {
            String word = until(buffer, ' ');
            boolean fits = buffer.remaining() >= columns * Float.BYTES + 1;
            if (!WORD.matcher(word).matches() || !fits) {
                return Optional.empty();
            }
            for (int j = 0; j < columns; j++) {
                values[i * columns + j] = buffer.getFloat();
            }
            if (buffer.get() != '\n') {
                return Optional.empty();
            }
        }
        return buffer.hasRemaining()
                ? Optional.empty()
                : Optional.of(new NpyArray(rows, columns, values));
    }

    private static String until(ByteBuffer buffer, char end) {
        StringBuilder text = new StringBuilder();
        while (buffer.hasRemaining()) {
            char next = (char) (buffer.get() & 0xff);
            if (next == end) {
                return text.toString();
            }
            text.append(next);
        }
        return text.toString();
    }
}
