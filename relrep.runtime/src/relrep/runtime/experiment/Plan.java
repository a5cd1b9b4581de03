package relrep.runtime.experiment;

import java.util.List;
import java.util.Map;

/**
 * What a run would compute.
 *
 * @param experiment its name
 * @param networks the networks and decoders that would be trained or taken from the cache, each a
 *     short text such as {@code ae(1): conv(epochs=20), width 48, mnist}
 * @param cells the cells, in the order of their rows
 */
public record Plan(String experiment, List<String> networks, List<Cell> cells) {
    /** Keeps copies of the lists. */
    public Plan {
        networks = List.copyOf(networks);
        cells = List.copyOf(cells);
    }

    /**
     * One cell.
     *
     * @param label what the progress calls it
     * @param factors what is held, by column name
     * @param metrics what is measured
     */
    public record Cell(String label, Map<String, String> factors, List<String> metrics) {}
}
