package relrep.report.summary;

import relrep.api.experiment.Row;
import relrep.api.report.Claim;
import relrep.api.report.Comparison;
import relrep.api.report.Report;
import relrep.api.run.InvalidInputException;
import relrep.report.summary.Pairing.Pair;
import relrep.report.summary.Sides.Found;
import relrep.report.summary.Verdict.Outcome;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Judges the claims of an experiment by the rows of a run. */
final class Judge {
    private final Sides sides;

    private Judge(List<Row> rows) {
        sides = new Sides(rows);
    }

    /** Returns the verdicts, claim by claim, setting by setting. */
    static List<Verdict> verdicts(Report report) {
        Judge judge =
                new Judge(report.rows().stream().filter(r -> !Double.isNaN(r.value())).toList());
        List<Verdict> verdicts = new ArrayList<>();
        if (report.definition().get("claims") instanceof List<?> claims) {
            claims.forEach(claim -> verdicts.addAll(judge.read(String.valueOf(claim))));
        }
        return verdicts;
    }

    private List<Verdict> read(String text) {
        try {
            return judge(Claim.parse(text));
        } catch (InvalidInputException e) {
            return List.of(notMeasured(text, "no claim"));
        }
    }

    private List<Verdict> judge(Claim claim) {
        Found left = sides.of(claim, claim.left(), Optional.empty());
        if (left.rows().isEmpty()) {
            return List.of(notMeasured(claim.text(), left.missing()));
        }
        Map<Map<String, String>, List<Pair>> settings;
        if (claim.right().isEmpty()) {
            settings = alone(left.rows());
        } else {
            Optional<String> usual = Optional.of(left.rows().get(0).metric());
            Found right = sides.of(claim, claim.right().get(), usual);
            if (right.rows().isEmpty()) {
                return List.of(notMeasured(claim.text(), right.missing()));
            }
            settings = Pairing.of(claim, left.rows(), right.rows());
            if (settings.isEmpty()) {
                return List.of(notMeasured(claim.text(), "no row beside another"));
            }
        }
        List<Verdict> verdicts = new ArrayList<>();
        settings.forEach((setting, pairs) -> verdicts.add(judge(claim, setting, pairs)));
        return verdicts;
    }

    private static Verdict notMeasured(String claim, String why) {
        return new Verdict(
                claim, Map.of(), Digits.NONE, Digits.NONE, 0, 0, why, Outcome.NOT_MEASURED);
    }

    private static Map<Map<String, String>, List<Pair>> alone(List<Row> left) {
        Map<Map<String, String>, List<Pair>> settings = new LinkedHashMap<>();
        for (Row row : left) {
            settings.computeIfAbsent(Factors.held(row), key -> new ArrayList<>())
                    .add(new Pair(row, row));
        }
        return settings;
    }

    private Verdict judge(Claim claim, Map<String, String> setting, List<Pair> pairs) {
        boolean bound = claim.right().isEmpty();
        List<Double> left = new ArrayList<>();
        List<Double> right = new ArrayList<>();
        List<Double> scaled = new ArrayList<>();
        List<Double> differences = new ArrayList<>();
        for (Pair pair : pairs) {
            double other = claim.factor() * (bound ? 1 : pair.right().value());
            left.add(pair.left().value());
            right.add(bound ? 1 : pair.right().value());
            scaled.add(other);
            differences.add(pair.left().value() - other);
        }
        boolean spread = claim.left().spread();
        Significance significance =
                spread ? PitmanMorgan.of(left, scaled) : Significance.of(differences);
        double apart =
                spread
                        ? Moments.of(left).std() - Moments.of(scaled).std()
                        : Moments.of(differences).mean();
        return new Verdict(
                claim.text(),
                setting,
                spread ? std(left) : text(left),
                bound
                        ? plain(claim.factor())
                        : times(claim.factor()) + (spread ? std(right) : text(right)),
                pairs.size(),
                networks(pairs),
                significance.test(),
                outcome(claim.comparison(), apart, significance));
    }

    /** Returns values as text; a constant that was compared several times has no spread. */
    private static String text(List<Double> values) {
        return values.stream().distinct().count() == 1
                ? Digits.of(values.get(0))
                : Moments.of(values).text();
    }

    private static String std(List<Double> values) {
        return "std " + Digits.of(Moments.of(values).std());
    }

    private static String times(double factor) {
        return factor == 1 ? "" : plain(factor) + " × ";
    }

    private static String plain(double factor) {
        return BigDecimal.valueOf(factor).stripTrailingZeros().toPlainString();
    }

    private static Outcome outcome(Comparison comparison, double apart, Significance found) {
        boolean less = comparison == Comparison.LESS || comparison == Comparison.AT_MOST;
        boolean borneOut = less ? found.less() : found.more();
        boolean contradicted = less ? found.more() : found.less();
        boolean enough = !comparison.strict() && comparison.holds(apart, 0);
        return borneOut || enough ? Outcome.HOLDS : contradicted ? Outcome.FAILS : Outcome.NOISE;
    }

    private int networks(List<Pair> pairs) {
        Set<String> networks = new TreeSet<>();
        for (Pair pair : pairs) {
            for (Row row : List.of(pair.left(), pair.right())) {
                sides.measured(row).forEach(measured -> addNetworks(measured, networks));
            }
        }
        return networks.size();
    }

    private static void addNetworks(Row row, Set<String> networks) {
        for (String end : Factors.constant(row) ? List.<String>of() : List.of("source", "target")) {
            if (!Factors.of(row, end + "_seed").isEmpty()) {
                networks.add(Factors.of(row, end) + " " + Factors.of(row, end + "_seed"));
            }
        }
    }
}
