package relrep.api.tck;

import relrep.api.alignment.Aligner;
import relrep.api.alignment.Alignment;
import relrep.api.alignment.AlignmentProblem;
import relrep.api.data.Anchors;
import relrep.api.data.Space;
import relrep.api.run.InvalidInputException;

import java.util.Map;

/** Checks an {@link Aligner} on problems with no unique solution, or with none at all. */
final class DegenerateProblems {
    private final Aligner aligner;

    private DegenerateProblems(Aligner aligner) {
        this.aligner = aligner;
    }

    static void add(Aligner aligner, Checks checks) {
        DegenerateProblems laws = new DegenerateProblems(aligner);
        checks.add("stays finite, or refuses, with fewer pairs than coordinates", laws::fewPairs);
        checks.add("stays finite, or refuses, with one point many times", laws::onePoint);
        checks.add("refuses a source that is not finite", t -> laws.notFinite(t, true));
        checks.add("refuses a target that is not finite", t -> laws.notFinite(t, false));
    }

    private void fewPairs(Trial t) {
        for (int pairs : new int[] {1, 2, 4}) {
            requireFiniteOrRefused(t, Anchors.all(pairs), pairs + " pairs of 9 coordinates");
        }
    }

    private void onePoint(Trial t) {
        requireFiniteOrRefused(t, Anchors.ofRows(new int[12]), "12 times the same pair");
    }

    private void requireFiniteOrRefused(Trial t, Anchors anchors, String what) {
        AlignmentProblem p = AlignerChecks.problem(t, 9, 9);
        Alignment alignment;
        try {
            alignment = aligner.fit(new AlignmentProblem(p.source(), p.target(), anchors), t.run());
        } catch (InvalidInputException e) {
            t.require(e.getMessage().contains(" "), "it must refuse %s with a sentence", what);
            return;
        }
        t.finite(alignment.apply(p.source().latents()), "the images after " + what);
        requireFinite(t, alignment.diagnostics());
    }

    static void requireFinite(Trial t, Map<String, Double> diagnostics) {
        diagnostics.forEach(
                (name, value) ->
                        t.require(
                                Double.isFinite(value),
                                "a diagnostic must be a number or absent, but %s is %s",
                                name,
                                value));
    }

    private void notFinite(Trial t, boolean inSource) {
        AlignmentProblem p = AlignerChecks.problem(t, 5, 5);
        for (float value : new float[] {Float.NaN, Float.POSITIVE_INFINITY}) {
            Space source = inSource ? Broken.at(p.source(), 4, 2, value) : p.source();
            Space target = inSource ? p.target() : Broken.at(p.target(), 4, 2, value);
            t.refuses(
                    value + " in row 4, column 2",
                    () -> aligner.fit(new AlignmentProblem(source, target, p.anchors()), t.run()),
                    "row 4",
                    "column 2");
        }
    }
}
