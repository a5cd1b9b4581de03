package relrep.api.tck;

import relrep.api.alignment.Aligner;
import relrep.api.alignment.Alignment;
import relrep.api.alignment.AlignmentProblem;
import relrep.api.alignment.MapFamily;
import relrep.api.data.Matrix;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A least squares aligner in plain Java. Each part can be replaced by a broken one.
 *
 * @param claims what it says it recovers
 * @param unequal whether it says it takes unequal widths
 * @param fit what it does with pairs that were checked
 */
record FakeAligner(Set<MapFamily> claims, boolean unequal, Function<Task, Alignment> fit)
        implements Aligner {

    /** What a fit is given. */
    record Task(AlignmentProblem problem, Run run) {
        Matrix source() {
            return problem.sourcePoints();
        }

        Matrix target() {
            return problem.targetPoints();
        }
    }

    static final Set<MapFamily> LINEAR =
            EnumSet.of(
                    MapFamily.LINEAR,
                    MapFamily.ORTHOGONAL,
                    MapFamily.ROTATION,
                    MapFamily.ISOTROPIC_SCALING);
    static final Set<MapFamily> SHIFT = EnumSet.of(MapFamily.TRANSLATION);

    /** A sound linear map; a little ridge makes it unique. */
    static FakeAligner linear() {
        return new FakeAligner(LINEAR, true, FakeAligner::fitLinear);
    }

    /** A sound shift from mean to mean. */
    static FakeAligner shift() {
        return new FakeAligner(SHIFT, false, FakeAligner::fitShift);
    }

    FakeAligner claiming(Set<MapFamily> other) {
        return new FakeAligner(other, unequal, fit);
    }

    FakeAligner taking(boolean unequalWidths) {
        return new FakeAligner(claims, unequalWidths, fit);
    }

    FakeAligner fitting(Function<Task, Alignment> other) {
        return new FakeAligner(claims, unequal, other);
    }

    @Override
    public Alignment fit(AlignmentProblem problem, Run run) {
        problem.source().latents().requireFinite("the latents of 'a'");
        problem.target().latents().requireFinite("the latents of 'b'");
        return fit.apply(new Task(problem, run));
    }

    @Override
    public Set<MapFamily> recovers() {
        return claims;
    }

    @Override
    public boolean readsAnchorsAlone() {
        return true;
    }

    @Override
    public boolean acceptsUnequalWidths() {
        return unequal;
    }

    static Alignment fitShift(Task task) {
        task.problem().requireEqualWidths("shift");
        AffineMap identity = AffineMap.identity(task.source().cols());
        double[] shift = new double[task.source().cols()];
        for (int j = 0; j < shift.length; j++) {
            shift[j] =
                    Numbers.mean(Numbers.column(task.target(), j))
                            - Numbers.mean(Numbers.column(task.source(), j));
        }
        AffineMap map = new AffineMap(identity.matrix(), shift);
        AffineMap back =
                new AffineMap(
                        identity.matrix(), java.util.Arrays.stream(shift).map(v -> -v).toArray());
        return new Fitted(map, Optional.of(back), task);
    }

    static Alignment fitLinear(Task task) {
        double squares = 0;
        for (float value : task.source().toArray()) {
            squares += (double) value * value;
        }
        return fitLinear(task, squares * 1e-12);
    }

    static Alignment fitLinear(Task task, double ridge) {
        double[][] there = solve(task.source(), task.target(), ridge);
        AffineMap map = new AffineMap(there, new double[task.target().cols()]);
        return new Fitted(map, Optional.empty(), task);
    }

    /** Solves (XᵀX + ridge I) W = XᵀY by elimination. */
    private static double[][] solve(Matrix x, Matrix y, double ridge) {
        int d = x.cols();
        double[][] a = new double[d][d + y.cols()];
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d + y.cols(); j++) {
                a[i][j] = i == j ? ridge : 0;
                for (int r = 0; r < x.rows(); r++) {
                    a[i][j] += (double) x.get(r, i) * (j < d ? x.get(r, j) : y.get(r, j - d));
                }
            }
        }
        for (int p = 0; p < d; p++) {
            for (int i = 0; i < d; i++) {
                double factor = i == p ? 0 : a[i][p] / a[p][p];
                for (int j = p; j < a[i].length && i != p; j++) {
                    a[i][j] -= factor * a[p][j];
                }
            }
        }
        double[][] w = new double[d][y.cols()];
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < y.cols(); j++) {
                w[i][j] = a[i][d + j] / a[i][i];
            }
        }
        return w;
    }

    /** A map, perhaps with an inverse, and the numbers that describe the fit. */
    static final class Fitted implements Alignment {
        private final AffineMap map;
        private final Optional<AffineMap> back;
        private final Map<String, Double> diagnostics = new LinkedHashMap<>();
        private final Task task;

        Fitted(AffineMap map, Optional<AffineMap> back, Task task) {
            this.map = map;
            this.back = back;
            this.task = task;
            diagnostics.put("pairs", (double) task.source().rows());
            Matrix images = map.apply(task.source());
            diagnostics.put("residual", Math.sqrt(Training.error(images, task.target())));
        }

        @Override
        public Matrix apply(Matrix latents) {
            if (latents.cols() != map.matrix().length) {
                throw new InvalidInputException(
                        "latents must be %d wide, not %d"
                                .formatted(map.matrix().length, latents.cols()));
            }
            return map.apply(latents);
        }

        @Override
        public Map<String, Double> diagnostics() {
            return diagnostics;
        }

        @Override
        public Optional<Alignment> inverse() {
            return back.map(b -> new Fitted(b, Optional.of(map), task));
        }
    }
}
