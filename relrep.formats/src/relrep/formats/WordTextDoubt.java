package relrep.formats;

import java.util.ArrayList;
import java.util.List;

/**
 * Which numbers of a text may be names of columns, an index or labels, though they are read as
 * coordinates: integers, or at equal distances, where most others are fractions.
 *
 * @param names whether those of the first line may be names
 * @param first whether the first ones may
 * @param last whether the last ones may
 */
record WordTextDoubt(boolean names, boolean first, boolean last) {
    static final WordTextDoubt NONE = new WordTextDoubt(false, false, false);

    /**
     * Doubts what a look found.
     *
     * @param keyed whether the first are keys
     */
    static WordTextDoubt of(WordTextLook look, boolean keyed) {
        return new WordTextDoubt(
                !keyed && look.names(), !keyed && look.firstDoubtful(), look.lastDoubtful());
    }

    /**
     * Returns what is said of it, with what reads the file otherwise.
     *
     * @param words how many there are in a line
     */
    List<String> sentences(String name, int words) {
        List<String> all = new ArrayList<>();
        if (names) {
            all.add(
                    "%s: line 1 may be names of columns, and is read as a vector; format=csv:header=yes reads a copy whose name ends with .csv without it"
                            .formatted(name));
        }
        String doubt =
                "%s: the %s numbers of the lines may be an index or labels, and are read as a"
                        + " coordinate; %s";
        if (first) {
            all.add(doubt.formatted(name, "first", "format=word-text:keys=yes reads them as keys"));
        }
        if (last) {
            all.add(
                    doubt.formatted(
                            name,
                            "last",
                            "format=csv:ignore=%d reads a copy whose name ends with .csv without them"
                                    .formatted(words - 1)));
        }
        return all;
    }
}
