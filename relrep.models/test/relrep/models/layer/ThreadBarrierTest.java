package relrep.models.layer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

import java.util.concurrent.atomic.AtomicIntegerArray;

class ThreadBarrierTest {
    @Test
    void everyLaneWorksOnceAJob() {
        try (ThreadBarrier team = new ThreadBarrier(3)) {
            AtomicIntegerArray times = new AtomicIntegerArray(3);
            for (int i = 0; i < 1000; i++) {
                team.run(times::incrementAndGet);
            }
            assertEquals("[1000, 1000, 1000]", times.toString());
        }
    }

    @Test
    void everyLaneGetsTheSumOfAll() {
        try (ThreadBarrier team = new ThreadBarrier(3)) {
            double[][] sums = new double[3][2];
            for (int job = 1; job <= 500; job++) {
                int brought = job;
                team.run(lane -> team.total("sum", lane, new double[] {brought, lane}, sums[lane]));
                for (double[] sum : sums) {
                    assertArrayEquals(new double[] {3.0 * job, 3}, sum);
                }
            }
        }
    }

    @Test
    void whatALaneThrowsReachesTheCaller() {
        try (ThreadBarrier team = new ThreadBarrier(2)) {
            IllegalStateException thrown =
                    assertThrows(
                            IllegalStateException.class,
                            () ->
                                    team.run(
                                            lane -> {
                                                if (lane == 1) {
                                                    throw new ArithmeticException("lane 1");
                                                }
                                                team.total(
                                                        "never",
                                                        lane,
                                                        new double[1],
                                                        new double[1]);
                                            }));
            assertEquals("lane 1", thrown.getCause().getMessage());
        }
    }
}
