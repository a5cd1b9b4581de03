package relrep.metrics.output;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import relrep.api.metric.OutputMetric;
import relrep.api.tck.DynamicChecks;

import java.util.stream.Stream;

class ContractTest {
    @TestFactory
    Stream<DynamicTest> metricsKeepTheirContract() {
        return Stream.<OutputMetric>of(
                        new Mse(),
                        new Accuracy(),
                        new F1(),
                        new Mae(),
                        new Psnr(),
                        new Psnr().with(new Psnr.Options(4, Psnr.Over.ALL, 60)),
                        new LabelConfusion(),
                        new LabelConfusion()
                                .with(new LabelConfusion.Options(ClassPredictor.MEANS, 1)))
                .flatMap(DynamicChecks::of);
    }
}
