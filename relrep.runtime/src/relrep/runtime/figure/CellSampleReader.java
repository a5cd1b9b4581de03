package relrep.runtime.figure;

import relrep.api.data.Matrix;
import relrep.api.run.CancelledException;
import relrep.api.run.UnavailableException;
import relrep.runtime.cache.CacheView;
import relrep.runtime.cache.MatrixFormat;
import relrep.runtime.cell.CellKeys;
import relrep.runtime.cell.PartRun;
import relrep.runtime.cell.PluginResolver;
import relrep.runtime.compute.Describing;
import relrep.runtime.compute.Measuring;
import relrep.runtime.compute.Spaces;
import relrep.runtime.compute.Stitching;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Computes the samples that figures show of single cells, or reads them from the cache. */
public final class CellSampleReader {
    private static final MatrixFormat EXCERPTS = new MatrixFormat("excerpts");
    private static final Matrix NOTHING = Matrix.of(0, 0);

    private final PluginResolver parts;
    private final Spaces spaces;
    private final CacheView cache;
    private final CellKeys keys;
    private final Map<CellSamples, Matrix> made = new ConcurrentHashMap<>();

    public CellSampleReader(PluginResolver parts, Spaces spaces, CacheView cache, CellKeys keys) {
        this.parts = parts;
        this.spaces = spaces;
        this.cache = cache;
        this.keys = keys;
    }

    /** Reads the samples in the cache, and returns the rest. */
    public List<CellSamples> open(Collection<CellSamples> wanted) {
        List<CellSamples> open = new ArrayList<>();
        for (CellSamples excerpt : wanted) {
            Optional<Matrix> kept = cache.get(excerpt.key(keys), EXCERPTS);
            kept.ifPresentOrElse(matrix -> made.put(excerpt, matrix), () -> open.add(excerpt));
        }
        return open;
    }

    /**
     * Computes the samples of one cell and caches them. If a network cannot be trained or a map
     * cannot be fitted, the cell reports the failure and the figure has a gap.
     */
    public void make(CellSamples excerpt, PartRun run) {
        try {
            made.put(
                    excerpt,
                    cache.compute(excerpt.key(keys), EXCERPTS, run, () -> computed(excerpt, run)));
        } catch (CancelledException | UnavailableException end) {
            throw end;
        } catch (RuntimeException | Error toldByTheCell) {
            made.remove(excerpt);
        }
    }

    private Matrix computed(CellSamples excerpt, PartRun run) {
        PartRun own = run.with(excerpt.cell().branch());
        Spaces few = spaces.of(excerpt.rows());
        return switch (excerpt.cell().kind()) {
            case DESCRIBE -> new Describing(few).space(excerpt.cell(), own).latents();
            case STITCH ->
                    new Stitching(few)
                            .outputs(excerpt.cell(), new Measuring(parts, own), own)
                            .orElse(NOTHING);
            case COMPARE -> NOTHING;
        };
    }

    /** Returns the samples of a cell; empty if they cannot be computed. */
    Optional<Matrix> get(CellSamples excerpt) {
        return Optional.ofNullable(made.get(excerpt)).filter(matrix -> matrix.rows() > 0);
    }
}
