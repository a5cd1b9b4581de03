package relrep.report.summary;

import org.apache.commons.statistics.distribution.NormalDistribution;

import relrep.api.experiment.Row;
import relrep.api.report.Association;
import relrep.api.report.Comparison;
import relrep.api.report.Report;
import relrep.report.summary.Verdict.Outcome;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Computes the correlations that an experiment asks for, over its trained networks, dataset by
 * dataset.
 */
final class Correlations {
    private static final String HOW =
            "Over trained networks, one point each: Pearson's r, tested against the bound one-sided"
                    + " at 5 % by Fisher's z,\nand Spearman's ρ.";
    private static final double LEVEL = 0.05;
    private static final int FEWEST = 4;

    private Correlations() {}

    static Optional<Section> section(Report report) {
        if (!(report.definition().get("correlations") instanceof List<?> list)) {
            return Optional.empty();
        }
        Table table = new Table().words("correlation").words("dataset").numbers("networks");
        table.numbers("r").numbers("ρ").words("test").words("verdict");
        for (Object item : list) {
            Association asked = Association.parse(String.valueOf(item));
            byDataset(report.rows(), asked)
                    .forEach((dataset, points) -> table.row(line(asked, dataset, points)));
        }
        return Optional.of(new Section("Correlations", HOW, Optional.of(table), List.of()));
    }

    /** Two columns of equal length. */
    private record Points(List<Double> x, List<Double> y) {}

    private static Map<String, Points> byDataset(List<Row> rows, Association asked) {
        Map<Map<String, String>, Double> x = Networks.means(rows, asked.x());
        Map<Map<String, String>, Double> y = Networks.means(rows, asked.y());
        Map<String, Points> all = new LinkedHashMap<>();
        for (Map.Entry<Map<String, String>, Double> network : x.entrySet()) {
            if (y.containsKey(network.getKey())) {
                Points points =
                        all.computeIfAbsent(
                                network.getKey().get("dataset"),
                                any -> new Points(new ArrayList<>(), new ArrayList<>()));
                points.x().add(network.getValue());
                points.y().add(y.get(network.getKey()));
            }
        }
        if (all.isEmpty()) {
            all.put("", new Points(List.of(), List.of()));
        }
        return all;
    }

    private static List<String> line(Association asked, String dataset, Points points) {
        double[] x = points.x().stream().mapToDouble(v -> v).toArray();
        double[] y = points.y().stream().mapToDouble(v -> v).toArray();
        double r = Fit.of(x, y).r();
        List<String> cells = new ArrayList<>(List.of(asked.text(), dataset));
        cells.add(String.valueOf(x.length));
        cells.add(Digits.of(r));
        cells.add(Digits.of(Fit.ofRanks(x, y).r()));
        if (x.length < FEWEST || Double.isNaN(r)) {
            String why = x.length < FEWEST ? "no test, n < 4" : "no test, all alike";
            Outcome outcome = Double.isNaN(r) ? Outcome.NOT_MEASURED : Outcome.NOISE;
            cells.addAll(List.of(why, outcome.text()));
            return cells;
        }
        double above = above(r, asked.bound(), x.length);
        cells.add("Fisher, " + Digits.probability(Math.min(above, 1 - above)));
        cells.add(outcome(asked, r, above).text());
        return cells;
    }

    /**
     * Returns the probability of this correlation, or a larger one, if the true correlation were
     * the bound.
     */
    static double above(double r, double bound, int n) {
        double z = (atanh(r) - atanh(bound)) * Math.sqrt(n - 3.0);
        return NormalDistribution.of(0, 1).survivalProbability(z);
    }

    private static double atanh(double r) {
        return 0.5 * Math.log((1 + r) / (1 - r));
    }

    private static Outcome outcome(Association asked, double r, double above) {
        Comparison comparison = asked.comparison();
        boolean more = comparison == Comparison.MORE || comparison == Comparison.AT_LEAST;
        double borneOut = more ? above : 1 - above;
        if (borneOut < LEVEL || (!comparison.strict() && comparison.holds(r, asked.bound()))) {
            return Outcome.HOLDS;
        }
        return 1 - borneOut < LEVEL ? Outcome.FAILS : Outcome.NOISE;
    }
}
