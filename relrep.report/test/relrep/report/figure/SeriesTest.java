package relrep.report.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import relrep.api.experiment.Row;
import relrep.api.report.Figure;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

class SeriesTest {
    private static List<String> names(String... selectors) {
        List<Row> rows =
                Arrays.stream(selectors)
                        .map(
                                selector ->
                                        new Row(
                                                Map.of("bridge", "relative", "selector", selector),
                                                "mse",
                                                1,
                                                new float[0]))
                        .toList();
        Series series = Series.of(rows, Figure.parse("error-by-anchors"));
        return rows.stream().map(series::name).toList();
    }

    @Test
    void selectorsThatDifferAreSeriesOfTheirOwn() {
        assertEquals(
                List.of("relative, random", "relative, farthest"),
                names("random(count=10)", "farthest(count=20)"));
        assertEquals(
                List.of("relative", "relative"), names("random(count=10)", "random(count=20)"));
    }
}
