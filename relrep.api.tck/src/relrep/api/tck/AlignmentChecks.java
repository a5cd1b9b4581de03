package relrep.api.tck;

import relrep.api.alignment.Aligner;
import relrep.api.alignment.Alignment;
import relrep.api.alignment.AlignmentProblem;
import relrep.api.alignment.AlignmentState;
import relrep.api.data.Matrix;

import java.util.Map;

/** The laws of {@link Alignment}, checked on the maps that an {@link Aligner} fits. */
final class AlignmentChecks {
    /** The largest change by another order of summation, relative to the largest value. */
    private static final double ROUNDING = 2e-5;

    /** The largest loss of a map followed by its inverse, relative to the largest value. */
    private static final double BACK = 1e-3;

    private final Aligner aligner;

    private AlignmentChecks(Aligner aligner) {
        this.aligner = aligner;
    }

    static void add(Aligner aligner, Checks checks) {
        AlignmentChecks laws = new AlignmentChecks(aligner);
        checks.add("maps each row on its own", laws::rowsApart);
        checks.add("maps one vector as the row that it is", laws::oneVector);
        checks.add("maps the same rows to the same images", laws::repeats);
        checks.add("leaves the latents that it maps as they are", laws::leavesInputs);
        checks.add("maps from several threads", laws::threads);
        checks.add("refuses latents of another width and says both", laws::otherWidth);
        checks.add("reports pairs and residual, and only numbers", laws::diagnostics);
        checks.add(
                "reports a residual that is the error on the pairs, if they are the anchors",
                laws::residual);
        checks.add("has an inverse that leads back, if it has one", laws::inverse);
        checks.add("maps as before when made again from its state, if it has one", laws::restored);
    }

    private Alignment fit(Trial t) {
        return aligner.fit(AlignerChecks.problem(t, 5, 5), t.run());
    }

    private void rowsApart(Trial t) {
        Alignment alignment = fit(t);
        Matrix points = t.cloud("points").points(17, 5);
        Matrix together = alignment.apply(points);
        t.shape(17, 5, together, "the images");
        for (int i = 0; i < points.rows(); i++) {
            Matrix alone = alignment.apply(points.rows(i, i + 1));
            t.close(together.rows(i, i + 1), alone, ROUNDING, "row %d alone".formatted(i));
        }
        t.shape(0, 5, alignment.apply(points.rows(0, 0)), "the image of no rows");
    }

    private void oneVector(Trial t) {
        Alignment alignment = fit(t);
        Matrix points = t.cloud("points").points(9, 5);
        Matrix together = alignment.apply(points);
        for (int i = 0; i < points.rows(); i++) {
            float[] point = points.row(i);
            float[] image = alignment.apply(point);
            t.close(
                    together.rows(i, i + 1),
                    Matrix.of(1, image.length, image),
                    ROUNDING,
                    "vector %d".formatted(i));
            t.same(
                    points.rows(i, i + 1),
                    Matrix.of(1, point.length, point),
                    "vector %d after the call".formatted(i));
        }
        float[] wide = t.cloud("wide").points(1, 6).row(0);
        t.refuses("a vector 6 wide for a map from 5", () -> alignment.apply(wide), 5, 6);
    }

    private void repeats(Trial t) {
        Alignment alignment = fit(t);
        Matrix points = t.cloud("points").points(17, 5);
        Matrix first = alignment.apply(points);
        alignment.apply(t.cloud("others").points(3, 5));
        t.same(first, alignment.apply(points), "the second image");
    }

    private void leavesInputs(Trial t) {
        Matrix points = t.cloud("points").points(17, 5);
        Matrix copy = Memory.direct(points);
        fit(t).apply(copy);
        t.same(points, copy, "the latents after the call");
    }

    private void threads(Trial t) throws Exception {
        Alignment alignment = fit(t);
        Threads.agree(t, i -> alignment.apply(t.cloud("points " + i).points(60 + i, 5)));
        Threads.agree(
                t,
                i -> Matrix.of(1, 5, alignment.apply(t.cloud("vector " + i).points(1, 5).row(0))));
    }

    private void otherWidth(Trial t) {
        Alignment alignment = fit(t);
        Matrix points = t.cloud("points").points(4, 6);
        t.refuses("latents 6 wide for a map from 5", () -> alignment.apply(points), 5, 6);
    }

    private void diagnostics(Trial t) {
        Map<String, Double> diagnostics = fit(t).diagnostics();
        for (String name : new String[] {"pairs", "residual"}) {
            t.require(
                    diagnostics.containsKey(name),
                    "the diagnostics must have %s, there are %s",
                    name,
                    diagnostics.keySet());
        }
        DegenerateProblems.requireFinite(t, diagnostics);
        t.require(diagnostics.get("pairs") >= 1, "there must be at least 1 pair: %s", diagnostics);
        t.require(diagnostics.get("residual") >= 0, "no residual is negative: %s", diagnostics);
    }

    private void residual(Trial t) {
        AlignmentProblem problem = AlignerChecks.problem(t, 5, 5);
        Alignment alignment = aligner.fit(problem, t.run());
        if (alignment.diagnostics().get("pairs") != problem.anchors().size()) {
            return;
        }
        Matrix expected = problem.targetPoints();
        Matrix actual = alignment.apply(problem.sourcePoints());
        double squares = 0;
        for (int i = 0; i < expected.rows(); i++) {
            for (int j = 0; j < expected.cols(); j++) {
                squares += Math.pow((double) expected.get(i, j) - actual.get(i, j), 2);
            }
        }
        double error = Math.sqrt(squares / (expected.rows() * expected.cols()));
        double told = alignment.diagnostics().get("residual");
        t.require(
                Math.abs(told - error) <= 1e-3 * error + 1e-6,
                "the residual must be the root mean square error per coordinate %.6g, not %.6g",
                error,
                told);
    }

    private void inverse(Trial t) {
        Alignment alignment = fit(t);
        if (alignment.inverse().isEmpty()) {
            return;
        }
        Alignment back = alignment.inverse().get();
        Matrix points = t.cloud("points").points(17, 5);
        t.close(points, back.apply(alignment.apply(points)), BACK, "the points there and back");
        t.close(points, alignment.apply(back.apply(points)), BACK, "the points back and there");
    }

    private void restored(Trial t) {
        Alignment alignment = fit(t);
        AlignmentState state =
                alignment.state().orElseThrow(() -> new SkippedException("it cannot be kept"));
        Alignment again = aligner.restore(state);
        Matrix points = t.cloud("points").points(17, 5);
        t.same(alignment.apply(points), again.apply(points), "the images of the map made again");
        t.require(
                again.diagnostics().equals(alignment.diagnostics()),
                "the diagnostics must be those of the fit, not %s",
                again.diagnostics());
        t.require(
                again.inverse().isPresent() == alignment.inverse().isPresent(),
                "the map made again must have an inverse if the first had one");
        t.refuses(
                "a state without tensors",
                () -> aligner.restore(new AlignmentState(Map.of(), state.attributes(), Map.of())));
    }
}
