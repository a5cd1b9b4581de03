package relrep.vectors.file;

import relrep.workbench.terminal.Quantity;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Rows of a file whose key an earlier row has, so that they match no row of the other file, though
 * their key is there.
 *
 * @param rows how many there are
 * @param first the key of the first of them, or the empty text
 */
record RepeatedKeys(int rows, String first) {
    /** Finds the rows in the keys of one file that the other file has too. */
    static RepeatedKeys of(List<String> keys, List<String> others) {
        Set<String> other = new HashSet<>(others);
        Set<String> seen = new HashSet<>();
        int rows = 0;
        String first = "";
        for (String key : keys) {
            if (other.contains(key) && !seen.add(key)) {
                first = rows++ == 0 ? key : first;
            }
        }
        return new RepeatedKeys(rows, first);
    }

    /** Returns what is said of them, if there are any. */
    Optional<String> sentence(String name) {
        return rows == 0
                ? Optional.empty()
                : Optional.of(
                        "%s: %s a key of an earlier row, the first '%s'; of rows with one key the first is used"
                                .formatted(
                                        name,
                                        Quantity.of(rows, "row") + (rows == 1 ? " has" : " have"),
                                        first));
    }
}
