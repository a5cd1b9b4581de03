package relrep.metrics.pair;

import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

import relrep.api.metric.PairMetric;
import relrep.api.tck.DynamicChecks;
import relrep.kernels.tile.Closeness;

import java.util.stream.Stream;

class ContractTest {
    @TestFactory
    Stream<DynamicNode> metricsKeepTheirContract() {
        return Stream.<PairMetric>of(
                        new CosineIndex(),
                        new Jaccard(),
                        new Jaccard()
                                .with(
                                        new Jaccard.Options(
                                                5, Convention.WITHIN, Closeness.EUCLIDEAN)),
                        new Jaccard()
                                .with(
                                        new Jaccard.Options(
                                                5, Convention.TARGET_QUERY, Closeness.COSINE)),
                        new Jaccard()
                                .with(new Jaccard.Options(5, Convention.WITHIN, Closeness.COSINE)),
                        new Jaccard()
                                .with(
                                        new Jaccard.Options(
                                                5, Convention.CROSS, Closeness.EUCLIDEAN)),
                        new Mrr(),
                        new Mrr().with(new Mrr.Options(0, Closeness.EUCLIDEAN)),
                        new Mrr().with(new Mrr.Options(10, Closeness.COSINE)),
                        new Cka(),
                        new MutualKnn())
                .map(
                        metric ->
                                DynamicContainer.dynamicContainer(
                                        metric.getClass().getSimpleName(),
                                        DynamicChecks.of(metric)));
    }
}
