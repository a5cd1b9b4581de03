package relrep.datasets.vector;

import relrep.api.file.VectorFile.Content;
import relrep.api.run.Run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How a text of vectors is laid out, as one look through all of it tells.
 *
 * @param content what the lines are
 * @param header whether the first line says how many there are
 * @param keyed whether the lines begin with a word
 * @param rows how many
 * @param width of a vector
 */
record WordTextLayout(Content content, boolean header, boolean keyed, long rows, int width) {
    private static final int LOOKED_AT = 64;
    private static final long BETWEEN_STEPS = 1 << 12;

    static WordTextLayout of(Path file, WordText.Options options, Run run) {
        try (TextLines lines = TextLines.open(file)) {
            List<Line> first = new ArrayList<>();
            long rows = 0;
            long last = 0;
            boolean whole = true;
            while (lines.next()) {
                if (lines.number() % BETWEEN_STEPS == 1) {
                    run.step(0, 1);
                }
                if (lines.blank()) {
                    continue;
                }
                rows++;
                if (lines.number() != last + 1) {
                    throw lines.wrong("no blank line before it", "one");
                }
                last = lines.number();
                if (first.size() <= LOOKED_AT) {
                    first.add(Line.of(lines));
                }
                whole &= Line.whole(lines);
            }
            if (first.isEmpty()) {
                throw lines.wrong("a word and its vector", "the end of the file");
            }
            return layout(lines, first, rows, whole, options);
        }
    }

    private static WordTextLayout layout(
            TextLines lines, List<Line> first, long rows, boolean whole, WordText.Options options) {
        Line one = first.get(0);
        boolean words = options.keys() != WordText.Keys.NO;
        if (one.header(first.size() > 1 ? first.get(1) : null, words)) {
            if (one.count() != rows - 1) {
                throw lines.wrong(
                        "the end of the file after the %d vectors that line 1 says"
                                .formatted(one.count()),
                        "it after " + (rows - 1));
            }
            return new WordTextLayout(Content.VECTORS, true, words, rows - 1, (int) one.width());
        }
        if (first.stream().allMatch(line -> line.words() == 1)
                && options.keys() == WordText.Keys.AUTO) {
            return whole
                    ? new WordTextLayout(Content.INTEGERS, false, false, rows, 0)
                    : new WordTextLayout(Content.KEYS, false, true, rows, 0);
        }
        boolean keyed =
                switch (options.keys()) {
                    case YES -> true;
                    case NO -> false;
                    case AUTO -> first.stream().anyMatch(line -> !line.beginsWithNumber());
                };
        int width = keyed ? one.trailing() : one.words();
        return width == 0
                ? new WordTextLayout(Content.KEYS, false, true, rows, 0)
                : new WordTextLayout(Content.VECTORS, false, keyed, rows, width);
    }
}
