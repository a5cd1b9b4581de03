package relrep.text.dataset;

import relrep.api.run.InvalidInputException;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The ways to write the languages of a set.
 *
 * @param set the set, for messages
 * @param names the set's own name of a language by its short code
 * @param own what the set's own names look like
 * @param example of such a name
 */
record Languages(String set, Map<String, String> names, Pattern own, String example) {
    Languages {
        names = new TreeMap<>(names);
    }

    /**
     * Returns the set's own name of a language.
     *
     * @param written a short code, {@code en}, or the set's own name
     */
    String own(String written) {
        String name = names.getOrDefault(written, written);
        if (!own.matcher(name).matches()) {
            throw new InvalidInputException(
                    "language of '%s' must be %s or %s, not '%s'"
                            .formatted(set, String.join(", ", names.keySet()), example, written));
        }
        return name;
    }
}
