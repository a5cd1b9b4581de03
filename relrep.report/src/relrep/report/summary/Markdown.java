package relrep.report.summary;

import java.util.regex.Pattern;

/**
 * Escapes text from outside for Markdown, so that it starts no HTML, link or picture and does not
 * control a terminal. A less-than sign between words is harmless and stays.
 *
 * <p>Source: CommonMark 0.31, 2.4 (backslash escapes), 4.6 and 6.6 (HTML), 6.3 to 6.5 (links).
 */
final class Markdown {
    private static final Pattern TAG = Pattern.compile("<(?=[A-Za-z/!?])");
    private static final Pattern LINK = Pattern.compile("\\](?=[(\\[:])");
    private static final Pattern CONTROL =
            Pattern.compile("[\\p{Cc}\\u061C\\u200E\\u200F\\u2028-\\u202E\\u2066-\\u2069&&[^\\n]]");

    private Markdown() {}

    /** Returns a text of one line. */
    static String line(String text) {
        return lines(text.replace('\n', ' '));
    }

    /** Returns a text of one or more lines. */
    static String lines(String text) {
        String shown =
                CONTROL.matcher(text)
                        .replaceAll(found -> "\\\\u%04X".formatted((int) found.group().charAt(0)));
        return LINK.matcher(TAG.matcher(shown).replaceAll("\\\\<")).replaceAll("\\\\]");
    }
}
