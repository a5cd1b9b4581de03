package relrep.runtime.experiment;

import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;

/**
 * Limits the size of a YAML document. It reads the parser's events one by one, so nesting is
 * counted before any recursion. An alias counts as much as the node that it refers to.
 */
final class YamlBounds {
    /** The most levels of lists and maps within one another. */
    static final int DEPTH = 40;

    /**
     * The most values, keys, lists and maps together; an alias counts as the node that it refers
     * to.
     */
    static final int PIECES = 100_000;

    /** The most characters of a value that is joined again after commas had split it. */
    static final int JOINED = 10_000;

    private YamlBounds() {}

    /**
     * Throws if a document is too deep or too large.
     *
     * @param label the name of the file in messages
     * @param firstLine the number of its first line, 0 if there are no lines
     */
    static void requireDepth(LoadSettings settings, String text, String label, int firstLine) {
        int depth = 0;
        for (Event event : new Parse(settings).parseString(text)) {
            Event.ID kind = event.getEventId();
            if (kind == Event.ID.SequenceStart || kind == Event.ID.MappingStart) {
                depth++;
            } else if (kind == Event.ID.SequenceEnd || kind == Event.ID.MappingEnd) {
                depth--;
            }
            if (depth > DEPTH) {
                int line = event.getStartMark().map(Mark::getLine).orElse(0);
                throw new SourceLocation(label, firstLine == 0 ? 0 : line + firstLine)
                        .refuse("lists and maps may be at most %d deep", DEPTH);
            }
        }
    }
}
