package relrep.api.tck;

import relrep.api.data.Labels;
import relrep.api.data.Matrix;
import relrep.api.model.Penalty;
import relrep.api.model.PenaltyBatch;
import relrep.api.model.PenaltyValue;
import relrep.api.model.Sampling;
import relrep.api.run.InvalidInputException;

import java.util.Optional;
import java.util.stream.IntStream;

/** The laws of {@link Penalty}. */
final class PenaltyChecks {
    private static final int ROWS = 12;
    private static final int WIDTH = 4;
    private static final int ANCHORS = 3;
    private static final int CLASSES = 3;

    /** A step that a schedule in cycles gives nearly its full weight. */
    private static final long STEP = 92;

    private static final long STEPS = 100;

    /** The size of the values: a penalty may be 0 for small ones, or for large ones. */
    private static final float[] SCALES = {1, 6};

    /** The step of the differences, as a share of the size of the values. */
    private static final float DIFFERENCE = 1f / 256;

    /** The largest error from the step and float rounding, relative to the largest gradient. */
    private static final double TOLERANCE = 1e-2;

    /** Sums over rows in another order, in float. */
    private static final double ROUNDING = 1e-4;

    private final Penalty penalty;

    private PenaltyChecks(Penalty penalty) {
        this.penalty = penalty;
    }

    static void add(Penalty penalty, Checks checks) {
        PenaltyChecks laws = new PenaltyChecks(penalty);
        checks.add("gives a finite value and gradients of the shape of its batch", laws::shapes);
        checks.add("has the gradient that finite differences of its value give", laws::gradient);
        checks.add("gives the same penalty for the same batch", laws::repeats);
        checks.add("gives each row its gradient, whatever the order of the rows", laws::order);
        checks.add("leaves its batch as it is", laws::leavesInputs);
        checks.add("asks for the same batches each time", laws::sampling);
        checks.add("needs labels only if it says so", laws::labels);
        checks.add("needs similarities to anchors only if it says so", laws::relative);
        checks.add("takes a batch of one sample, or refuses it in a sentence", laws::oneSample);
        checks.add("takes a batch of equal samples, or refuses it in a sentence", laws::equal);
    }

    private boolean oneClass() {
        return penalty.sampling().ofClasses();
    }

    private Labels labels(int rows) {
        int[] labels = IntStream.range(0, rows).map(i -> oneClass() ? 1 : i % CLASSES).toArray();
        return Labels.of(IntStream.range(0, CLASSES).mapToObj(String::valueOf).toList(), labels);
    }

    private PenaltyBatch batch(Trial t, float scale) {
        return batch(
                scaled(t.cloud("latents").points(ROWS, WIDTH), scale),
                scaled(t.cloud("similarities").points(ROWS, ANCHORS), scale));
    }

    private PenaltyBatch batch(Matrix latents, Matrix relative) {
        return new PenaltyBatch(
                latents, Optional.of(relative), Optional.of(labels(latents.rows())), STEP, STEPS);
    }

    private static Matrix scaled(Matrix matrix, float scale) {
        float[] values = matrix.toArray();
        for (int i = 0; i < values.length; i++) {
            values[i] *= scale;
        }
        return Matrix.of(matrix.rows(), matrix.cols(), values);
    }

    private static Matrix relative(PenaltyValue value, PenaltyBatch batch) {
        Matrix shape = batch.relative().orElseThrow();
        return value.relative().orElseGet(() -> scaled(shape, 0));
    }

    private void shapes(Trial t) {
        PenaltyBatch batch = batch(t, 1);
        requireSound(t, batch, penalty.measure(batch));
    }

    private static void requireSound(Trial t, PenaltyBatch batch, PenaltyValue value) {
        t.require(
                Double.isFinite(value.value()), "the value must be finite, not %s", value.value());
        t.shape(batch.size(), batch.latents().cols(), value.latents(), "the latents' gradient");
        t.finite(value.latents(), "the latents' gradient");
        Matrix relative = relative(value, batch);
        t.shape(batch.size(), ANCHORS, relative, "the similarities' gradient");
        t.finite(relative, "the similarities' gradient");
    }

    private void gradient(Trial t) {
        for (float scale : SCALES) {
            PenaltyBatch batch = batch(t, scale);
            PenaltyValue value = penalty.measure(batch);
            Matrix compared = batch.relative().orElseThrow();
            requireGradient(t, batch.latents(), value.latents(), m -> batch(m, compared), scale);
            requireGradient(
                    t, compared, relative(value, batch), m -> batch(batch.latents(), m), scale);
        }
    }

    /** Makes a batch with one of its matrices replaced. */
    private interface With {
        PenaltyBatch of(Matrix matrix);
    }

    /**
     * Checks a gradient. Where the value has a corner, the gradient may be anything between the
     * slopes on both sides.
     */
    private void requireGradient(Trial t, Matrix at, Matrix gradient, With with, float scale) {
        float step = scale * DIFFERENCE;
        double middle = penalty.measure(with.of(at)).value();
        double[] low = new double[at.rows() * at.cols()];
        double[] high = new double[low.length];
        double largest = 0;
        for (int i = 0; i < low.length; i++) {
            double up = (penalty.measure(with.of(moved(at, i, step))).value() - middle) / step;
            double down = (middle - penalty.measure(with.of(moved(at, i, -step))).value()) / step;
            low[i] = Math.min(up, down);
            high[i] = Math.max(up, down);
            double given = gradient.get(i / at.cols(), i % at.cols());
            largest = Math.max(largest, Math.max(Math.abs(up + down) / 2, Math.abs(given)));
        }
        for (int i = 0; i < low.length; i++) {
            double given = gradient.get(i / at.cols(), i % at.cols());
            t.require(
                    given >= low[i] - TOLERANCE * largest && given <= high[i] + TOLERANCE * largest,
                    "the gradient at row %d, column %d must be %.4g to %.4g, as the slopes on both"
                            + " sides are, not %.4g",
                    i / at.cols(),
                    i % at.cols(),
                    low[i],
                    high[i],
                    given);
        }
    }

    private static Matrix moved(Matrix matrix, int at, float step) {
        float[] values = matrix.toArray();
        values[at] += step;
        return Matrix.of(matrix.rows(), matrix.cols(), values);
    }

    private void repeats(Trial t) throws Exception {
        PenaltyValue first = penalty.measure(batch(t, 1));
        penalty.measure(batch(t, SCALES[1]));
        requireSame(t, first, penalty.measure(batch(t, 1)));
        Threads.agree(t, i -> penalty.measure(batch(t, 1 + i)).latents());
    }

    private void requireSame(Trial t, PenaltyValue first, PenaltyValue second) {
        t.require(
                first.value() == second.value(),
                "the value must be the same, not %s and then %s",
                first.value(),
                second.value());
        t.same(first.latents(), second.latents(), "the latents' gradient");
        PenaltyBatch batch = batch(t, 1);
        t.same(relative(first, batch), relative(second, batch), "the similarities' gradient");
    }

    private void order(Trial t) {
        PenaltyBatch batch = batch(t, 1);
        int[] order = IntStream.range(0, ROWS).map(i -> (i * 5 + 2) % ROWS).toArray();
        PenaltyBatch other =
                new PenaltyBatch(
                        batch.latents().select(order),
                        batch.relative().map(m -> m.select(order)),
                        batch.labels().map(l -> l.select(order)),
                        STEP,
                        STEPS);
        PenaltyValue first = penalty.measure(batch);
        PenaltyValue second = penalty.measure(other);
        t.require(
                Math.abs(first.value() - second.value()) <= ROUNDING * Math.abs(first.value()),
                "the value must not depend on the order of the rows, but is %s and %s",
                first.value(),
                second.value());
        t.close(
                first.latents().select(order),
                second.latents(),
                ROUNDING,
                "the latents' gradient in another order");
        t.close(
                relative(first, batch).select(order),
                relative(second, other),
                ROUNDING,
                "the similarities' gradient in another order");
    }

    private void leavesInputs(Trial t) {
        PenaltyBatch batch = batch(t, 1);
        Matrix latents = Memory.direct(batch.latents());
        Matrix relative = Memory.direct(batch.relative().orElseThrow());
        penalty.measure(batch(latents, relative));
        t.same(batch.latents(), latents, "the latents afterwards");
        t.same(batch.relative().orElseThrow(), relative, "the similarities afterwards");
    }

    private void sampling(Trial t) {
        Sampling first = penalty.sampling();
        t.require(
                first != null && first.equals(penalty.sampling()),
                "sampling must return the same each time, not %s and then %s",
                first,
                penalty.sampling());
        t.require(
                penalty.needsLabels() || !oneClass(),
                "batches of one class need labels, and needsLabels must say so");
    }

    private void labels(Trial t) {
        PenaltyBatch batch = batch(t, 1);
        PenaltyBatch without =
                new PenaltyBatch(batch.latents(), batch.relative(), Optional.empty(), STEP, STEPS);
        requireNeeded(t, penalty.needsLabels(), without, "labels");
    }

    private void relative(Trial t) {
        PenaltyBatch batch = batch(t, 1);
        PenaltyBatch without =
                new PenaltyBatch(batch.latents(), Optional.empty(), batch.labels(), STEP, STEPS);
        requireNeeded(t, penalty.needsRelative(), without, "similarities");
    }

    private void requireNeeded(Trial t, boolean needed, PenaltyBatch without, String what) {
        PenaltyValue value;
        try {
            value = penalty.measure(without);
        } catch (InvalidInputException e) {
            t.require(needed, "it must say that it needs %s, since it refuses: %s", what, e);
            t.require(
                    e.getMessage().contains(" ") && e.getMessage().contains(what),
                    "it must refuse a batch without %s in a sentence with this word, not '%s'",
                    what,
                    e.getMessage());
            return;
        }
        t.require(
                value.relative().isEmpty() || without.relative().isPresent(),
                "without similarities there must be no gradient of them");
    }

    private void oneSample(Trial t) {
        degenerate(
                t, t.cloud("latents").points(1, WIDTH), t.cloud("similarities").points(1, ANCHORS));
    }

    private void equal(Trial t) {
        int[] same = new int[ROWS];
        Matrix latents = t.cloud("latents").points(1, WIDTH);
        Matrix relative = t.cloud("similarities").points(1, ANCHORS);
        degenerate(t, latents.select(same), relative.select(same));
        degenerate(t, scaled(latents.select(same), 0), scaled(relative.select(same), 0));
    }

    private void degenerate(Trial t, Matrix latents, Matrix relative) {
        PenaltyBatch batch = batch(latents, relative);
        try {
            requireSound(t, batch, penalty.measure(batch));
        } catch (InvalidInputException e) {
            t.require(
                    e.getMessage().contains(" "),
                    "it must refuse a batch in a sentence, not '%s'",
                    e.getMessage());
        }
    }
}
