package relrep.formats.labelled;

import relrep.api.run.InvalidInputException;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One word for each row of a file of vectors: its label or its key.
 *
 * @param what the words in messages, {@code labels}
 * @param file the file that has them
 * @param values the words
 */
record NamedRows(String what, Path file, List<String> values) {
    /** Requires one for each vector, and none that is blank. */
    NamedRows requireFor(Path vectors, int rows) {
        if (values.size() != rows) {
            throw new InvalidInputException(
                    "%s must be as many as vectors, but %s has %d and %s has %d"
                            .formatted(what, file, values.size(), vectors, rows));
        }
        for (int i = 0; i < rows; i++) {
            if (values.get(i).isBlank()) {
                throw new InvalidInputException(
                        "%s must not be empty, but that of row %d of %s is"
                                .formatted(what, i, file));
            }
        }
        return this;
    }

    /** Requires that no word occurs twice. */
    NamedRows requireOnce() {
        Map<String, Integer> rows = new HashMap<>();
        for (int i = 0; i < values.size(); i++) {
            Integer before = rows.putIfAbsent(values.get(i), i);
            if (before != null) {
                throw new InvalidInputException(
                        "%s must differ, but rows %d and %d of %s are both '%s'"
                                .formatted(what, before, i, file, values.get(i)));
            }
        }
        return this;
    }

    /**
     * Returns the number of each word in a list.
     *
     * @throws InvalidInputException with the first one that is not in it
     */
    int[] in(List<String> classes) {
        Map<String, Integer> numbers = new HashMap<>();
        classes.forEach(name -> numbers.put(name, numbers.size()));
        int[] found = new int[values.size()];
        for (int i = 0; i < found.length; i++) {
            Integer number = numbers.get(values.get(i));
            if (number == null) {
                throw new InvalidInputException(
                        "%s must be among %s, but row %d of %s is '%s'"
                                .formatted(what, shown(classes), i, file, values.get(i)));
            }
            found[i] = number;
        }
        return found;
    }

    private static String shown(List<String> classes) {
        int most = 20;
        return classes.size() <= most
                ? String.join(", ", classes)
                : String.join(", ", classes.subList(0, most)) + ", …";
    }
}
