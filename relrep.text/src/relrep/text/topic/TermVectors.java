package relrep.text.topic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns texts into sparse vectors of length 1, one coordinate a term: the number of times that the
 * text has it, times log(n / texts that have it). Terms are runs of letters in lower case.
 *
 * <p>Source: Salton &amp; Buckley, Term-weighting approaches in automatic text retrieval, 1988.
 */
final class TermVectors {
    private static final Pattern TERM = Pattern.compile("\\p{L}+");
    private static final int LEAST_TEXTS = 5;
    private static final double LARGEST_SHARE = 0.06;

    private final List<String> terms = new ArrayList<>();
    private final Map<String, Integer> columns = new HashMap<>();
    private final List<Double> weights = new ArrayList<>();

    /** Takes the terms that at least five texts have and at most 6 % of them. */
    TermVectors(List<String> texts) {
        Map<String, Integer> counts = new TreeMap<>();
        for (String text : texts) {
            new HashSet<>(terms(text)).forEach(term -> counts.merge(term, 1, Integer::sum));
        }
        counts.forEach(
                (term, count) -> {
                    if (count >= LEAST_TEXTS && count <= LARGEST_SHARE * texts.size()) {
                        columns.put(term, terms.size());
                        terms.add(term);
                        weights.add(StrictMath.log((double) texts.size() / count));
                    }
                });
    }

    int width() {
        return terms.size();
    }

    String term(int column) {
        return terms.get(column);
    }

    SparseVector of(String text) {
        TreeMap<Integer, Double> sums = new TreeMap<>();
        for (String term : terms(text)) {
            Integer column = columns.get(term);
            if (column != null) {
                sums.merge(column, weights.get(column), Double::sum);
            }
        }
        return new SparseVector(sums);
    }

    private static List<String> terms(String text) {
        List<String> found = new ArrayList<>();
        Matcher matcher = TERM.matcher(text.toLowerCase(Locale.ROOT));
        while (matcher.find()) {
            found.add(matcher.group());
        }
        return found;
    }
}
