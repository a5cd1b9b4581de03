package relrep.runtime.experiment;

import java.util.List;
import java.util.Map;

/**
 * What is known of an experiment without running it.
 *
 * @param name what {@code run} calls it
 * @param kinds {@code describe}, {@code compare}, {@code stitch}, or {@code experiment} for one
 *     that a plugin brings whole
 * @param description one sentence
 * @param source the paper and table that it comes from, or empty
 * @param origin the symbolic name of the bundle, or the path of the file
 * @param version of the bundle, or empty
 * @param state what it is doing
 * @param missing the plugins that it names and nobody has: {@code similarity 'manhattan'}
 * @param keys every key that {@code --set} takes, dotted, with its value as written
 */
public record ExperimentInfo(
        String name,
        List<String> kinds,
        String description,
        String source,
        String origin,
        String version,
        State state,
        List<String> missing,
        Map<String, String> keys) {

    /** Where an experiment stands. */
    public enum State {
        /** Every plugin that it names is there. */
        READY,
        /** A plugin that it names is not there. */
        WAITING,
        /** A job of this process computes it. */
        RUNNING,
        /** The file cannot be read; the description is the sentence that says why. */
        BROKEN,
        /** Another one of its name is run; the description says which. */
        HIDDEN
    }
}
