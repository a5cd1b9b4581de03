package relrep.cli.command;

import relrep.workbench.terminal.TerminalText;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A page of text for people: lines, tables, and three colours on terminals that support them. */
public final class TextPage {
    private static final int GAP = 2;
    private static final int NARROWEST = 30;

    private final PrintWriter out;
    private final int width;
    private final boolean colours;

    /**
     * Starts a page.
     *
     * @param out the destination
     * @param width columns; cells are cut to fit into it
     * @param colours whether ANSI sequences may be used
     */
    public TextPage(PrintWriter out, int width, boolean colours) {
        this.out = out;
        this.width = width;
        this.colours = colours;
    }

    /** The ways to highlight a word. */
    public enum Tone {
        /** In good order. */
        GOOD("32"),
        /** Questionable. */
        DOUBTFUL("33"),
        /** Wrong. */
        BAD("31"),
        /** A heading. */
        HEADING("1");

        private final String code;

        Tone(String code) {
            this.code = code;
        }
    }

    /** Prints a line; it may be empty. */
    public void line(String text) {
        out.println(TerminalText.lines(text));
    }

    /** Prints a heading. */
    public void heading(String text) {
        out.println(tone(Tone.HEADING, text));
    }

    /** Prints a line with its first word highlighted. */
    public void line(Tone tone, String word, String text) {
        out.println(tone(tone, word) + TerminalText.lines(text));
    }

    private String tone(Tone tone, String words) {
        String text = TerminalText.lines(words);
        return colours ? "\u001B[" + tone.code + "m" + text + "\u001B[0m" : text;
    }

    /** Returns whether these rows under headings fit into the width. */
    boolean fits(List<String> headings, List<List<String>> rows) {
        int[] widths = widths(headings, plain(rows));
        return Arrays.stream(widths).sum() + GAP * (widths.length - 1) <= width;
    }

    /** Prints a text with its first word highlighted, wrapped between words. */
    void text(Tone tone, String word, String text) {
        List<String> lines = broken(word + text, width);
        line(tone, word, lines.get(0).substring(word.length()));
        lines.stream().skip(1).forEach(this::line);
    }

    /** Prints a text, wrapped between words. */
    void text(String text) {
        broken(text, width).forEach(this::line);
    }

    /** Prints rows under headings; cells that do not fit into the width are cut. */
    public void table(List<String> headings, List<List<String>> cells) {
        List<List<String>> rows = plain(cells);
        int[] widths = widths(headings, rows);
        heading(cut(aligned(headings, widths)));
        rows.forEach(row -> line(cut(aligned(row, widths))));
    }

    /** Prints rows under headings, if there are any; the last column is wrapped. */
    public void wrapped(List<String> headings, List<List<String>> cells) {
        List<List<String>> rows = plain(cells);
        int[] widths = widths(headings, rows);
        if (headings.stream().anyMatch(heading -> !heading.isEmpty())) {
            heading(cut(aligned(headings, widths)));
        }
        int last = widths.length - 1;
        int indent = Arrays.stream(widths, 0, last).map(column -> column + GAP).sum();
        for (List<String> row : rows) {
            List<String> lines = broken(row.get(last), Math.max(NARROWEST, width - indent));
            List<String> first = new ArrayList<>(row);
            first.set(last, lines.get(0));
            line(aligned(first, widths));
            lines.stream().skip(1).forEach(text -> line(" ".repeat(indent) + text));
        }
    }

    private static List<List<String>> plain(List<List<String>> rows) {
        return rows.stream().map(row -> row.stream().map(TerminalText::line).toList()).toList();
    }

    private static int[] widths(List<String> headings, List<List<String>> rows) {
        int[] widths = headings.stream().mapToInt(String::length).toArray();
        for (List<String> row : rows) {
            for (int column = 0; column < widths.length; column++) {
                widths[column] = Math.max(widths[column], row.get(column).length());
            }
        }
        return widths;
    }

    private static String aligned(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String cell = cells.get(column);
            line.append(cell);
            if (column < widths.length - 1) {
                line.append(" ".repeat(widths[column] - cell.length() + GAP));
            }
        }
        return line.toString().stripTrailing();
    }

    private String cut(String text) {
        return text.length() <= width ? text : text.substring(0, Math.max(1, width - 1)) + "…";
    }

    private static List<String> broken(String text, int room) {
        List<String> lines = new ArrayList<>();
        String rest = text;
        while (rest.length() > room) {
            int space = rest.lastIndexOf(' ', room);
            int end = space > 0 ? space : room;
            lines.add(rest.substring(0, end));
            rest = rest.substring(end).stripLeading();
        }
        lines.add(rest);
        return lines;
    }
}
