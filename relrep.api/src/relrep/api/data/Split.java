package relrep.api.data;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A loaded dataset: its training and its test samples.
 *
 * @param train the samples that networks and maps are fitted on
 * @param test the samples for measuring
 * @param checksums SHA-256 in hexadecimal by file name, for provenance
 */
public record Split(Samples train, Samples test, Map<String, String> checksums) {
    /** Keeps a copy of the checksums, in their order. */
    public Split {
        checksums = Collections.unmodifiableMap(new LinkedHashMap<>(checksums));
    }
}
