package relrep.runtime.experiment;

import java.util.List;
import java.util.Map;

/**
 * Information about an experiment, known without running it.
 *
 * @param name its name for {@code run}
 * @param kinds {@code describe}, {@code compare}, {@code stitch}, or {@code experiment} for an
 *     {@link relrep.api.experiment.Experiment} plugin
 * @param description one sentence
 * @param source the paper and table that it comes from, or empty
 * @param origin the symbolic name of the bundle, or the path of the file
 * @param version of the bundle, or empty
 * @param state its state
 * @param missing the plugins that it names and that are not installed: {@code similarity
 *     'manhattan'}
 * @param keys every dotted key for {@code --set}, with its value as written
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

    /** The states of an experiment. */
    public enum State {
        /** All its plugins are installed. */
        READY,
        /** One of its plugins is missing. */
        WAITING,
        /** A job of this process runs it. */
        RUNNING,
        /** The file cannot be read; the description gives the reason. */
        BROKEN,
        /** Another experiment of the same name is used; the description names it. */
        HIDDEN
    }
}
