package relrep.metrics.definition;

import relrep.api.metric.PairMetric;
import relrep.kernels.tile.Closeness;
import relrep.metrics.pair.Cca;
import relrep.metrics.pair.Cka;
import relrep.metrics.pair.Correlation;
import relrep.metrics.pair.CosineIndex;
import relrep.metrics.pair.DebiasedCka;
import relrep.metrics.pair.DistanceCorrelation;
import relrep.metrics.pair.Jaccard;
import relrep.metrics.pair.Mrr;
import relrep.metrics.pair.MutualKnn;
import relrep.metrics.pair.NeighbourConvention;
import relrep.metrics.pair.NeighbourTies;
import relrep.metrics.pair.ProcrustesDistance;
import relrep.metrics.pair.Pwcca;
import relrep.metrics.pair.RankTies;
import relrep.metrics.pair.RbfCka;
import relrep.metrics.pair.Rsa;
import relrep.metrics.pair.Svcca;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/** The definitions of the metrics of two spaces, written from their sources in plain double. */
final class PairDefinitions {
    /**
     * NaN where the metric refuses; infinite where it is not unique, and only its range is known.
     */
    interface Definition {
        double of(double[][] x, double[][] y);
    }

    record Defined(String name, PairMetric metric, Definition definition) {}

    private static final double NONE = Double.NaN;

    private final List<Defined> all = new ArrayList<>();

    static List<Defined> all() {
        PairDefinitions definitions = new PairDefinitions();
        definitions.ranks();
        definitions.tables();
        definitions.directions();
        return definitions.all;
    }

    private void add(String name, PairMetric metric, Definition definition) {
        all.add(new Defined(name, metric, definition));
    }

    private static Tables.Closeness plain(Closeness measure) {
        return measure == Closeness.COSINE ? Tables.COSINE : Tables.EUCLIDEAN;
    }

    private void ranks() {
        add("cosine-index", new CosineIndex(), PairDefinitions::cosineIndex);
        add("mrr", new Mrr(), (x, y) -> mrr(x, y, Tables.COSINE, .5, 0));
        for (Closeness measure : Closeness.values()) {
            for (RankTies ties : RankTies.values()) {
                double part = ties == RankTies.MEAN ? .5 : ties == RankTies.OPTIMISTIC ? 0 : 1;
                add(
                        "mrr " + measure + " " + ties,
                        new Mrr().with(new Mrr.Options(4, measure, ties)),
                        (x, y) -> mrr(x, y, plain(measure), part, 4));
            }
        }
        add(
                "jaccard",
                new Jaccard(),
                (x, y) -> jaccard(x, y, 10, NeighbourConvention.CROSS, Tables.COSINE, true));
        add("mutual-knn", new MutualKnn(), (x, y) -> mutual(x, y, 10, Tables.COSINE, true));
        for (Closeness measure : Closeness.values()) {
            for (NeighbourTies ties : NeighbourTies.values()) {
                boolean mean = ties == NeighbourTies.MEAN;
                if (!mean && measure == Closeness.COSINE) {
                    continue;
                }
                for (NeighbourConvention convention : NeighbourConvention.values()) {
                    add(
                            "jaccard " + measure + " " + ties + " " + convention,
                            new Jaccard().with(new Jaccard.Options(2, convention, measure, ties)),
                            (x, y) -> jaccard(x, y, 2, convention, plain(measure), mean));
                }
                add(
                        "mutual-knn " + measure + " " + ties,
                        new MutualKnn().with(new MutualKnn.Options(2, measure, ties)),
                        (x, y) -> mutual(x, y, 2, plain(measure), mean));
            }
        }
    }

    private static double cosineIndex(double[][] x, double[][] y) {
        if (Tables.width(x) != Tables.width(y)) {
            return NONE;
        }
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += Tables.cosine(x[i], y[i]);
        }
        return sum / x.length;
    }

    private static double mrr(
            double[][] x, double[][] y, Tables.Closeness measure, double part, int top) {
        if (Tables.width(x) != Tables.width(y)) {
            return NONE;
        }
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            int d = x[i].length;
            double own = measure.of(x[i], y[i]);
            double rank = 1;
            for (int j = 0; j < y.length; j++) {
                double other = measure.of(x[i], y[j]);
                boolean tied = !measure.above(other, own, d) && !measure.above(own, other, d);
                rank += j == i ? 0 : tied ? part : measure.above(other, own, d) ? 1 : 0;
            }
            sum += top > 0 && rank > top ? 0 : 1 / rank;
        }
        return sum / x.length;
    }

    /** How much of each candidate is among the nearest; without parts, the lower row is. */
    private static double[] near(
            double[] query,
            double[][] among,
            int without,
            int k,
            Tables.Closeness measure,
            boolean parts) {
        int d = query.length;
        double[] near = new double[among.length];
        for (int j = 0; j < among.length; j++) {
            double own = measure.of(query, among[j]);
            double before = 0;
            double tied = 0;
            for (int t = 0; t < among.length; t++) {
                double other = measure.of(query, among[t]);
                boolean above = measure.above(other, own, d);
                boolean equal = !above && !measure.above(own, other, d);
                before += t != without && (above || (!parts && equal && t < j)) ? 1 : 0;
                tied += t != without && equal ? 1 : 0;
            }
            double share = parts ? (k - before) / tied : k - before;
            near[j] = j == without ? 0 : Math.max(0, Math.min(1, share));
        }
        return near;
    }

    private static double mutual(
            double[][] x, double[][] y, int k, Tables.Closeness measure, boolean parts) {
        if (x.length < k + 1) {
            return NONE;
        }
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            double[] here = near(x[i], x, i, k, measure, parts);
            sum += Tables.dot(here, near(y[i], y, i, k, measure, parts)) / k;
        }
        return sum / x.length;
    }

    private static double jaccard(
            double[][] x,
            double[][] y,
            int k,
            NeighbourConvention convention,
            Tables.Closeness measure,
            boolean parts) {
        boolean within = convention == NeighbourConvention.WITHIN;
        boolean own = within || convention == NeighbourConvention.WITHIN_SELF;
        if (x.length < (within ? k + 1 : k) || (!own && Tables.width(x) != Tables.width(y))) {
            return NONE;
        }
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            int without = within ? i : -1;
            boolean target = convention == NeighbourConvention.TARGET_QUERY;
            double[] first = near(target ? y[i] : x[i], target ? y : x, without, k, measure, parts);
            double[] second = near(own ? y[i] : x[i], y, without, k, measure, parts);
            double shared = Tables.dot(first, second);
            sum += shared / (2 * k - shared);
        }
        return sum / x.length;
    }

    private void tables() {
        add("linear-cka", new Cka(), (x, y) -> spread(x, y, 2) ? linear(x, y) : NONE);
        add("debiased-cka", new DebiasedCka(), (x, y) -> spread(x, y, 4) ? debiased(x, y) : NONE);
        add(
                "rbf-cka",
                new RbfCka(),
                (x, y) ->
                        spread(x, y, 2)
                                ? Tables.alignment(
                                        Tables.doublyCentred(gaussian(x)),
                                        Tables.doublyCentred(gaussian(y)))
                                : NONE);
        add(
                "distance-correlation",
                new DistanceCorrelation(),
                (x, y) ->
                        spread(x, y, 2)
                                ? Math.sqrt(
                                        Math.max(
                                                0,
                                                Tables.alignment(
                                                        Tables.doublyCentred(distances(x)),
                                                        Tables.doublyCentred(distances(y)))))
                                : NONE);
        add("rsa", new Rsa(), (x, y) -> rsa(distances(x), distances(y), Correlation.PEARSON));
        for (Closeness measure : Closeness.values()) {
            for (Correlation correlation : Correlation.values()) {
                add(
                        "rsa " + measure + " " + correlation,
                        new Rsa().with(new Rsa.Options(correlation, measure, 0)),
                        (x, y) ->
                                measure == Closeness.EUCLIDEAN
                                        ? rsa(distances(x), distances(y), correlation)
                                        : rsa(
                                                Tables.table(x, PairDefinitions::dissimilarity),
                                                Tables.table(y, PairDefinitions::dissimilarity),
                                                correlation));
            }
        }
    }

    private static boolean spread(double[][] x, double[][] y, int fewest) {
        return x.length >= fewest && !Tables.onePoint(x) && !Tables.onePoint(y);
    }

    private static double[][] distances(double[][] x) {
        return Tables.table(x, Tables::distance);
    }

    private static double linear(double[][] x, double[][] y) {
        double[][] a = Tables.centred(x);
        double[][] b = Tables.centred(y);
        double[][] xy = Tables.cross(a, b);
        double[][] xx = Tables.cross(a, a);
        double[][] yy = Tables.cross(b, b);
        return Tables.product(xy, xy)
                / Math.sqrt(Tables.product(xx, xx))
                / Math.sqrt(Tables.product(yy, yy));
    }

    private static double debiased(double[][] x, double[][] y) {
        double[][] k = Tables.table(Tables.centred(x), Tables::dot);
        double[][] l = Tables.table(Tables.centred(y), Tables::dot);
        double xx = unbiased(k, k);
        double yy = unbiased(l, l);
        boolean there =
                xx > 1e-9 * Tables.product(k, k) / k.length / k.length
                        && yy > 1e-9 * Tables.product(l, l) / l.length / l.length;
        double value = unbiased(k, l) / Math.sqrt(xx) / Math.sqrt(yy);
        return there ? Math.max(-1, Math.min(1, value)) : NONE;
    }

    /** Song et al., 2012, equation 5. */
    private static double unbiased(double[][] k, double[][] l) {
        int n = k.length;
        double both = 0;
        double first = 0;
        double second = 0;
        double rows = 0;
        for (int i = 0; i < n; i++) {
            double a = 0;
            double b = 0;
            for (int j = 0; j < n; j++) {
                if (i != j) {
                    both += k[i][j] * l[i][j];
                    a += k[i][j];
                    b += l[i][j];
                }
            }
            first += a;
            second += b;
            rows += a * b;
        }
        return (both + first / (n - 1) * second / (n - 2) - 2 * rows / (n - 2)) / n / (n - 3.);
    }

    /** The lower of the two middle squared distances other than 0. */
    private static double[][] gaussian(double[][] x) {
        double[] squares =
                Arrays.stream(Tables.table(x, Tables::square))
                        .flatMapToDouble(Arrays::stream)
                        .filter(value -> value > 0)
                        .sorted()
                        .toArray();
        double variance = squares[(squares.length / 2 - 1) / 2 * 2];
        return Tables.table(x, (a, b) -> Math.exp(-Tables.square(a, b) / 2 / variance));
    }

    private static double rsa(double[][] x, double[][] y, Correlation correlation) {
        double[] a = upper(x);
        double[] b = upper(y);
        if (x.length < 3 || constant(a) || constant(b)) {
            return NONE;
        }
        return switch (correlation) {
            case PEARSON -> pearson(a, b);
            case SPEARMAN -> pearson(midRanks(a), midRanks(b));
            case KENDALL -> kendall(midRanks(a), midRanks(b));
        };
    }

    private static double[] upper(double[][] table) {
        DoubleStream.Builder values = DoubleStream.builder();
        for (int i = 0; i < table.length; i++) {
            for (int j = i + 1; j < table.length; j++) {
                values.add(table[i][j]);
            }
        }
        return values.build().toArray();
    }

    /** As floats, which the readme says they are ranked as. */
    private static boolean equal(double a, double b) {
        return (float) a == (float) b;
    }

    /** Half of the squared distance of unit vectors; of one direction, they are 0 apart. */
    private static double dissimilarity(double[] a, double[] b) {
        double left = Math.sqrt(Tables.dot(a, a));
        double right = Math.sqrt(Tables.dot(b, b));
        if (left == 0 || right == 0) {
            return 1;
        }
        double sum = 0;
        for (int t = 0; t < a.length; t++) {
            double difference = a[t] / left - b[t] / right;
            sum += difference * difference;
        }
        return sum < 1e-28 ? 0 : sum / 2;
    }

    private static boolean constant(double[] values) {
        return Arrays.stream(values).allMatch(value -> value == values[0]);
    }

    private static double pearson(double[] x, double[] y) {
        double mx = Arrays.stream(x).average().orElse(0);
        double my = Arrays.stream(y).average().orElse(0);
        double[] a = Arrays.stream(x).map(value -> value - mx).toArray();
        double[] b = Arrays.stream(y).map(value -> value - my).toArray();
        return Tables.dot(a, b) / Math.sqrt(Tables.dot(a, a)) / Math.sqrt(Tables.dot(b, b));
    }

    private static double[] midRanks(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double[] ranks = new double[values.length];
        for (int i = 0; i < ranks.length; i++) {
            double below = 0;
            double tied = 0;
            for (double other : sorted) {
                boolean same = equal(other, values[i]);
                below += !same && other < values[i] ? 1 : 0;
                tied += same ? 1 : 0;
            }
            ranks[i] = below + (tied - 1) / 2;
        }
        return ranks;
    }

    private static double kendall(double[] x, double[] y) {
        double sum = 0;
        double left = 0;
        double right = 0;
        for (int i = 0; i < x.length; i++) {
            for (int j = i + 1; j < x.length; j++) {
                double a = Math.signum(x[i] - x[j]);
                double b = Math.signum(y[i] - y[j]);
                sum += a * b;
                left += a * a;
                right += b * b;
            }
        }
        return sum / Math.sqrt(left) / Math.sqrt(right);
    }

    private void directions() {
        add("cca", new Cca(), (x, y) -> Directions.of(x, y).mean(1));
        add(
                "cca mean-square",
                new Cca().with(new Cca.Options(Cca.Summary.MEAN_SQUARE)),
                (x, y) -> Directions.of(x, y).meanSquare());
        add("svcca", new Svcca(), (x, y) -> Directions.of(x, y).mean(.98));
        add("pwcca", new Pwcca(), (x, y) -> Directions.of(x, y).weighted());
        add(
                "procrustes-distance",
                new ProcrustesDistance(),
                (x, y) -> spread(x, y, 2) ? Math.acos(nuclear(x, y)) : NONE);
        add(
                "procrustes-distance ratio",
                new ProcrustesDistance()
                        .with(new ProcrustesDistance.Options(ProcrustesDistance.Form.RATIO)),
                (x, y) -> spread(x, y, 2) ? 1 - nuclear(x, y) : NONE);
    }

    private static double nuclear(double[][] x, double[][] y) {
        double[][] a = Tables.centred(x);
        double[][] b = Tables.centred(y);
        double sum =
                Arrays.stream(JacobiSvd.of(Tables.cross(a, b), Tables.width(y)).values()).sum();
        double norms = Math.sqrt(Tables.product(a, a)) * Math.sqrt(Tables.product(b, b));
        return Math.min(1, sum / norms);
    }
}
