package relrep.api.file;

import java.util.regex.Pattern;

/**
 * Escapes CSV cells so that no spreadsheet takes them for a formula. A spreadsheet computes a cell
 * that begins with {@code =}, {@code +}, {@code -} or {@code @} when it opens the file; the formula
 * may start programs. An apostrophe before it makes the cell a text. Numbers stay as they are.
 *
 * <p>Source: OWASP, CSV Injection.
 */
public final class SpreadsheetText {
    private static final String MARKS = "[=+\\-@\\t\\r\\n\uFF1D\uFF0B\uFF0D\uFF20]";
    private static final Pattern FORMULA = Pattern.compile("(?s)'*" + MARKS + ".*");
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?|-Infinity");

    private SpreadsheetText() {}

    /** Returns the cell for a text; {@link #read} gives the text back. */
    public static String written(String text) {
        return formula(text) ? "'" + text : text;
    }

    /** Returns the text of a cell. */
    public static String read(String cell) {
        return cell.startsWith("'") && formula(cell.substring(1)) ? cell.substring(1) : cell;
    }

    private static boolean formula(String text) {
        return FORMULA.matcher(text).matches() && !NUMBER.matcher(text).matches();
    }
}
