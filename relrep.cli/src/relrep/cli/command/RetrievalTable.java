package relrep.cli.command;

import relrep.vectors.compare.DisplayedNumber;
import relrep.vectors.compare.Interval;
import relrep.vectors.compare.Ranking;
import relrep.vectors.compare.RetrievalReport;
import relrep.vectors.compare.RetrievalReport.Way;
import relrep.vectors.compare.SearchMode;
import relrep.workbench.terminal.Quantity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * The table of retrieval results, one line for each way of asking. It is split into narrow tables
 * if it does not fit.
 */
final class RetrievalTable {
    private static final List<String> HEADINGS =
            List.of(
                    "RETRIEVAL",
                    "MAP",
                    "RECALL",
                    "95 % INTERVAL",
                    "OVER STAYING",
                    "RANKED BY",
                    "BEST MAP",
                    "ROW CORRELATION",
                    "NORM");

    private final TextPage page;

    RetrievalTable(TextPage page) {
        this.page = page;
    }

    void print(RetrievalReport report) {
        if (!report.there()) {
            return;
        }
        List<List<String>> table = lines(report, SearchMode::sentence);
        if (page.fits(HEADINGS, table)) {
            page.table(HEADINGS, table);
        } else {
            List<List<String>> words = lines(report, SearchMode::word);
            narrow(words, 0, 1, 2, 3);
            narrow(words, 0, 1, 4);
            narrow(words, 0, 1, 5, 6);
            narrow(words, 0, 1, 7, 8);
        }
        page.text(
                "recall of the %d nearest of each of %s among %d, %s by chance; maps are ranked by recall of the %d nearest; bootstrap of %d"
                        .formatted(
                                report.k(),
                                Quantity.of(report.queries(), "target"),
                                report.documents() - 1,
                                DisplayedNumber.text(report.chance()),
                                report.ranked(),
                                report.bootstrap()));
        page.line("");
    }

    private static List<List<String>> lines(
            RetrievalReport report, Function<SearchMode, String> name) {
        List<List<String>> table = new ArrayList<>();
        SearchMode last = null;
        for (Way way : report.ways()) {
            if (way.there()) {
                String asked = way.asked() == last ? "" : name.apply(way.asked());
                last = way.asked();
                table.add(
                        List.of(
                                asked,
                                way.form(),
                                DisplayedNumber.text(way.recall()),
                                bounds(way.interval()),
                                (text(way.gain()) + " " + bounds(way.gainInterval())).strip(),
                                DisplayedNumber.text(way.order()),
                                mark(report, way),
                                DisplayedNumber.text(way.correlation()),
                                text(way.norm())));
            }
        }
        return table;
    }

    private void narrow(List<List<String>> table, int... columns) {
        List<List<String>> some = table.stream().map(row -> some(row, columns)).toList();
        page.wrapped(some(HEADINGS, columns), some);
        page.line("");
    }

    private static List<String> some(List<String> cells, int... columns) {
        return Arrays.stream(columns).mapToObj(cells::get).toList();
    }

    private static String mark(RetrievalReport report, Way way) {
        Optional<Ranking> ranking = report.ranking(way.asked());
        if (ranking.isEmpty() || !ranking.get().tied().contains(way.form())) {
            return "";
        }
        if (!ranking.get().tie()) {
            return "best";
        }
        return ranking.get().best().equals(way.form()) ? "tied, simplest" : "tied";
    }

    private static String bounds(Optional<Interval> interval) {
        return interval.map(Interval::toString).orElse("");
    }

    private static String text(OptionalDouble number) {
        return number.isPresent() ? DisplayedNumber.text(number.getAsDouble()) : "";
    }
}
