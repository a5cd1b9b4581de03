package relrep.report.summary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A Markdown table whose columns are also aligned on a terminal. */
public final class Table {
    private final List<String> head = new ArrayList<>();
    private final List<Boolean> numbers = new ArrayList<>();
    private final List<List<String>> rows = new ArrayList<>();

    /** Adds a column of words, aligned to the left. */
    Table words(String title) {
        head.add(title);
        numbers.add(false);
        return this;
    }

    /** Adds a column of numbers, aligned to the right. */
    Table numbers(String title) {
        head.add(title);
        numbers.add(true);
        return this;
    }

    void row(String... cells) {
        row(Arrays.asList(cells));
    }

    void row(List<String> cells) {
        if (cells.size() != head.size()) {
            throw new IllegalArgumentException(
                    "a row must have %d cells, not %s".formatted(head.size(), cells));
        }
        rows.add(List.copyOf(cells));
    }

    /** Returns the titles of the columns. */
    public List<String> head() {
        return List.copyOf(head);
    }

    /** Returns, for each column, whether it has numbers. */
    public List<Boolean> numeric() {
        return List.copyOf(numbers);
    }

    /** Returns the lines, one cell per column. */
    public List<List<String>> rows() {
        return List.copyOf(rows);
    }

    /** Returns the table as Markdown. */
    String text() {
        List<List<String>> rows = this.rows.stream().map(Table::escaped).toList();
        List<String> head = escaped(this.head);
        int[] widths = new int[head.size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = Math.max(3, head.get(i).length());
            for (List<String> row : rows) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        StringBuilder text = new StringBuilder(line(head, widths));
        List<String> rule = new ArrayList<>();
        for (int i = 0; i < widths.length; i++) {
            rule.add(numbers.get(i) ? "-".repeat(widths[i] - 1) + ":" : "-".repeat(widths[i]));
        }
        text.append(line(rule, widths));
        rows.forEach(row -> text.append(line(row, widths)));
        return text.toString();
    }

    private static List<String> escaped(List<String> cells) {
        return cells.stream().map(cell -> Markdown.line(cell).replace("|", "\\|")).toList();
    }

    private String line(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder("|");
        for (int i = 0; i < widths.length; i++) {
            String space = " ".repeat(widths[i] - cells.get(i).length());
            line.append(' ').append(numbers.get(i) ? space + cells.get(i) : cells.get(i) + space);
            line.append(" |");
        }
        return line.append('\n').toString();
    }
}
