package relrep.formats;

import relrep.api.file.VectorFile.Content;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The layout of a text of vectors, detected in one pass over the whole file.
 *
 * @param content the kind of content
 * @param skipped the number of lines before the rows: remarks, and the one with the number of rows
 * @param told whether the header is right
 * @param keyed whether the lines begin with a word
 * @param rows the number of rows
 * @param width of a vector
 * @param index whether the words are a row counter
 * @param doubt the numbers of the vectors that may be something else
 * @param tabs whether tabs separate the word and the numbers, so that blanks are part of words
 */
record WordTextLayout(
        Content content,
        int skipped,
        boolean told,
        boolean keyed,
        long rows,
        int width,
        boolean index,
        WordTextDoubt doubt,
        boolean tabs) {
    static WordTextLayout of(Path file, WordText.Options options, Run run) {
        try (TextLines lines = TextLines.open(file)) {
            int remarks = remarks(file);
            for (int i = 0; i < remarks; i++) {
                lines.next();
            }
            WordTextLook look = WordTextLook.through(lines, options.lenient(), run);
            if (look.first().isEmpty()) {
                throw lines.wrong("a word and its vector", "the end of the file");
            }
            if (remarks > 0) {
                run.note(
                        "%s: taken for remarks: %d %s with #"
                                .formatted(file, remarks, remarks == 1 ? "line" : "lines"));
            }
            return layout(lines, look, options).after(remarks);
        }
    }

    /**
     * Returns how many lines begin with a hash before a line of numbers alone, as numpy.savetxt
     * writes them. One with as many numbers as follow the first number of that line is a vector.
     */
    private static int remarks(Path file) {
        Set<Integer> numbers = new HashSet<>();
        try (TextLines lines = TextLines.open(file)) {
            for (int remarks = 0; lines.next(); remarks++) {
                Line line = Line.of(lines);
                if (!lines.hashed()) {
                    boolean alone = line.words() > 1 && line.trailing() == line.words() - 1;
                    boolean vector = numbers.contains(line.trailing());
                    return alone && line.beginsWithNumber() && !vector ? remarks : 0;
                }
                numbers.add(line.trailing());
            }
        }
        return 0;
    }

    private WordTextLayout after(int remarks) {
        return new WordTextLayout(
                content, skipped + remarks, told, keyed, rows, width, index, doubt, tabs);
    }

    private static WordTextLayout layout(
            TextLines lines, WordTextLook look, WordText.Options options) {
        Line one = look.first().get(0);
        boolean auto = options.keys() == WordText.Keys.AUTO;
        if (header(look, options.keys())) {
            boolean keyed =
                    auto ? look.words(1) || !look.wide(1, one.width()) : options.keys().yes();
            int width = look.width(1, keyed, (int) one.width(), one.count());
            if (!options.lenient()) {
                requireHeader(lines, look, width);
            }
            return new WordTextLayout(
                    Content.VECTORS,
                    1,
                    width == one.width() && one.count() == look.rows() - 1,
                    keyed,
                    look.rows() - 1,
                    width,
                    false,
                    WordTextDoubt.NONE,
                    keyed && look.tabs(1, width));
        }
        List<Line> first = look.first();
        if (auto && first.stream().allMatch(line -> line.words() == 1)) {
            return look.whole()
                    ? new WordTextLayout(
                            Content.INTEGERS,
                            0,
                            false,
                            false,
                            look.rows(),
                            0,
                            false,
                            WordTextDoubt.NONE,
                            false)
                    : keys(look);
        }
        boolean counts = auto && look.index();
        boolean keyed = counts || (auto ? look.words(0) : options.keys().yes());
        int width = look.width(0, keyed, -1, -1);
        return width == 0
                ? keys(look)
                : new WordTextLayout(
                        Content.VECTORS,
                        0,
                        false,
                        keyed,
                        look.rows(),
                        width,
                        counts,
                        options.keys() == WordText.Keys.NO
                                ? WordTextDoubt.NONE
                                : WordTextDoubt.of(look, keyed),
                        keyed && look.tabs(0, width));
    }

    private static WordTextLayout keys(WordTextLook look) {
        return new WordTextLayout(
                Content.KEYS, 0, false, true, look.rows(), 0, false, WordTextDoubt.NONE, false);
    }

    /**
     * Returns whether the first line is a header: two whole numbers before lines with more words.
     * If the other lines have two words as well, the header must describe them.
     */
    private static boolean header(WordTextLook look, WordText.Keys keys) {
        Line one = look.first().get(0);
        if (!one.header()) {
            return false;
        }
        if (look.first().size() < 2) {
            return true;
        }
        int words = look.first().get(1).words();
        boolean fits = one.width() == (keys == WordText.Keys.NO ? 2 : 1);
        return words > 2 || (words == 2 && fits && one.count() == look.rows() - 1);
    }

    private static void requireHeader(TextLines lines, WordTextLook look, int width) {
        Line one = look.first().get(0);
        if (width != one.width() && look.rows() > 1) {
            throw new InvalidInputException(
                    "%s: expected vectors of %d numbers, as line 1 says, found %d numbers in line 2; %s reads those of %d"
                            .formatted(
                                    lines.place(2), one.width(), width, WordText.LENIENT, width));
        }
        if (one.count() != look.rows() - 1) {
            throw lines.wrong(
                    "the end of the file after the %d vectors that line 1 says"
                            .formatted(one.count()),
                    "it after %d; %s reads what is there"
                            .formatted(look.rows() - 1, WordText.LENIENT));
        }
    }
}
