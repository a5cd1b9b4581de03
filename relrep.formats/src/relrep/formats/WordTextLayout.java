package relrep.formats;

import relrep.api.file.VectorFile.Content;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;

import java.nio.file.Path;
import java.util.List;

/**
 * How a text of vectors is laid out, as one look through all of it tells.
 *
 * @param content what the lines are
 * @param header whether the first line says how many there are
 * @param told whether that is right
 * @param keyed whether the lines begin with a word
 * @param rows how many
 * @param width of a vector
 * @param index whether the words count the rows
 * @param lastIndex whether the last numbers of the vectors seem to
 * @param tabs whether a tab stands behind the word and between numbers, and blanks are part of
 *     words
 */
record WordTextLayout(
        Content content,
        boolean header,
        boolean told,
        boolean keyed,
        long rows,
        int width,
        boolean index,
        boolean lastIndex,
        boolean tabs) {
    static WordTextLayout of(Path file, WordText.Options options, Run run) {
        try (TextLines lines = TextLines.open(file)) {
            WordTextLook look = WordTextLook.through(lines, options.lenient(), run);
            if (look.first().isEmpty()) {
                throw lines.wrong("a word and its vector", "the end of the file");
            }
            return layout(lines, look, options);
        }
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
                    true,
                    width == one.width() && one.count() == look.rows() - 1,
                    keyed,
                    look.rows() - 1,
                    width,
                    false,
                    false,
                    keyed && look.tabs(1, width));
        }
        List<Line> first = look.first();
        if (auto && first.stream().allMatch(line -> line.words() == 1)) {
            return look.whole()
                    ? new WordTextLayout(
                            Content.INTEGERS,
                            false,
                            false,
                            false,
                            look.rows(),
                            0,
                            false,
                            false,
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
                        false,
                        false,
                        keyed,
                        look.rows(),
                        width,
                        counts,
                        auto && !keyed && look.lastIndex(),
                        keyed && look.tabs(0, width));
    }

    private static WordTextLayout keys(WordTextLook look) {
        return new WordTextLayout(
                Content.KEYS, false, false, true, look.rows(), 0, false, false, false);
    }

    /**
     * Whether the first line is one: two whole numbers before lines that have more words. Where
     * they have two as well, only what it says of them tells.
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
