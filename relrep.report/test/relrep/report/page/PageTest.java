package relrep.report.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import relrep.api.experiment.Row;
import relrep.api.report.Report;
import relrep.api.tck.DynamicChecks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

final class PageTest {
    @TestFactory
    Stream<DynamicTest> keepsItsContract() {
        return DynamicChecks.of(new Page());
    }

    private static Row row(String bridge, int seed, double value) {
        return new Row(
                Map.of(
                        "kind",
                        "stitch",
                        "bridge",
                        bridge,
                        "width",
                        "2",
                        "source_seed",
                        String.valueOf(seed)),
                "mse",
                value,
                new float[0]);
    }

    private static Report report() {
        List<Row> rows = new ArrayList<>();
        for (int seed = 1; seed <= 3; seed++) {
            rows.add(row("linear", seed, 0.1 + seed * 0.001));
            rows.add(row("rigid", seed, 0.2 + seed * 0.002));
        }
        return new Report(
                "tiny",
                "a <paper> & its table",
                Map.of(
                        "claims",
                        List.of("linear < rigid", "rigid < linear"),
                        "choices",
                        List.of("five epochs")),
                rows,
                List.of(Map.of("reason", "it broke")),
                List.of(),
                List.of(),
                Map.of("command", List.of("run", "tiny"), "state", "running"));
    }

    private static String written(Path folder) throws IOException {
        Files.writeString(folder.resolve("experiment.yaml"), "name: <tiny>\n");
        new Page().write(report(), folder);
        return Files.readString(folder.resolve("report.html"));
    }

    @Test
    void hasTablesVerdictsFiguresAndProvenance(@TempDir Path folder) throws IOException {
        String html = written(folder);
        assertTrue(html.contains("<span>holds: 1</span><span>fails: 1</span>"), html);
        assertTrue(html.contains("<td class=\"fails\">fails</td>"), html);
        assertTrue(html.contains("<td class=\"number\">0.1020 ± 0.0010</td>"), html);
        assertTrue(html.contains("<li>five epochs</li>"), html);
        assertTrue(html.contains("<td class=\"words\">it broke</td>"), html);
        assertTrue(html.contains("<svg xmlns"), html);
        assertTrue(html.contains("<th>command</th><td class=\"long\">run tiny</td>"), html);
        assertFalse(html.contains("running"), html);
    }

    @Test
    void whatComesFromOutsideIsEscaped(@TempDir Path folder) throws IOException {
        String html = written(folder);
        assertTrue(html.contains("a &lt;paper&gt; &amp; its table"), html);
        assertTrue(html.contains("<pre>name: &lt;tiny&gt;"), html);
    }

    @Test
    void nothingIsLoadedFromElsewhere(@TempDir Path folder) throws IOException {
        String html = written(folder).replace("http://www.w3.org/2000/svg", "");
        assertFalse(html.contains("http"), html);
        assertFalse(html.contains("<script"), html);
        assertFalse(html.contains("<link"), html);
        assertFalse(html.contains("src="), html);
    }

    @Test
    void codeStandsApart() throws IOException {
        Map<String, Object> model = new java.util.LinkedHashMap<>(PageModel.of(report(), ""));
        model.put("lead", "see `a → b` here");
        assertTrue(Page.html(model).contains("see <code>a → b</code> here"));
        assertEquals(List.of("holds: 1", "fails: 1"), model.get("verdicts"));
    }
}
