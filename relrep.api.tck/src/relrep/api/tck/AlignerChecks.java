package relrep.api.tck;

import relrep.api.alignment.Aligner;
import relrep.api.alignment.Alignment;
import relrep.api.alignment.AlignmentProblem;
import relrep.api.data.Anchors;
import relrep.api.data.Labels;
import relrep.api.data.Matrix;
import relrep.api.data.Space;
import relrep.api.run.InvalidInputException;

import java.util.ArrayList;
import java.util.List;

/** The laws of {@link Aligner} that do not depend on the families that it recovers. */
final class AlignerChecks {
    private final Aligner aligner;

    private AlignerChecks(Aligner aligner) {
        this.aligner = aligner;
    }

    static void add(Aligner aligner, Checks checks) {
        AlignerChecks laws = new AlignerChecks(aligner);
        if (aligner.acceptsUnequalWidths()) {
            checks.add("takes unequal widths", laws::takesUnequalWidths);
        } else {
            checks.add("refuses unequal widths and says both", laws::refusesUnequalWidths);
        }
        checks.add("fits the same map to the same problem and seed", laws::repeats);
        checks.add("leaves both spaces as they are", laws::leavesInputs);
        checks.add(
                "takes nothing but the anchors for pairs, if it needs no labels",
                laws::anchorsAlone);
        if (aligner.readsAnchorsAlone()) {
            checks.add("fits the same map where only the anchors are left", laws::othersGone);
        }
    }

    /** Returns a problem without an exact solution: 60 noisy pairs, every second one an anchor. */
    static AlignmentProblem problem(Trial t, int d, int m) {
        Labels labels = Cloud.labels(60, 3);
        Matrix source = t.cloud("source").clustered(labels, d);
        Matrix image = AffineMap.between(d, m, t.random("map")).apply(source);
        Matrix target = t.cloud("noise").near(image, 0.1);
        List<int[]> pairs = new ArrayList<>();
        for (int i = 0; i < 60; i += 2) {
            pairs.add(new int[] {i});
        }
        return new AlignmentProblem(
                Space.of("a", source, labels),
                Space.of("b", target, labels),
                Anchors.ofGroups(pairs));
    }

    private void takesUnequalWidths(Trial t) {
        for (int[] widths : new int[][] {{5, 7}, {7, 5}}) {
            AlignmentProblem problem = problem(t, widths[0], widths[1]);
            Matrix images = aligner.fit(problem, t.run()).apply(problem.source().latents());
            t.shape(60, widths[1], images, "the images");
            t.finite(images, "the images");
        }
    }

    private void refusesUnequalWidths(Trial t) {
        t.refuses("spaces 5 and 7 wide", () -> aligner.fit(problem(t, 5, 7), t.run()), 5, 7);
    }

    private void repeats(Trial t) {
        AlignmentProblem problem = problem(t, 5, 5);
        Matrix points = t.cloud("points").points(20, 5);
        Matrix first = aligner.fit(problem, t.run()).apply(points);
        aligner.fit(
                new AlignmentProblem(
                        /* source= */ problem.target(),
                        /* target= */ problem.source(),
                        problem.anchors()),
                t.run());
        t.same(first, aligner.fit(problem, t.run()).apply(points), "the image by the second fit");
    }

    private void leavesInputs(Trial t) {
        AlignmentProblem given = problem(t, 5, 5);
        Matrix source = Memory.direct(given.source().latents());
        Matrix target = Memory.direct(given.target().latents());
        Labels labels = given.source().requireLabels();
        aligner.fit(
                new AlignmentProblem(
                        Space.of("a", source, labels),
                        Space.of("b", target, labels),
                        given.anchors()),
                t.run());
        t.same(given.source().latents(), source, "the source after the fit");
        t.same(given.target().latents(), target, "the target after the fit");
    }

    /**
     * Checks that an aligner that needs no labels does not learn from pairs that are not anchors.
     */
    private void anchorsAlone(Trial t) {
        AlignmentProblem p = problem(t, 5, 5);
        Matrix source = p.source().latents();
        Matrix target = p.target().latents();
        int[] backwards = new int[60];
        for (int i = 0; i < 60; i++) {
            backwards[i] = i % 2 == 0 ? i : 60 - i;
        }
        Matrix points = t.cloud("points").points(20, 5);
        Matrix expected;
        try {
            expected = fit(t, source, target, p.anchors()).apply(points);
        } catch (InvalidInputException e) {
            t.require(
                    e.getMessage().contains("label"),
                    "it may refuse a problem for want of labels alone, not because '%s'",
                    e.getMessage());
            return;
        }
        Matrix shuffled = target.select(backwards);
        Matrix actual = fit(t, source, shuffled, p.anchors()).apply(points);
        t.close(expected, actual, 1e-6, "the map when the other pairs are mixed up");
    }

    /**
     * Checks that an aligner that reads the anchors alone fits the same map without the other rows.
     */
    private void othersGone(Trial t) {
        AlignmentProblem p = problem(t, 5, 5);
        Matrix points = t.cloud("points").points(20, 5);
        Matrix expected =
                fit(t, p.source().latents(), p.target().latents(), p.anchors()).apply(points);
        Anchors all = Anchors.all(p.anchors().size());
        Matrix actual = fit(t, p.sourcePoints(), p.targetPoints(), all).apply(points);
        t.close(expected, actual, 1e-6, "the map when the other rows are gone");
    }

    private Alignment fit(Trial t, Matrix source, Matrix target, Anchors anchors) {
        return aligner.fit(
                new AlignmentProblem(Space.of("a", source), Space.of("b", target), anchors),
                t.run());
    }
}
