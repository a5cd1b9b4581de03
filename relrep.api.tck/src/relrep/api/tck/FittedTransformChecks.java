package relrep.api.tck;

import relrep.api.data.Matrix;
import relrep.api.transform.FittedTransform;
import relrep.api.transform.Transform;
import relrep.api.transform.TransformState;

import java.util.Map;

/** The laws of {@link FittedTransform}, checked on what a {@link Transform} fits. */
final class FittedTransformChecks {
    /** The largest change by another order of summation, relative to the largest value. */
    private static final double ROUNDING = 2e-5;

    /** The largest loss of a transform followed by its inverse, relative to the largest value. */
    private static final double BACK = 1e-3;

    private static final int ROWS = 17;
    private static final int WIDTH = 5;

    private final Transform transform;

    private FittedTransformChecks(Transform transform) {
        this.transform = transform;
    }

    static void add(Transform transform, Checks checks) {
        FittedTransformChecks laws = new FittedTransformChecks(transform);
        checks.add("transforms each row on its own, to the width that it gives", laws::rowsApart);
        checks.add("learns from the training latents alone", laws::repeats);
        checks.add("leaves the latents that it transforms as they are", laws::leavesInputs);
        checks.add("transforms from several threads", laws::threads);
        checks.add("refuses rows of another width and says both", laws::otherWidth);
        checks.add("describes its fit by numbers", laws::diagnostics);
        checks.add("has an inverse that undoes it, if it has one", laws::inverse);
        checks.add(
                "transforms as before when made again from its state, if it has one",
                laws::restored);
    }

    private FittedTransform fit(Trial t) {
        return transform.fit(TransformChecks.training(t), t.run());
    }

    private static Matrix points(Trial t) {
        return t.cloud("points").points(ROWS, WIDTH);
    }

    private void rowsApart(Trial t) {
        FittedTransform fitted = fit(t);
        Matrix points = points(t);
        Matrix together = fitted.apply(points);
        t.require(fitted.width() >= 1, "the width must be at least 1, not %d", fitted.width());
        t.shape(ROWS, fitted.width(), together, "the images");
        t.finite(together, "the images");
        for (int i = 0; i < ROWS; i++) {
            Matrix alone = fitted.apply(points.rows(i, i + 1));
            t.close(together.rows(i, i + 1), alone, ROUNDING, "row %d alone".formatted(i));
        }
        t.shape(0, fitted.width(), fitted.apply(points.rows(0, 0)), "the image of no rows");
    }

    /** Checks that rows which are transformed later change nothing. */
    private void repeats(Trial t) {
        FittedTransform fitted = fit(t);
        Matrix points = points(t);
        Matrix first = fitted.apply(points);
        fitted.apply(t.cloud("others").points(300, WIDTH));
        t.same(first, fitted.apply(points), "the image after other rows were transformed");
    }

    private void leavesInputs(Trial t) {
        Matrix points = points(t);
        Matrix copy = Memory.direct(points);
        fit(t).apply(copy);
        t.same(points, copy, "the latents after the call");
    }

    private void threads(Trial t) throws Exception {
        FittedTransform fitted = fit(t);
        Threads.agree(t, i -> fitted.apply(t.cloud("points " + i).points(60 + i, WIDTH)));
    }

    private void otherWidth(Trial t) {
        FittedTransform fitted = fit(t);
        Matrix points = t.cloud("points").points(4, WIDTH + 1);
        t.refuses(
                "rows 6 wide after a fit on rows 5 wide",
                () -> fitted.apply(points),
                WIDTH,
                WIDTH + 1);
    }

    private void diagnostics(Trial t) {
        Map<String, Double> diagnostics = fit(t).diagnostics();
        t.require(diagnostics != null, "the diagnostics must be a map, not null");
        DegenerateProblems.requireFinite(t, diagnostics);
    }

    private void inverse(Trial t) {
        FittedTransform fitted = fit(t);
        FittedTransform back =
                fitted.inverse().orElseThrow(() -> new SkippedException("it has no inverse"));
        Matrix points = points(t);
        t.require(
                back.width() == WIDTH,
                "the inverse must lead back to %d coordinates, not %d",
                WIDTH,
                back.width());
        t.close(points, back.apply(fitted.apply(points)), BACK, "the rows there and back");
    }

    private void restored(Trial t) {
        FittedTransform fitted = fit(t);
        TransformState state =
                fitted.state().orElseThrow(() -> new SkippedException("it cannot be kept"));
        FittedTransform again = transform.restore(state);
        Matrix points = points(t);
        t.same(fitted.apply(points), again.apply(points), "the images of the one made again");
        t.require(
                again.width() == fitted.width(),
                "the one made again must be %d wide, not %d",
                fitted.width(),
                again.width());
        t.require(
                again.diagnostics().equals(fitted.diagnostics()),
                "the diagnostics must be those of the fit, not %s",
                again.diagnostics());
        t.require(
                again.inverse().isPresent() == fitted.inverse().isPresent(),
                "the one made again must have an inverse if the first had one");
        if (fitted.inverse().isPresent()) {
            Matrix images = fitted.apply(points);
            t.same(
                    fitted.inverse().get().apply(images),
                    again.inverse().orElseThrow().apply(images),
                    "the rows that the inverse of the one made again leads back to");
        }
        t.refuses(
                "a state that says nothing",
                () -> transform.restore(new TransformState(Map.of(), Map.of(), Map.of())));
    }
}
