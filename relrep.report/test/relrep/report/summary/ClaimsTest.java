package relrep.report.summary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Tests the factors that distinguish the settings of a claim. */
class ClaimsTest {
    private static String written(Runs runs) {
        return Claims.section(runs.report()).orElseThrow().table().orElseThrow().text();
    }

    private static Runs joined(String source, String architecture, String other) {
        Runs runs = new Runs().claims("linear < rigid");
        for (String[] one : new String[][] {{"conv", "conv"}, {source, architecture}}) {
            for (int seed = 1; seed <= 3; seed++) {
                for (String bridge : new String[] {"linear", "rigid"}) {
                    runs.row(
                            "mse",
                            (bridge.equals("linear") ? 0.5 : 0.7) + seed / 100.0,
                            "source",
                            one[0],
                            "architecture",
                            one[1],
                            "target",
                            "dense",
                            "target_architecture",
                            other,
                            "source_seed",
                            String.valueOf(seed),
                            "target_seed",
                            String.valueOf(seed),
                            "bridge",
                            bridge);
                }
            }
        }
        return runs;
    }

    @Test
    void leaveOutAnArchitectureThatTheNetworksNameTells() {
        String table = written(joined("mlp", "dense(hidden=256+128)", "dense(hidden=64)"));
        assertTrue(table.contains("source mlp"), table);
        assertTrue(table.contains("source conv"), table);
        assertEquals(-1, table.indexOf("architecture"), table);
    }

    @Test
    void keepArchitecturesThatShareAName() {
        String table = written(joined("conv", "dense(hidden=256+128)", "dense(hidden=64)"));
        assertTrue(table.contains("architecture dense(hidden=256+128)"), table);
    }
}
