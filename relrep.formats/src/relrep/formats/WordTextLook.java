package relrep.formats;

import relrep.api.run.Run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The statistics of a text of vectors, collected in one pass.
 *
 * @param first the first lines
 * @param rows the number of lines that are not blank
 * @param whole whether each line is one whole number
 * @param counts whether their first words count 0, 1, 2, … or 1, 2, 3, …
 * @param even whether the words of the first line are integers at equal distances
 * @param firsts what their first words are
 * @param lasts what their last words are
 */
record WordTextLook(
        List<Line> first,
        long rows,
        boolean whole,
        boolean counts,
        boolean even,
        NumberColumn firsts,
        NumberColumn lasts) {
    private static final int LOOKED_AT = 64;
    private static final long BETWEEN_STEPS = 1 << 12;

    static WordTextLook through(TextLines lines, boolean lenient, Run run) {
        List<Line> first = new ArrayList<>();
        long rows = 0;
        long last = lines.number();
        boolean whole = true;
        boolean counts = true;
        boolean even = false;
        long from = -1;
        NumberColumn firsts = new NumberColumn();
        NumberColumn lasts = new NumberColumn();
        while (lines.next()) {
            if (lines.number() % BETWEEN_STEPS == 1) {
                run.step(0, 1);
            }
            if (lines.blank()) {
                continue;
            }
            if (lines.number() != last + 1 && !lenient) {
                throw lines.wrong("no blank line before it", "one");
            }
            last = lines.number();
            if (first.size() <= LOOKED_AT) {
                first.add(Line.of(lines));
            }
            whole &= Line.whole(lines);
            even |= rows == 0 && Line.even(lines);
            if (counts) {
                long counter = Line.counter(lines);
                from = rows == 0 ? counter : from;
                counts = (from == 0 || from == 1) && counter == from + rows;
            }
            if (firsts.open()) {
                firsts.add(Line.first(lines));
            }
            if (lasts.open()) {
                lasts.add(Line.last(lines));
            }
            rows++;
        }
        return new WordTextLook(
                List.copyOf(first), rows, whole, counts && rows > 2, even, firsts, lasts);
    }

    /**
     * Returns whether the first numbers of the lines count or are equally spaced, and most other
     * numbers are not.
     */
    boolean index() {
        return counts || (firsts.step() && most(0, Line::fractional));
    }

    /** Returns whether the first numbers of the lines are integers, and most others are not. */
    boolean firstDoubtful() {
        return firsts.integers() && most(0, Line::fractional);
    }

    /** Returns whether the first line is of even integers, and the others are not. */
    boolean names() {
        return even && rows > 1 && most(1, Line::fractional);
    }

    /**
     * Returns whether the last numbers of the lines step or are integers, and most others do not.
     */
    boolean lastDoubtful() {
        return (lasts.step() || lasts.integers())
                && !firsts.step()
                && first.get(0).words() > 2
                && most(0, Line::fractional);
    }

    /** Returns whether most lines from a given one on begin with a word. */
    boolean words(int from) {
        return most(from, line -> !line.beginsWithNumber());
    }

    /** Returns whether most lines from a given one on have this number of words. */
    boolean wide(int from, long width) {
        return most(from, line -> line.words() == width);
    }

    /** Returns whether most lines from a given one on have a tab before each number of a vector. */
    boolean tabs(int from, int width) {
        return width > 0 && most(from, line -> line.tabs() == width);
    }

    /**
     * Returns whether most lines fulfil a condition; only lines without a leading blank count, if
     * there are any.
     */
    private boolean most(int from, Predicate<Line> wanted) {
        List<Line> lines = first.subList(Math.min(from, first.size()), first.size());
        List<Line> clear = lines.stream().filter(line -> !line.indented()).toList();
        List<Line> asked = clear.isEmpty() ? lines : clear;
        return 2 * asked.stream().filter(wanted).count() > asked.size();
    }

    /**
     * Returns the width of most vectors from a line on. If several widths are equally frequent, the
     * announced one or else the first is taken. The announced width has priority if a vector has it
     * and the number of lines is the announced one: other lines then have words that end in
     * numbers.
     *
     * @param said the announced width
     * @param many the announced number of vectors, without the header line
     */
    int width(int from, boolean keyed, int said, long many) {
        Map<Integer, Integer> times = new LinkedHashMap<>();
        for (Line line : first.subList(Math.min(from, first.size()), first.size())) {
            int numbers = keyed ? line.trailing() : line.words();
            times.merge(numbers, 1, Integer::sum);
        }
        if (keyed && times.containsKey(said) && many == rows - 1) {
            return said;
        }
        int most = times.containsKey(said) ? said : -1;
        for (Map.Entry<Integer, Integer> width : times.entrySet()) {
            if (most < 0 || width.getValue() > times.get(most)) {
                most = width.getKey();
            }
        }
        return most < 0 ? Math.max(0, said) : most;
    }
}
