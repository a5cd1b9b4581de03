package relrep.formats;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The kinds of cells in a table of text. */
enum Cell {
    /** A finite number. */
    NUMBER,
    /** Several numbers in square or curly brackets. */
    LIST,
    /** An invalid number: blank, {@code nan}, {@code inf}, {@code 1,000.5}. */
    BAD,
    /** Anything else. */
    TEXT;

    private static final Set<String> MISSING =
            Set.of(
                    "",
                    "nan",
                    "na",
                    "n/a",
                    "#n/a",
                    "null",
                    "none",
                    "nil",
                    "inf",
                    "infinity",
                    "-",
                    "?",
                    "<na>",
                    "nat",
                    "missing");
    private static final Pattern NUMBERISH =
            Pattern.compile("[+-]?(\\d[\\d.,' \u00a0]*|[.,]\\d+)([eE][+-]?\\d+)?%?");
    private static final Pattern DECIMAL_COMMA =
            Pattern.compile("[+-]?(\\d+,\\d*|,\\d+)([eE][+-]?\\d+)?");
    private static final Pattern THOUSANDS = Pattern.compile("[+-]?[1-9]\\d{0,2},\\d{3}");

    /** Returns the kind of a cell. */
    static Cell of(String cell, boolean decimalComma) {
        if (!Double.isNaN(number(cell, decimalComma))) {
            return NUMBER;
        }
        String plain = cell.strip();
        if (list(plain)) {
            return LIST;
        }
        String unsigned = plain.replaceFirst("^[+-](?=.)", "").toLowerCase(Locale.ROOT);
        return MISSING.contains(unsigned) || NUMBERISH.matcher(plain).matches() ? BAD : TEXT;
    }

    /** Returns the number in a cell, or NaN. */
    static double number(String cell, boolean decimalComma) {
        if (!decimalComma) {
            return Decimal.of(cell);
        }
        return cell.indexOf('.') >= 0 ? Double.NaN : Decimal.of(cell.replace(',', '.'));
    }

    private static boolean list(String plain) {
        return (plain.startsWith("[") && plain.endsWith("]"))
                || (plain.startsWith("{") && plain.endsWith("}"));
    }

    /** Returns whether a cell is a number with a decimal comma. */
    static boolean decimalComma(String cell) {
        return DECIMAL_COMMA.matcher(cell.strip()).matches();
    }

    /** Returns whether the comma in a cell may also be a thousands separator. */
    static boolean thousands(String cell) {
        return THOUSANDS.matcher(cell.strip()).matches();
    }

    /** Returns the numbers of a list, as written. */
    static String[] elements(String list) {
        String inner = list.strip();
        inner = inner.substring(1, inner.length() - 1).strip();
        return inner.isEmpty() ? new String[0] : inner.split("\\s*,\\s*|\\s+", -1);
    }
}
