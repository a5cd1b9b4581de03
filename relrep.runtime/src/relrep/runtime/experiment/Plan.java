package relrep.runtime.experiment;

import java.util.List;
import java.util.Map;

/**
 * The plan of a run: what it would compute.
 *
 * @param experiment its name
 * @param networks the networks and decoders that would be trained or taken from the cache, each a
 *     short text like {@code ae(1): conv(epochs=20), width 48, mnist}
 * @param cells the cells, in the order of their rows
 */
public record Plan(String experiment, List<String> networks, List<Cell> cells) {
    /** Copies the lists. */
    public Plan {
        networks = List.copyOf(networks);
        cells = List.copyOf(cells);
    }

    /**
     * A planned cell.
     *
     * @param label its name in the progress display
     * @param factors the settings by column name
     * @param metrics the metrics
     */
    public record Cell(String label, Map<String, String> factors, List<String> metrics) {}
}
