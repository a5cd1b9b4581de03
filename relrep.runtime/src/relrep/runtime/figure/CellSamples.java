package relrep.runtime.figure;

import relrep.runtime.cell.Cell;
import relrep.runtime.cell.CellKeys;
import relrep.runtime.cell.Digest;

import java.util.List;

/**
 * A few test samples of a cell, for figures: the latents that it describes, or the outputs that it
 * stitches.
 *
 * @param cell the cell, without metrics
 * @param samples row numbers of the test samples, in the order of the figure
 */
public record CellSamples(Cell cell, List<Integer> samples) {
    public CellSamples {
        cell = plain(cell);
        samples = List.copyOf(samples);
    }

    /** Returns the cell without metrics. */
    public static Cell plain(Cell cell) {
        return new Cell(
                cell.kind(),
                cell.data(),
                cell.objective(),
                cell.source(),
                cell.target(),
                cell.widths(),
                cell.link(),
                List.of(),
                List.of());
    }

    int[] rows() {
        return samples.stream().mapToInt(Integer::intValue).toArray();
    }

    String key(CellKeys keys) {
        return new Digest("excerpt").add(keys.cell(cell)).add(samples).hex();
    }
}
