package relrep.similarity.internal;

import relrep.api.similarity.Similarity;
import relrep.similarity.internal.AwkwardInputs.Input;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * A similarity and its definition, written out in double.
 *
 * @param similarity what is tested
 * @param definition the values that it must have, one row per point
 */
record Definitions(Similarity similarity, Function<Input, Value[][]> definition) {
    /** What float32 sums may be off by, of the product of the norms. */
    static final double SUMS = 1e-6;

    /** What a distance may be off by, of itself. */
    static final double DISTANCES = 3e-6;

    /** The smallest step of a float, which is all that is left of numbers of its size. */
    private static final double STEP = Float.MIN_VALUE;

    /**
     * A value and how far another one may be from it.
     *
     * @param low the least
     * @param high the most
     */
    record Value(double low, double high) {
        static Value of(double value, double slack) {
            return new Value(value - slack - STEP, value + slack + STEP);
        }

        boolean holds(float actual) {
            return (low <= actual && actual <= high)
                    || (beyondFloats() && Float.isInfinite(actual));
        }

        boolean beyondFloats() {
            return Math.max(-low, high) > Float.MAX_VALUE;
        }
    }

    /** A value for a point and an anchor. */
    @FunctionalInterface
    private interface Pair {
        Value of(double[] point, double[] anchor);
    }

    Value[][] values(Input input) {
        return definition.apply(input);
    }

    static Map<String, Definitions> all() {
        Map<String, Definitions> all = new LinkedHashMap<>();
        all.put("cosine", each(new Cosine(), (x, a) -> Value.of(Plain.cosine(x, a), SUMS)));
        all.put(
                "calibrated-cosine",
                each(
                        new CalibratedCosine(),
                        (x, a) -> {
                            double spread = Math.sqrt(x.length);
                            return Value.of(spread * Plain.cosine(x, a), spread * SUMS);
                        }));
        for (Angular.Form form : Angular.Form.values()) {
            all.put("angular(form=" + form + ")", each(angular(form), (x, a) -> angle(form, x, a)));
        }
        all.put("euclidean", each(new Euclidean(), (x, a) -> distance(Plain.distance(x, a, 2))));
        all.put("l1", each(new L1(), (x, a) -> distance(Plain.distance(x, a, 1))));
        all.put(
                "chebyshev",
                each(
                        new Chebyshev(),
                        (x, a) -> distance(Plain.distance(x, a, Double.POSITIVE_INFINITY))));
        for (double p : new double[] {1, 1.5, 2, 3, 7.3, 100}) {
            all.put(
                    "lp(p=" + p + ")",
                    each(
                            new Lp().with(new Lp.Options(p)),
                            (x, a) -> distance(Plain.distance(x, a, p))));
        }
        for (Inner.Scale scale : Inner.Scale.values()) {
            all.put("inner(scale=" + scale + ")", each(inner(scale), (x, a) -> inner(scale, x, a)));
        }
        for (double eps : new double[] {0, 1e-5, 1}) {
            all.put(
                    "robust-cosine(eps=" + eps + ")",
                    new Definitions(
                            new RobustCosine().with(new RobustCosine.Options(eps)),
                            input -> Batches.robust(input, eps)));
        }
        for (Mahalanobis.Covariance covariance : Mahalanobis.Covariance.values()) {
            all.put(
                    "mahalanobis(covariance=" + covariance + ")",
                    new Definitions(
                            new Mahalanobis()
                                    .with(
                                            new Mahalanobis.Options(
                                                    covariance, Mahalanobis.Sign.DISTANCE)),
                            input -> Batches.mahalanobis(input, covariance)));
        }
        all.put("change-of-basis", new Definitions(new ChangeOfBasis(), Batches::weights));
        all.put(
                "calibrated-cosine(by=rank)",
                new Definitions(
                        new CalibratedCosine()
                                .with(new CalibratedCosine.Options(CalibratedCosine.By.RANK)),
                        Rows::places));
        for (Sparse.Product product : Sparse.Product.values()) {
            for (int keep : new int[] {100, 4, 1}) {
                Sparse.Options options = new Sparse.Options(keep, keep == 4 ? 3 : 8, product);
                all.put(
                        "sparse(keep=%d,product=%s)".formatted(keep, product),
                        new Definitions(
                                new Sparse().with(options), input -> Rows.sparse(input, options)));
            }
        }
        return all;
    }

    private static Similarity angular(Angular.Form form) {
        return new Angular().with(new Angular.Options(form));
    }

    private static Similarity inner(Inner.Scale scale) {
        return new Inner().with(new Inner.Options(scale));
    }

    private static Value angle(Angular.Form form, double[] x, double[] a) {
        double angle = Plain.angle(x, a);
        return Value.of(
                switch (form) {
                    case DISTANCE -> angle / Math.PI;
                    case SIMILARITY -> 1 - angle / Math.PI;
                    case RADIANS -> 1 - angle;
                },
                SUMS);
    }

    static Value distance(double distance) {
        return Value.of(distance, DISTANCES * distance);
    }

    private static Value inner(Inner.Scale scale, double[] x, double[] a) {
        double factor = scale == Inner.Scale.NONE ? 1 : 1 / Math.sqrt(x.length);
        double lost = x.length * STEP;
        return Value.of(
                factor * Plain.dot(x, a), factor * SUMS * Plain.norm(x) * Plain.norm(a) + lost);
    }

    private static Definitions each(Similarity similarity, Pair pair) {
        return new Definitions(
                similarity,
                input -> {
                    double[][] points = Plain.rows(input.points());
                    double[][] anchors = Plain.rows(input.anchors());
                    Value[][] values = new Value[points.length][anchors.length];
                    for (int i = 0; i < points.length; i++) {
                        for (int j = 0; j < anchors.length; j++) {
                            values[i][j] = pair.of(points[i], anchors[j]);
                        }
                    }
                    return values;
                });
    }
}
