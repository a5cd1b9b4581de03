package relrep.runtime.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import relrep.api.run.InvalidInputException;
import relrep.api.tck.mutant.Damage;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;
import java.util.SplittableRandom;

/** Damages experiments a thousand times; each is refused by name or read. */
class DamagedExperimentTest {
    private static final int TIMES = 1_000;
    private static final String EXPERIMENT =
            """
            name: small
            kind: [compare, stitch]
            data: digits(train=100)
            networks:
              ae: conv(epochs=20)
            seeds: [1, 2, 3]
            pairs:
              - {width: 2, anchors: random(count=10)}
              - {width: 10, anchors: random(count=50, seed=3)}
            bridges: &b [rigid, mlp(factor=1, epochs=2), relative]
            sizes:
              smoke: {seeds: [1], networks: {ae: conv(epochs=1)}, bridges: *b}
            claims:
              - linear < rigid
            """;

    private static void requireSentence(InvalidInputException refused, String name) {
        String told = refused.getMessage();
        assertTrue(told.contains(name), told);
        assertEquals(1, told.lines().count(), told);
        assertTrue(told.length() < 1_000, told.length() + " letters");
    }

    @Test
    void anExperimentIsReadOrRefused() {
        byte[] whole = EXPERIMENT.getBytes(StandardCharsets.UTF_8);
        SplittableRandom random = new SplittableRandom(3);
        int refusals = 0;
        for (int i = 0; i < TIMES; i++) {
            String text = new String(Damage.of(whole, random), StandardCharsets.UTF_8);
            try {
                new ExperimentFile("e.yaml", text, "e.yaml", "")
                        .define(List.of("size=smoke"), OptionalLong.empty());
            } catch (InvalidInputException refused) {
                boolean setting = refused.getMessage().startsWith("setting size=smoke: ");
                requireSentence(refused, setting ? "setting size=smoke" : "e.yaml");
                refusals++;
            }
        }
        assertTrue(refusals > TIMES / 3, refusals + " refused");
    }
}
