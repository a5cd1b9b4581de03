package relrep.api.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

import relrep.api.report.Report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

class RowTest {
    private static Row row(double value, float... perSample) {
        return new Row(Map.of("dataset", "digits"), "mse", value, perSample);
    }

    @Test
    void keepsNothingThatOthersHold() {
        Map<String, String> factors = new LinkedHashMap<>();
        factors.put("b", "1");
        factors.put("a", "2");
        float[] perSample = {1};
        Row row = new Row(factors, "mse", 1, perSample);
        factors.clear();
        perSample[0] = 2;
        row.perSample()[0] = 3;
        assertEquals(List.of("b", "a"), List.copyOf(row.factors().keySet()));
        assertArrayEquals(new float[] {1}, row.perSample());
    }

    @Test
    void isEqualByItsValues() {
        assertEquals(row(1, 2, 3), row(1, 2, 3));
        assertEquals(row(1, 2, 3).hashCode(), row(1, 2, 3).hashCode());
        assertEquals(row(Double.NaN), row(Double.NaN));
        assertNotEquals(row(1, 2, 3), row(1, 2, 4));
        assertNotEquals(row(1), row(2));
    }

    @Test
    void isKeptByAReportThatCopies() {
        List<Row> rows = new ArrayList<>(List.of(row(1)));
        Report report = new Report("tiny", "", Map.of(), rows, List.of());
        rows.clear();
        assertEquals(List.of(row(1)), report.rows());
    }
}
