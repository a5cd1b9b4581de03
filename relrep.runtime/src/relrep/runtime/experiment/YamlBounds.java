package relrep.runtime.experiment;

import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;

/**
 * How much a YAML document may hold. Its events come one by one, so that brackets within brackets
 * are counted before anything goes down into them; and an alias, which stands for a piece that is
 * elsewhere, counts as all of that.
 */
final class YamlBounds {
    /** Lists and maps within one another. */
    static final int DEPTH = 40;

    /** Values, keys, lists and maps together, each alias as what it stands for. */
    static final int PIECES = 100_000;

    /** Letters of a value that commas had cut. */
    static final int JOINED = 10_000;

    private YamlBounds() {}

    /**
     * Refuses a document that goes too deep.
     *
     * @param label what messages call the file
     * @param firstLine the number of its first line, 0 where there are no lines
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
