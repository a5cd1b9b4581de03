package relrep.workbench.terminal;

import java.util.function.IntPredicate;

/**
 * Escapes the characters of a text that control a terminal. Names of files, keys, labels and texts
 * of plugins may contain anything. An escape sequence could move the cursor, hide text, or reverse
 * a line. These characters are shown as Java escapes: {@code \\u001B}.
 *
 * <p>Source: ECMA-48 (C0 and C1 controls); Unicode Standard Annex 9 (directional formatting).
 */
public final class TerminalText {
    private static final int DELETE = 0x7F;
    private static final int LAST_C1 = 0x9F;

    private TerminalText() {}

    /** Returns one line; line breaks and tabs are escaped as well. */
    public static String line(String text) {
        return shown(text, TerminalText::controls);
    }

    /** Returns several lines: line breaks and tabs are kept. */
    public static String lines(String text) {
        return shown(text, c -> c != '\n' && c != '\t' && controls(c));
    }

    /**
     * Returns JSON with the same meaning. Controls can only be in its strings, where an escape
     * stands for them.
     */
    public static String json(String json) {
        return shown(json, c -> c >= ' ' && controls(c));
    }

    private static String shown(String text, IntPredicate controls) {
        if (text.chars().noneMatch(controls)) {
            return text;
        }
        StringBuilder shown = new StringBuilder();
        text.chars()
                .forEach(
                        c -> {
                            if (controls.test(c)) {
                                shown.append(escape(c));
                            } else {
                                shown.append((char) c);
                            }
                        });
        return shown.toString();
    }

    private static String escape(int c) {
        return switch (c) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> "\\u%04X".formatted(c);
        };
    }

    private static boolean controls(int c) {
        return c < ' '
                || (c >= DELETE && c <= LAST_C1)
                || c == 0x061C
                || c == 0x200E
                || c == 0x200F
                || (c >= 0x2028 && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069);
    }
}
