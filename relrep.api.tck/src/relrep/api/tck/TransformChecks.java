package relrep.api.tck;

import relrep.api.data.Labels;
import relrep.api.data.Matrix;
import relrep.api.data.Space;
import relrep.api.run.InvalidInputException;
import relrep.api.transform.FittedTransform;
import relrep.api.transform.Transform;

import java.util.Arrays;

/** The laws of {@link Transform#fit}, on ordinary training latents and on poor ones. */
final class TransformChecks {
    private static final int ROWS = 60;
    private static final int WIDTH = 5;

    private final Transform transform;

    private TransformChecks(Transform transform) {
        this.transform = transform;
    }

    static void add(Transform transform, Checks checks) {
        TransformChecks laws = new TransformChecks(transform);
        checks.add("fits the same transform to the same training latents and seed", laws::repeats);
        checks.add("leaves the training latents as they are", laws::leavesInputs);
        checks.add("fits from several threads", laws::threads);
        checks.add("needs no labels", laws::withoutLabels);
        checks.add("refuses training latents that are not finite", laws::notFinite);
        checks.add("stays finite, or refuses, without rows", t -> laws.poor(t, rows(0)));
        checks.add("stays finite, or refuses, with one row", t -> laws.poor(t, rows(1)));
        checks.add(
                "stays finite, or refuses, with fewer rows than coordinates",
                t -> laws.poor(t, rows(WIDTH - 2)));
        checks.add(
                "stays finite, or refuses, with a constant coordinate",
                t -> laws.poor(t, constant(ROWS, 2)));
        checks.add(
                "stays finite, or refuses, with rows that are all the same",
                t -> laws.poor(t, points -> points.select(new int[ROWS])));
        checks.add(
                "stays finite, or refuses, with rows of zeros",
                t -> laws.poor(t, points -> zeros(points, points.rows())));
        checks.add(
                "stays finite, or refuses, with one row of zeros",
                t -> laws.poor(t, points -> zeros(points, 1)));
    }

    /** Returns training latents of three classes. */
    static Space training(Trial t) {
        Labels labels = Cloud.labels(ROWS, 3);
        return Space.of("a", t.cloud("training").clustered(labels, WIDTH), labels);
    }

    /** What a check does to the latents before a transform is fitted on them. */
    private interface Spoiling {
        Matrix of(Matrix latents);
    }

    private static Spoiling rows(int count) {
        return latents -> latents.rows(0, count);
    }

    private static Spoiling constant(int rows, int col) {
        return latents -> {
            float[] values = latents.toArray();
            for (int i = 0; i < rows; i++) {
                values[i * WIDTH + col] = 0.7f;
            }
            return Matrix.of(rows, WIDTH, values);
        };
    }

    private static Matrix zeros(Matrix latents, int rows) {
        float[] values = latents.toArray();
        Arrays.fill(values, 0, rows * latents.cols(), 0);
        return Matrix.of(latents.rows(), latents.cols(), values);
    }

    /** Checks training latents from which little can be learnt. */
    private void poor(Trial t, Spoiling spoiling) {
        Space training = training(t);
        Matrix latents = spoiling.of(training.latents());
        FittedTransform fitted;
        try {
            fitted = transform.fit(Space.of("a", latents), t.run());
        } catch (InvalidInputException e) {
            t.require(
                    e.getMessage() != null && e.getMessage().contains(" "),
                    "it must refuse %s with a sentence, not '%s'",
                    latents,
                    e.getMessage());
            return;
        }
        t.finite(fitted.apply(latents), "the images of the training latents");
        t.finite(fitted.apply(training.latents()), "the images of other latents");
        DegenerateProblems.requireFinite(t, fitted.diagnostics());
    }

    private void repeats(Trial t) {
        Space training = training(t);
        Matrix points = t.cloud("points").points(20, WIDTH);
        Matrix first = transform.fit(training, t.run()).apply(points);
        transform.fit(Space.of("b", t.cloud("others").points(30, WIDTH)), t.run());
        t.same(
                first,
                transform.fit(training, t.run()).apply(points),
                "the image by the second fit");
    }

    private void leavesInputs(Trial t) {
        Space training = training(t);
        Matrix copy = Memory.direct(training.latents());
        transform.fit(Space.of("a", copy, training.requireLabels()), t.run());
        t.same(training.latents(), copy, "the training latents after the fit");
    }

    private void threads(Trial t) throws Exception {
        Matrix points = t.cloud("points").points(9, WIDTH);
        Threads.agree(
                t,
                i ->
                        transform
                                .fit(
                                        Space.of("a", t.cloud("training " + i).points(40, WIDTH)),
                                        t.run())
                                .apply(points));
    }

    /** Checks that labels may be missing, as in files of vectors. */
    private void withoutLabels(Trial t) {
        Space training = training(t);
        Matrix points = t.cloud("points").points(20, WIDTH);
        FittedTransform fitted = transform.fit(Space.of("a", training.latents()), t.run());
        t.finite(fitted.apply(points), "the images after a fit without labels");
    }

    private void notFinite(Trial t) {
        for (float value : new float[] {Float.NaN, Float.POSITIVE_INFINITY}) {
            Space broken = Broken.at(training(t), 4, 2, value);
            t.refuses(
                    value + " in row 4, column 2",
                    () -> transform.fit(broken, t.run()),
                    "row 4",
                    "column 2");
        }
    }
}
