package relrep.datasets.vector;

import relrep.api.run.InvalidInputException;

import java.nio.file.Path;

/** The rows of a text of vectors. */
final class WordTextRows implements RowReader {
    private final TextLines lines;
    private final WordTextLayout layout;
    private final boolean lenient;

    WordTextRows(Path file, WordTextLayout layout, boolean lenient) {
        this.lines = TextLines.open(file);
        this.layout = layout;
        this.lenient = lenient;
        if (layout.header()) {
            lines.next();
        }
    }

    @Override
    public String next(long row, float[] into, int at) {
        advance(row);
        int numbers = numbers();
        if (numbers < 0) {
            throw wrongWidth();
        }
        byte[] bytes = lines.bytes();
        int from = numbers;
        for (int column = 0; column < layout.width(); column++) {
            from = Blanks.skip(bytes, from, lines.end());
            int to = Blanks.word(bytes, from, lines.end());
            into[at + column] = number(row, column, from, to);
            from = to;
        }
        return layout.keyed() ? key(numbers) : "";
    }

    @Override
    public String skip(long row) {
        advance(row);
        int numbers = numbers();
        if (numbers < 0) {
            throw wrongWidth();
        }
        return layout.keyed() || layout.width() == 0 ? key(numbers) : "";
    }

    private void advance(long row) {
        if (!lines.next()) {
            throw lines.wrong("row " + row, "the end of the file, which was longer before");
        }
    }

    /**
     * Returns where the last numbers of the line begin, as many as a vector has, or -1. What is
     * before them is the key, which may have blanks in it.
     */
    private int numbers() {
        byte[] bytes = lines.bytes();
        int at = Blanks.skipBack(bytes, lines.start(), lines.end());
        for (int column = 0; column < layout.width(); column++) {
            int to = Blanks.skipBack(bytes, lines.start(), at);
            at = Blanks.wordBack(bytes, lines.start(), to);
            if (at == to) {
                return -1;
            }
        }
        int key = Blanks.skipBack(bytes, lines.start(), at);
        boolean there = Blanks.skip(bytes, lines.start(), key) < key;
        if (layout.width() == 0) {
            return at;
        }
        if (there != layout.keyed() || there && numberIn(key)) {
            return -1;
        }
        return at;
    }

    /** Whether a key of several words ends with a number, so that a vector is too wide. */
    private boolean numberIn(int end) {
        byte[] bytes = lines.bytes();
        int first = Blanks.skip(bytes, lines.start(), end);
        int last = Blanks.wordBack(bytes, lines.start(), end);
        return last > first && !Double.isNaN(Decimal.of(bytes, last, end));
    }

    private String key(int numbers) {
        int end = Blanks.skipBack(lines.bytes(), lines.start(), numbers);
        int start = Blanks.skip(lines.bytes(), lines.start(), end);
        return lines.text(start, end, lenient);
    }

    private float number(long row, int column, int from, int to) {
        double value = Decimal.of(lines.bytes(), from, to);
        float number = (float) value;
        if (!Float.isFinite(number)) {
            throw lines.wrong(
                    "a finite number%s in row %d, column %d"
                            .formatted(Double.isNaN(value) ? "" : " within float32", row, column),
                    lines.shown(from, to));
        }
        return number;
    }

    private InvalidInputException wrongWidth() {
        Line line = Line.of(lines);
        int numbers = layout.keyed() ? line.trailing() : line.words();
        String expected =
                layout.keyed()
                        ? "a word and %d numbers".formatted(layout.width())
                        : "%d numbers".formatted(layout.width());
        return lines.wrong(expected, numbers == layout.width() ? "no word" : numbers + " numbers");
    }

    @Override
    public void close() {
        lines.close();
    }
}
