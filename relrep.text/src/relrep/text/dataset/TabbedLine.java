package relrep.text.dataset;

import relrep.files.TextFile;

/** Reads the lines of tables whose cells have tabs between them. */
final class TabbedLine {
    private TabbedLine() {}

    /**
     * Returns the cells of a line. The last one may contain tabs.
     *
     * @param number of the line, from 1
     */
    static String[] cells(TextFile file, int number, String line, int count) {
        String[] cells = line.split("\t", count);
        if (cells.length < count) {
            throw file.wrong(
                    number,
                    count + " cells with tabs between them",
                    "%d in %s".formatted(cells.length, TextFile.quoted(line)));
        }
        return cells;
    }

    /** Returns a cell without the quotation marks that a writer of tables put around it. */
    static String unquoted(String cell) {
        boolean quoted = cell.length() > 1 && cell.startsWith("\"") && cell.endsWith("\"");
        return quoted ? cell.substring(1, cell.length() - 1).replace("\"\"", "\"") : cell;
    }
}
