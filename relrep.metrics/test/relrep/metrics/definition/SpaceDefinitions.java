package relrep.metrics.definition;

import relrep.api.metric.SpaceMetric;
import relrep.api.run.Seed;
import relrep.metrics.space.Anisotropy;
import relrep.metrics.space.ClassSilhouette;
import relrep.metrics.space.ConnectedShare;
import relrep.metrics.space.DeathTimes;
import relrep.metrics.space.EffectiveRank;
import relrep.metrics.space.Spread;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** The definitions of the metrics of one space, written from their sources in plain double. */
final class SpaceDefinitions {
    /** NaN where the metric refuses. */
    interface Definition {
        double of(double[][] x, int[] labels);
    }

    record Defined(String name, SpaceMetric metric, Definition definition) {}

    private static final double NONE = Double.NaN;

    private SpaceDefinitions() {}

    static List<Defined> all() {
        return List.of(
                new Defined("silhouette", new ClassSilhouette(), SpaceDefinitions::silhouette),
                new Defined("death-times", new DeathTimes(), (x, l) -> deathTimes(x)),
                new Defined(
                        "connected-share", new ConnectedShare(), SpaceDefinitions::connectedShare),
                new Defined("effective-rank", new EffectiveRank(), (x, l) -> effectiveRank(x)),
                new Defined("anisotropy", new Anisotropy(), (x, l) -> anisotropy(x)),
                new Defined("spread", new Spread(), (x, l) -> spread(x)));
    }

    private static double silhouette(double[][] x, int[] labels) {
        int classes = Arrays.stream(labels).max().orElse(-1) + 1;
        if (x.length < 2 || Arrays.stream(labels).distinct().count() < 2) {
            return NONE;
        }
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            double[] distances = new double[classes];
            int[] sizes = new int[classes];
            for (int j = 0; j < x.length; j++) {
                distances[labels[j]] += Tables.distance(x[i], x[j]);
                sizes[labels[j]]++;
            }
            int own = labels[i];
            double a = distances[own] / (sizes[own] - 1);
            double b = Double.POSITIVE_INFINITY;
            for (int c = 0; c < classes; c++) {
                b = c == own || sizes[c] == 0 ? b : Math.min(b, distances[c] / sizes[c]);
            }
            sum += sizes[own] == 1 || Math.max(a, b) == 0 ? 0 : (b - a) / Math.max(a, b);
        }
        return sum / x.length;
    }

    /** Prim's tree: the nearest point that is not yet in it joins. */
    private static double deathTimes(double[][] x) {
        if (x.length < 2) {
            return NONE;
        }
        double[] nearest = new double[x.length];
        Arrays.fill(nearest, Double.POSITIVE_INFINITY);
        boolean[] joined = new boolean[x.length];
        double sum = 0;
        int last = 0;
        for (int step = 1; step < x.length; step++) {
            joined[last] = true;
            int next = -1;
            for (int j = 0; j < x.length; j++) {
                if (!joined[j]) {
                    nearest[j] = Math.min(nearest[j], Tables.distance(x[last], x[j]));
                    next = next < 0 || nearest[j] < nearest[next] ? j : next;
                }
            }
            sum += nearest[next];
            last = next;
        }
        return sum / (x.length - 1);
    }

    /**
     * Of each class, a hundred batches of 16 of the metric's draws. A batch is connected below beta
     * if one can go from its first sample to all others by steps below beta (no tree is built), and
     * if no two samples are equal.
     */
    private static double connectedShare(double[][] x, int[] labels) {
        int classes = Arrays.stream(labels).max().orElse(-1) + 1;
        double sum = 0;
        int counted = 0;
        for (int label = 0; label < classes; label++) {
            int c = label;
            int[] rows = IntStream.range(0, x.length).filter(i -> labels[i] == c).toArray();
            if (rows.length == 0) {
                continue;
            }
            counted++;
            Seed seed = Seed.of(1).branch("connected-share").branch("class " + label);
            int connected = 0;
            for (int i = 0; i < 100; i++) {
                int[] order = seed.branch("batch " + i).permutation(rows.length);
                double[][] batch =
                        Arrays.stream(order)
                                .limit(16)
                                .mapToObj(k -> x[rows[k]])
                                .toArray(double[][]::new);
                connected += reachesAll(batch) ? 1 : 0;
            }
            sum += connected / 100.;
        }
        return counted == 0 ? NONE : sum / counted;
    }

    private static boolean reachesAll(double[][] batch) {
        Set<Integer> reached = new TreeSet<>(Set.of(0));
        boolean more = true;
        while (more) {
            more = false;
            for (int i : List.copyOf(reached)) {
                for (int j = 0; j < batch.length; j++) {
                    double distance = Tables.distance(batch[i], batch[j]);
                    if (i != j && distance == 0) {
                        return false;
                    }
                    more |= distance < 3 && reached.add(j);
                }
            }
        }
        return reached.size() == batch.length;
    }

    private static double effectiveRank(double[][] x) {
        if (x.length < 2 || Tables.onePoint(x) || Tables.blurred(x)) {
            return NONE;
        }
        double[] values = JacobiSvd.of(Tables.centred(x), Tables.width(x)).values();
        double sum = Arrays.stream(values).sum();
        double entropy = 0;
        for (double value : values) {
            entropy -= value > 0 ? value / sum * Math.log(value / sum) : 0;
        }
        return Math.exp(entropy);
    }

    private static double anisotropy(double[][] x) {
        if (x.length < 2) {
            return NONE;
        }
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < x.length; j++) {
                sum += i == j ? 0 : Tables.cosine(x[i], x[j]);
            }
        }
        return sum / x.length / (x.length - 1);
    }

    private static double spread(double[][] x) {
        double[][] a = Tables.centred(x);
        return x.length < 2 ? NONE : Math.sqrt(Tables.product(a, a) / x.length / Tables.width(x));
    }
}
