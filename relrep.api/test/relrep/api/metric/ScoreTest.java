package relrep.api.metric;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import relrep.api.metric.MetricTraits.Direction;
import relrep.api.metric.MetricTraits.Need;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

class ScoreTest {
    @Test
    void keepsNothingThatOthersHold() {
        float[] values = {1, 2};
        Map<String, Double> details = new LinkedHashMap<>();
        details.put("b", 1.0);
        details.put("a", 2.0);
        Score score = new Score(1.5, values, details);
        values[0] = 9;
        score.perSample()[1] = 9;
        details.clear();
        assertArrayEquals(new float[] {1, 2}, score.perSample());
        assertEquals(List.of("b", "a"), List.copyOf(score.details().keySet()));
    }

    @Test
    void mayBeANumberAlone() {
        assertEquals(0, Score.of(3).perSample().length);
        assertEquals(Map.of(), Score.of(3, new float[] {3}).details());
    }

    @Test
    void keepsACopyOfTheNeeds() {
        Set<Need> needs = EnumSet.of(Need.LABELS);
        MetricTraits traits = new MetricTraits(Direction.NEITHER, 0, 1, needs, 2);
        needs.clear();
        assertEquals(Set.of(Need.LABELS), traits.needs());
    }
}
