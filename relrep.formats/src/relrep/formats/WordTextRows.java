package relrep.formats;

import relrep.api.run.InvalidInputException;

import java.nio.file.Path;

/** Reads the rows of a text of vectors. */
final class WordTextRows implements RowReader {
    private final TextLines lines;
    private final WordTextLayout layout;
    private final boolean lenient;
    private final float[] vector;
    private long skipped;
    private String firstSkipped = "";

    WordTextRows(Path file, WordTextLayout layout, boolean lenient) {
        this.lines = TextLines.open(file);
        this.layout = layout;
        this.lenient = lenient;
        this.vector = new float[layout.width()];
        for (int i = 0; i < layout.skipped(); i++) {
            lines.next();
        }
    }

    @Override
    public String next(long row, float[] into, int at) {
        advance(row);
        int numbers = requireNumbers();
        read(row, numbers, into, at);
        return layout.keyed() ? key(numbers) : "";
    }

    @Override
    public String skip(long row) {
        advance(row);
        int numbers = requireNumbers();
        return layout.keyed() || layout.width() == 0 ? key(numbers) : "";
    }

    private void advance(long row) {
        if (lenient ? !good(row) : !lines.next()) {
            throw lines.wrong("row " + row, "the end of the file, which was longer before");
        }
    }

    /** Goes to the next complete line. Returns whether there is one. */
    boolean good(long row) {
        while (lines.next()) {
            try {
                if (!lines.blank()) {
                    read(row, requireNumbers(), vector, 0);
                    return true;
                }
            } catch (InvalidInputException wrong) {
                skipped++;
                firstSkipped = firstSkipped.isEmpty() ? wrong.getMessage() : firstSkipped;
            }
        }
        return false;
    }

    /** Returns the number of skipped lines. */
    long skipped() {
        return skipped;
    }

    /** Returns why the first skipped line was skipped. */
    String firstSkipped() {
        return firstSkipped;
    }

    private void read(long row, int numbers, float[] into, int at) {
        byte[] bytes = lines.bytes();
        int from = numbers;
        for (int column = 0; column < layout.width(); column++) {
            from = Blanks.skip(bytes, from, lines.end());
            int to = Blanks.word(bytes, from, lines.end());
            into[at + column] = number(row, column, from, to);
            from = to;
        }
    }

    private int requireNumbers() {
        int numbers = numbers();
        if (numbers < 0) {
            throw wrongWidth();
        }
        return numbers;
    }

    /**
     * Returns the start of the last numbers of the line, as many as the width, or -1. The text
     * before them is the key, which may contain blanks or be blank.
     */
    private int numbers() {
        byte[] bytes = lines.bytes();
        if (layout.tabs()) {
            return behindTab();
        }
        int at = last();
        if (layout.width() == 0 || at < 0) {
            return at;
        }
        int key = Blanks.skipBack(bytes, lines.start(), at);
        boolean there = layout.keyed() ? at > lines.start() : key > lines.start();
        return there != layout.keyed() || (there && tooWide(key, at)) ? -1 : at;
    }

    /** Returns the start of as many words, counted from the end, as the width, or -1. */
    private int last() {
        byte[] bytes = lines.bytes();
        int at = Blanks.skipBack(bytes, lines.start(), lines.end());
        for (int column = 0; column < layout.width(); column++) {
            int to = Blanks.skipBack(bytes, lines.start(), at);
            at = Blanks.wordBack(bytes, lines.start(), to);
            if (at == to) {
                return -1;
            }
        }
        return at;
    }

    /** Returns the start of the numbers that each follow a tab, or -1. */
    private int behindTab() {
        byte[] bytes = lines.bytes();
        int end = Blanks.skipBack(bytes, lines.start(), lines.end());
        int first = -1;
        int tabs = 0;
        int blanks = 0;
        for (int i = lines.start(); i < end; i++) {
            tabs += bytes[i] == '\t' ? 1 : 0;
            first = tabs == 1 && first < 0 ? i + 1 : first;
            blanks += first >= 0 && (Blanks.is(bytes[i]) && Blanks.is(bytes[i + 1])) ? 1 : 0;
            blanks += first >= 0 && bytes[i] == ' ' ? 1 : 0;
        }
        return tabs == layout.width() && blanks == 0 ? first : -1;
    }

    /** Returns whether a key of several words may contain numbers of a vector. */
    private boolean tooWide(int end, int numbers) {
        return new PhraseKey(lines, end, numbers).doubtful(layout.width(), layout.told());
    }

    /** Returns the key; for a key of blanks, all of them but the separator. */
    private String key(int numbers) {
        int end = Blanks.skipBack(lines.bytes(), lines.start(), numbers);
        int start = Blanks.skip(lines.bytes(), lines.start(), end);
        return start < end || layout.width() == 0
                ? lines.text(start, end, lenient)
                : lines.text(lines.start(), numbers - 1, lenient);
    }

    private float number(long row, int column, int from, int to) {
        double value = Decimal.of(lines.bytes(), from, to);
        float number = (float) value;
        if (!Float.isFinite(number)) {
            throw lines.wrong(
                    "a finite number%s in row %d, column %d"
                            .formatted(Double.isNaN(value) ? "" : " within float32", row, column),
                    lines.shown(from, to)
                            + names()
                            + "; "
                            + WordText.LENIENT
                            + " skips such lines");
        }
        return number;
    }

    /** Returns how the line is read if it may name the columns. */
    private String names() {
        Line line = Line.of(lines);
        boolean first = lines.number() == layout.skipped() + 1;
        boolean words = line.words() > 1 && line.trailing() == 0 && !line.beginsWithNumber();
        return first && words
                ? "; a copy whose name ends with .csv is read with names of columns"
                : "";
    }

    private static String numbers(int count) {
        return count == 1 ? "1 number" : count + " numbers";
    }

    private InvalidInputException wrongWidth() {
        Line line = Line.of(lines);
        int numbers = layout.keyed() ? line.trailing() : line.words();
        String expected =
                layout.keyed() ? "a word and " + numbers(layout.width()) : numbers(layout.width());
        int at = layout.keyed() && !layout.told() && !layout.tabs() ? last() : -1;
        boolean phrase =
                at > 0
                        && new PhraseKey(
                                        lines,
                                        Blanks.skipBack(lines.bytes(), lines.start(), at),
                                        at)
                                .numbered();
        return lines.wrong(
                expected,
                (numbers == layout.width() ? "no word" : numbers(numbers))
                        + (phrase
                                ? ", or a word that ends in a number; a first line with the number"
                                        + " of words and "
                                        + layout.width()
                                        + " tells; "
                                : names() + "; ")
                        + WordText.LENIENT
                        + " skips such lines");
    }

    @Override
    public void close() {
        lines.close();
    }
}
