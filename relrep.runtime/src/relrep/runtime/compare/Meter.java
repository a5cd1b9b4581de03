package relrep.runtime.compare;

import relrep.api.metric.Metric;
import relrep.api.metric.MetricTraits;
import relrep.api.metric.MetricTraits.Direction;
import relrep.api.metric.MetricTraits.Need;
import relrep.api.metric.PairMetric;
import relrep.api.metric.Score;
import relrep.api.metric.SpaceMetric;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Measures all views with one metric: the number, what chance gives, and how sure it is.
 *
 * @param metric of one space or of two
 * @param name as written, defaults left out
 * @param times how often values of single samples are drawn again
 */
record Meter(Metric metric, String name, int times) {
    /** The most rows that are measured by what has no values of single samples. */
    static final int MOST = 4_000;

    private static final int SUBSAMPLE = 500;
    private static final int FEWEST_TIMES = 20;
    private static final int RESAMPLES_A_SUBSAMPLE = 25;
    private static final double MEASURING = 0.4;
    private static final double CHANCE = 0.2;
    private static final double CLOSE = 1e-5;

    /** Among more rows that are equal a metric's own chance level, which knows of none, is off. */
    private static final double DUPLICATES = 0.01;

    MetricReport measure(List<View> views, int n, Run run) {
        int[] order = run.seed().branch("rows").permutation(n);
        int[] rows = View.first(order, n);
        if (n > MOST && !perSample(views, View.first(order, MOST), run)) {
            rows = View.first(order, MOST);
        }
        List<View> measured = new ArrayList<>();
        for (View view : views) {
            measured.add(view.there() && rows.length < n ? view.of(rows) : view);
        }
        return new Measuring(measured, rows.length, run).report();
    }

    /** Tells whether the first view that the metric takes has values of single samples. */
    private boolean perSample(List<View> views, int[] rows, Run run) {
        for (View view : views) {
            if (view.there()) {
                try {
                    return hasMean(score(view.of(rows), run.part("look", 0)), rows.length);
                } catch (InvalidInputException refused) {
                    continue;
                }
            }
        }
        return false;
    }

    /** Tells whether the number is the mean of values of single samples. */
    private static boolean hasMean(Score score, int rows) {
        float[] values = score.perSample();
        double mean = IntStream.range(0, values.length).mapToDouble(i -> values[i]).sum() / rows;
        return values.length == rows
                && Math.abs(mean - score.value()) <= CLOSE * Math.max(1, Math.abs(score.value()));
    }

    private Score score(View view, Run run) {
        return metric instanceof PairMetric pair
                ? pair.measure(view.source(), view.target(), run)
                : ((SpaceMetric) metric).measure(view.source(), run);
    }

    /** One metric at work. */
    private final class Measuring {
        private final List<View> views;
        private final int n;
        private final Run run;
        private final Score[] scores;
        private final String[] reasons;
        private String noInterval = "";

        Measuring(List<View> views, int n, Run run) {
            this.views = views;
            this.n = n;
            this.run = run;
            this.scores = new Score[views.size()];
            this.reasons = new String[views.size()];
        }

        MetricReport report() {
            for (int v = 0; v < scores.length; v++) {
                take(v, run.part(views.get(v).name(), MEASURING / scores.length));
            }
            OptionalDouble[] chances = new OptionalDouble[scores.length];
            boolean[] shuffled = new boolean[scores.length];
            for (int v = 0; v < scores.length; v++) {
                chances[v] = known(v);
                if (chances[v].isEmpty() && scores[v] != null) {
                    chances[v] = measured(v, run.part("chance", CHANCE / scores.length));
                    shuffled[v] = chances[v].isPresent();
                }
            }
            Optional<Replicates> replicates = replicates(run.part("interval", 1 - MEASURING));
            List<Reading> readings = new ArrayList<>();
            for (int v = 0; v < scores.length; v++) {
                readings.add(reading(v, chances[v], shuffled[v], replicates));
            }
            return new MetricReport(
                    name,
                    metric instanceof PairMetric,
                    metric.traits(),
                    n,
                    replicates.map(Replicates::how),
                    noInterval,
                    readings);
        }

        private void take(int v, Run part) {
            View view = views.get(v);
            reasons[v] = view.reason();
            if (view.there()) {
                try {
                    Score score = score(view, part);
                    if (Double.isFinite(score.value())) {
                        scores[v] = score;
                    } else {
                        reasons[v] = "the metric gives %s".formatted(score.value());
                    }
                } catch (InvalidInputException refused) {
                    reasons[v] = refused.getMessage();
                }
            }
        }

        /** What the metric says of rows that differ. */
        private OptionalDouble known(int v) {
            return scores[v] != null && metric instanceof PairMetric pair && distinct(views.get(v))
                    ? pair.chance(n, views.get(v).target().width())
                    : OptionalDouble.empty();
        }

        private boolean distinct(View view) {
            int most = (int) (n * DUPLICATES);
            return Health.duplicates(view.source().latents()) <= most
                    && Health.duplicates(view.target().latents()) <= most;
        }

        /** What the metric gives where rows do not belong together. */
        private OptionalDouble measured(int v, Run part) {
            if (!(metric instanceof PairMetric)) {
                return OptionalDouble.empty();
            }
            try {
                int[] order = run.seed().branch("chance").permutation(n);
                double value = score(views.get(v).shuffled(order), part).value();
                return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
            } catch (InvalidInputException refused) {
                return OptionalDouble.empty();
            }
        }

        private Optional<Replicates> replicates(Run part) {
            float[][] perSample = new float[scores.length][];
            boolean all = true;
            boolean any = false;
            for (int v = 0; v < scores.length; v++) {
                if (scores[v] != null) {
                    any = true;
                    all &= hasMean(scores[v], n);
                    perSample[v] = scores[v].perSample();
                }
            }
            if (!any) {
                return Optional.empty();
            }
            return all
                    ? Optional.of(Replicates.bootstrap(perSample, n, times, part))
                    : subsampled(part);
        }

        private Optional<Replicates> subsampled(Run part) {
            MetricTraits traits = metric.traits();
            int widest = 0;
            for (int v = 0; v < scores.length; v++) {
                widest = scores[v] == null ? widest : Math.max(widest, views.get(v).width());
            }
            int m = Math.min(n / 2, SUBSAMPLE);
            if (traits.needs().contains(Need.MORE_SAMPLES_THAN_WIDTH)) {
                m = Math.min(n * 9 / 10, Math.max(m, 2 * widest));
            }
            if (m < Math.max(2, traits.minimumRows())) {
                noInterval =
                        "subsamples of %d rows are fewer than the %d that it needs"
                                .formatted(m, Math.max(2, traits.minimumRows()));
                return Optional.empty();
            }
            int count = Math.max(FEWEST_TIMES, times / RESAMPLES_A_SUBSAMPLE);
            double[][] values = new double[scores.length][];
            for (int v = 0; v < values.length; v++) {
                values[v] = scores[v] == null ? null : new double[count];
            }
            Run quiet = Run.quiet(part.seed());
            for (int r = 0; r < count; r++) {
                int[] rows = View.first(part.seed().branch("subsample " + r).permutation(n), m);
                for (int v = 0; v < values.length; v++) {
                    part.step((long) r * values.length + v, (long) count * values.length);
                    if (values[v] != null) {
                        values[v][r] = again(views.get(v).of(rows), quiet);
                    }
                }
            }
            return Optional.of(Replicates.subsampling(values, n, m));
        }

        private double again(View view, Run quiet) {
            try {
                return score(view, quiet).value();
            } catch (InvalidInputException refused) {
                return Double.NaN;
            }
        }

        private Reading reading(
                int v, OptionalDouble chance, boolean shuffled, Optional<Replicates> replicates) {
            View view = views.get(v);
            if (scores[v] == null) {
                return Reading.absent(view, reasons[v]);
            }
            MetricTraits traits = metric.traits();
            double value = scores[v].value();
            boolean compared =
                    view.role() == View.Role.RELATIVE || view.role() == View.Role.ALIGNED;
            boolean judged =
                    compared && scores[0] != null && traits.direction() != Direction.NEITHER;
            double sign = traits.direction() == Direction.LOWER_IS_BETTER ? -1 : 1;
            double difference = judged ? value - scores[0].value() : Double.NaN;
            Optional<Interval> gain =
                    judged
                            ? replicates.flatMap(all -> all.difference(v, 0, difference))
                            : Optional.empty();
            return new Reading(
                    view.name(),
                    view.role() == View.Role.ALIGNED,
                    value,
                    replicates
                            .flatMap(all -> all.around(v, value))
                            .map(bounds -> bounds.within(traits.lower(), traits.upper())),
                    chance,
                    shuffled,
                    judged ? OptionalDouble.of(sign * difference) : OptionalDouble.empty(),
                    sign < 0 ? gain.map(Interval::negated) : gain,
                    scores[v].details().isEmpty() ? Map.of() : scores[v].details(),
                    "");
        }
    }
}
