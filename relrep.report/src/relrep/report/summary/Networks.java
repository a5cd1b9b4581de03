package relrep.report.summary;

import relrep.api.experiment.Row;
import relrep.api.report.Claim;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Computes one number per trained network, for correlations of columns. */
public final class Networks {
    private static final List<String> NETWORK =
            List.of("dataset", "source", "source_seed", "width");

    private Networks() {}

    /**
     * Returns, for each network that is the source of the term's rows, the mean of their values.
     */
    public static Map<Map<String, String>, Double> means(List<Row> rows, Claim.Term term) {
        Map<Map<String, String>, List<Double>> column = new LinkedHashMap<>();
        for (Row row : rows) {
            if (wanted(row, term)) {
                column.computeIfAbsent(network(row), k -> new ArrayList<>()).add(row.value());
            }
        }
        Map<Map<String, String>, Double> means = new LinkedHashMap<>();
        column.forEach((network, values) -> means.put(network, Moments.of(values).mean()));
        return means;
    }

    private static boolean wanted(Row row, Claim.Term term) {
        return !Double.isNaN(row.value())
                && !Factors.of(row, "source_seed").isEmpty()
                && plain(Factors.name(row)).equals(term.row())
                && term.metric().map(plain(row.metric())::equals).orElse(true)
                && term.factors().stream().allMatch(f -> f.holds(Factors.of(row, f.column())));
    }

    private static String plain(String text) {
        return text.replace(" ", "");
    }

    private static Map<String, String> network(Row row) {
        Map<String, String> network = new TreeMap<>();
        for (String column : NETWORK) {
            network.put(column, Factors.of(row, column));
        }
        return network;
    }
}
