package relrep.vectors.compare;

import relrep.api.data.Labels;
import relrep.api.data.Space;
import relrep.api.run.Seed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The held-out samples, or some of them, in all views. All metrics use the same samples, and each
 * view of them is made once. So a metric can recognise spaces that it has already examined.
 */
final class SampledRows {
    private final List<Representation> views;
    private final int size;
    private final Seed seed;
    private final Map<Integer, SampledRows> parts = new HashMap<>();
    private List<Representation> shuffled;

    private SampledRows(List<Representation> views, int size, Seed seed) {
        this.views = List.copyOf(views);
        this.size = size;
        this.seed = seed;
    }

    /**
     * Takes all samples.
     *
     * @param size the number of samples
     * @param seed the seed of the draws
     */
    static SampledRows of(List<Representation> views, int size, Seed seed) {
        return new SampledRows(views, size, seed);
    }

    List<Representation> views() {
        return views;
    }

    int size() {
        return size;
    }

    /** Returns a number of samples, drawn once; all of them if there are no more. */
    SampledRows first(int count) {
        if (count >= size) {
            return this;
        }
        return parts.computeIfAbsent(count, this::part);
    }

    private SampledRows part(int count) {
        int[] rows = Representation.first(seed.branch("rows").permutation(size), count);
        return new SampledRows(changed(space -> some(space, rows)), count, seed);
    }

    /** Returns a view with the target's samples in another order, the same order in all views. */
    Representation shuffled(int view) {
        if (shuffled == null) {
            int[] order = seed.branch("chance").permutation(size);
            UnaryOperator<Space> shuffle = once(space -> some(space, order));
            shuffled = views.stream().map(one -> one.withTarget(shuffle)).toList();
        }
        return shuffled.get(view);
    }

    /**
     * Returns the samples of a draw, sorted.
     *
     * @param draw its number
     * @param count the number of samples
     */
    int[] drawn(int draw, int count) {
        return Representation.first(seed.branch("subsample " + draw).permutation(size), count);
    }

    private List<Representation> changed(UnaryOperator<Space> change) {
        UnaryOperator<Space> once = once(change);
        List<Representation> changed = new ArrayList<>();
        for (Representation view : views) {
            changed.add(view.withSource(once).withTarget(once));
        }
        return changed;
    }

    /** Returns a function that changes each space only once, even if several views contain it. */
    private static UnaryOperator<Space> once(UnaryOperator<Space> change) {
        IdentityHashMap<Space, Space> known = new IdentityHashMap<>();
        return space -> known.computeIfAbsent(space, change);
    }

    /** Returns some samples of a space. */
    static Space some(Space space, int[] rows) {
        Optional<Labels> labels = space.labels().map(all -> all.select(rows));
        return new Space(space.name(), space.latents().select(rows), labels);
    }
}
