package relrep.runtime.run;

import relrep.api.run.CancelledException;
import relrep.api.run.UnavailableException;
import relrep.runtime.cache.CacheView;
import relrep.runtime.cell.Cell;
import relrep.runtime.cell.CellFormat;
import relrep.runtime.cell.CellKeys;
import relrep.runtime.cell.CellResult;
import relrep.runtime.cell.PartRun;
import relrep.runtime.cell.PluginResolver;
import relrep.runtime.compute.CellOutcome;
import relrep.runtime.compute.Comparing;
import relrep.runtime.compute.Describing;
import relrep.runtime.compute.Measuring;
import relrep.runtime.compute.Spaces;
import relrep.runtime.compute.Stitching;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Computes single cells, each by one process at a time. A failure is an outcome like any other. */
final class CellWork {
    private static final CellFormat CELLS = new CellFormat();

    private final PluginResolver parts;
    private final Spaces spaces;
    private final CacheView cache;
    private final CellKeys keys;

    CellWork(PluginResolver parts, Spaces spaces, CacheView cache, CellKeys keys) {
        this.parts = parts;
        this.spaces = spaces;
        this.cache = cache;
        this.keys = keys;
    }

    /** Returns a cell's result in the cache. */
    Optional<CellResult> kept(Cell cell) {
        return cache.get(keys.cell(cell), CELLS);
    }

    /** Returns the outcome of a cell, from the cache or computed and cached. */
    CellOutcome of(Cell cell, PartRun run) {
        AtomicReference<CellOutcome> made = new AtomicReference<>();
        CellResult result =
                cache.compute(
                        keys.cell(cell),
                        CELLS,
                        run,
                        () -> {
                            made.set(computed(cell, run.with(cell.branch())));
                            return made.get().result();
                        },
                        any -> made.get().failures().isEmpty());
        return made.get() == null ? new CellOutcome(result, List.of()) : made.get();
    }

    private CellOutcome computed(Cell cell, PartRun run) {
        Measuring measuring = new Measuring(parts, run);
        try {
            switch (cell.kind()) {
                case DESCRIBE -> new Describing(spaces).measure(cell, measuring, run);
                case COMPARE -> new Comparing(spaces).measure(cell, measuring, run);
                case STITCH -> new Stitching(spaces).measure(cell, measuring, run);
            }
            return measuring.outcome(spaces.count(cell.link(), run));
        } catch (CancelledException | UnavailableException end) {
            throw end;
        } catch (RuntimeException | Error failure) {
            return CellOutcome.failed(failure);
        }
    }
}
