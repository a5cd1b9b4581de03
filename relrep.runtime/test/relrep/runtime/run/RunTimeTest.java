package relrep.runtime.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import relrep.runtime.folder.Provenance;

import java.time.Duration;

class RunTimeTest {
    private long nanos = 5_000_000_000L;
    private final RunTime cost = new RunTime(() -> nanos);

    private Object told() {
        Provenance provenance = new Provenance("x", "d");
        cost.tell(provenance);
        return provenance.facts().get("wall_seconds");
    }

    @Test
    void secondsAreRoundedToHundredths() {
        nanos += 1_234_567_890L;
        assertEquals(1.23, told());
        assertEquals(Duration.ofNanos(1_234_567_890L), cost.elapsed());
    }

    @Test
    void aClockThatIsSetBackTakesNoTime() {
        nanos -= 3_600_000_000_000L;
        assertEquals(0.0, told());
        assertEquals(Duration.ZERO, cost.elapsed());
    }
}
