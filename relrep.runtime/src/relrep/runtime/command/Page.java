package relrep.runtime.command;

import java.io.PrintWriter;
import java.util.List;

/** Results for people: lines, tables, and three colours where there are any. */
public final class Page {
    private final PrintWriter out;
    private final int width;
    private final boolean colours;

    /**
     * Begins a page.
     *
     * @param out where it is printed
     * @param width columns; cells are cut to fit into it
     * @param colours whether ANSI sequences may be used
     */
    public Page(PrintWriter out, int width, boolean colours) {
        this.out = out;
        this.width = width;
        this.colours = colours;
    }

    /** The ways in which a word can stand out. */
    public enum Tone {
        /** As it should be. */
        GOOD("32"),
        /** Worth a look. */
        DOUBTFUL("33"),
        /** Not as it should be. */
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
        out.println(text);
    }

    /** Prints a heading. */
    public void heading(String text) {
        line(tone(Tone.HEADING, text));
    }

    /** Prints a line whose first word stands out. */
    public void line(Tone tone, String word, String text) {
        line(tone(tone, word) + text);
    }

    private String tone(Tone tone, String text) {
        return colours ? "\u001B[" + tone.code + "m" + text + "\u001B[0m" : text;
    }

    /** Prints rows under headings; the last column takes the room that is left. */
    public void table(List<String> headings, List<List<String>> rows) {
        int[] widths = new int[headings.size()];
        for (int column = 0; column < widths.length; column++) {
            int at = column;
            widths[column] =
                    Math.max(
                            headings.get(at).length(),
                            rows.stream().mapToInt(row -> row.get(at).length()).max().orElse(0));
        }
        if (!headings.stream().allMatch(String::isEmpty)) {
            heading(aligned(headings, widths));
        }
        rows.forEach(row -> line(aligned(row, widths)));
    }

    private String aligned(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String cell = cells.get(column);
            line.append(cell);
            if (column < widths.length - 1) {
                line.append(" ".repeat(widths[column] - cell.length() + 2));
            }
        }
        String text = line.toString().stripTrailing();
        return text.length() <= width ? text : text.substring(0, Math.max(1, width) - 1) + "…";
    }
}
