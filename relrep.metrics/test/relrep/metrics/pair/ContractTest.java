package relrep.metrics.pair;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

import relrep.api.metric.PairMetric;
import relrep.api.tck.DynamicChecks;
import relrep.kernels.tile.Closeness;

import java.util.stream.Stream;

@Tag("slow")
class ContractTest {
    @TestFactory
    Stream<DynamicTest> metricsKeepTheirContract() {
        return Stream.<PairMetric>of(
                        new CosineIndex(),
                        new Jaccard(),
                        new Jaccard()
                                .with(
                                        new Jaccard.Options(
                                                5,
                                                NeighbourConvention.WITHIN,
                                                Closeness.EUCLIDEAN,
                                                NeighbourTies.MEAN)),
                        new Jaccard()
                                .with(
                                        new Jaccard.Options(
                                                5,
                                                NeighbourConvention.TARGET_QUERY,
                                                Closeness.COSINE,
                                                NeighbourTies.MEAN)),
                        new Jaccard()
                                .with(
                                        new Jaccard.Options(
                                                5,
                                                NeighbourConvention.WITHIN,
                                                Closeness.COSINE,
                                                NeighbourTies.MEAN)),
                        new Jaccard()
                                .with(
                                        new Jaccard.Options(
                                                5,
                                                NeighbourConvention.CROSS,
                                                Closeness.EUCLIDEAN,
                                                NeighbourTies.MEAN)),
                        new Mrr(),
                        new Mrr().with(new Mrr.Options(0, Closeness.EUCLIDEAN, RankTies.MEAN)),
                        new Mrr().with(new Mrr.Options(10, Closeness.COSINE, RankTies.MEAN)),
                        new Cka(),
                        new MutualKnn(),
                        new Jaccard()
                                .with(
                                        new Jaccard.Options(
                                                10,
                                                NeighbourConvention.WITHIN_SELF,
                                                Closeness.COSINE,
                                                NeighbourTies.MEAN)),
                        new Jaccard()
                                .with(
                                        new Jaccard.Options(
                                                3,
                                                NeighbourConvention.WITHIN_SELF,
                                                Closeness.EUCLIDEAN,
                                                NeighbourTies.MEAN)),
                        new DebiasedCka(),
                        new DebiasedCka().with(new DebiasedCka.Options(25)),
                        new RbfCka(),
                        rbf(Bandwidth.MEDIAN, .8, Estimator.UNBIASED),
                        rbf(Bandwidth.TABLE_MEDIAN, .5, Estimator.BIASED),
                        rbf(Bandwidth.FIXED, 2, Estimator.BIASED),
                        new DistanceCorrelation(),
                        new Cca(),
                        new Cca().with(new Cca.Options(Cca.Summary.MEAN_SQUARE)),
                        new Svcca(),
                        new Svcca().with(new Svcca.Options(1, .7, 0, false)),
                        new Svcca().with(new Svcca.Options(1, 1, 2, true)),
                        new Pwcca(),
                        new Pwcca().with(new Pwcca.Options(Pwcca.Weights.TARGET)),
                        procrustes(ProcrustesDistance.Form.SQUARED),
                        procrustes(ProcrustesDistance.Form.ANGULAR),
                        procrustes(ProcrustesDistance.Form.RATIO),
                        procrustes(ProcrustesDistance.Form.DISPARITY),
                        new Rsa(),
                        rsa(Correlation.SPEARMAN, Closeness.EUCLIDEAN),
                        rsa(Correlation.KENDALL, Closeness.COSINE),
                        rsa(Correlation.PEARSON, Closeness.COSINE))
                .flatMap(DynamicChecks::of);
    }

    private static PairMetric rbf(Bandwidth bandwidth, double factor, Estimator estimator) {
        return new RbfCka().with(new RbfCka.Options(bandwidth, factor, estimator));
    }

    private static PairMetric procrustes(ProcrustesDistance.Form form) {
        return new ProcrustesDistance().with(new ProcrustesDistance.Options(form));
    }

    private static PairMetric rsa(Correlation correlation, Closeness measure) {
        return new Rsa().with(new Rsa.Options(correlation, measure, 0));
    }
}
