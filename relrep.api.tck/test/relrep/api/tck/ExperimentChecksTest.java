package relrep.api.tck;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import relrep.api.experiment.Experiment;
import relrep.api.experiment.Row;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

class ExperimentChecksTest {
    private static Row row(double value) {
        return new Row(Map.of("experiment", "tiny"), "mse", value, new float[0]);
    }

    @TestFactory
    Stream<DynamicTest> laws() {
        AtomicInteger runs = new AtomicInteger();
        Experiment sound =
                (places, rows, run) -> {
                    for (int i = 0; i < 3; i++) {
                        run.step(i, 3);
                        rows.accept(row(run.seed().branch("" + i).random().nextDouble()));
                    }
                };
        Experiment counting = (places, rows, run) -> rows.accept(row(runs.incrementAndGet()));
        return new CounterExamples()
                .sound("draw", sound)
                .broken("finds the same rows in the same order for the same seed", counting)
                .broken("lets a cancel through", counting)
                .tests();
    }
}
