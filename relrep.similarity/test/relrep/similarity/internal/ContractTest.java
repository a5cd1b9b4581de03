package relrep.similarity.internal;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import relrep.api.plugin.Plugins;
import relrep.api.tck.DynamicChecks;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

class ContractTest {
    @TestFactory
    Stream<DynamicTest> cosine() {
        return DynamicChecks.of(new Cosine());
    }

    @TestFactory
    Stream<DynamicTest> scaledCosine() {
        return DynamicChecks.of(new ScaledCosine());
    }

    @TestFactory
    Stream<DynamicTest> centredCosine() {
        return DynamicChecks.of(new CentredCosine());
    }

    @TestFactory
    Stream<DynamicTest> euclidean() {
        return DynamicChecks.of(new Euclidean());
    }

    @TestFactory
    Stream<DynamicTest> robustCosine() {
        return DynamicChecks.of(new RobustCosine());
    }

    @TestFactory
    Stream<DynamicTest> robustCosineWithoutEps() {
        return DynamicChecks.of(new RobustCosine().with(new RobustCosine.Options(0)));
    }

    /** So large an eps that factors show, and are not claimed. */
    @TestFactory
    Stream<DynamicTest> robustCosineWithALargeEps() {
        return DynamicChecks.of(new RobustCosine().with(new RobustCosine.Options(1)));
    }

    @TestFactory
    Stream<DynamicTest> angular() {
        return DynamicChecks.of(new Angular());
    }

    @TestFactory
    Stream<DynamicTest> l1() {
        return DynamicChecks.of(new L1());
    }

    @TestFactory
    Stream<DynamicTest> chebyshev() {
        return DynamicChecks.of(new Chebyshev());
    }

    @TestFactory
    Stream<DynamicTest> lp() {
        return DynamicChecks.of(new Lp());
    }

    @TestFactory
    Stream<DynamicTest> lpOfTwo() {
        return DynamicChecks.of(new Lp().with(new Lp.Options(2)));
    }

    @TestFactory
    Stream<DynamicTest> lpOfAFraction() {
        return DynamicChecks.of(new Lp().with(new Lp.Options(1.5)));
    }

    @TestFactory
    Stream<DynamicTest> inner() {
        return DynamicChecks.of(new Inner());
    }

    @TestFactory
    Stream<DynamicTest> changeOfBasis() {
        return DynamicChecks.of(new ChangeOfBasis());
    }

    @TestFactory
    Stream<DynamicTest> mahalanobis() {
        return DynamicChecks.of(new Mahalanobis());
    }

    @TestFactory
    Stream<DynamicTest> sparse() {
        return DynamicChecks.of(new Sparse());
    }

    @TestFactory
    Stream<DynamicTest> sparseOfFour() {
        return DynamicChecks.of(new Sparse().with(new Sparse.Options(4, 3, Sparse.Product.COSINE)));
    }

    @TestFactory
    Stream<DynamicTest> calibratedCosine() {
        return DynamicChecks.of(new CalibratedCosine());
    }

    @TestFactory
    Stream<DynamicTest> product() {
        return DynamicChecks.of(new Product(INSTALLED));
    }

    @TestFactory
    Stream<DynamicTest> productOfWhatIsBlindToMore() {
        return DynamicChecks.of(
                new Product(INSTALLED)
                        .with(new Product.Options(List.of("robust-cosine", "mahalanobis"))));
    }

    /** Those that the products of these tests are made of. */
    static final Plugins INSTALLED =
            new Plugins() {
                @Override
                public <T> T get(Class<T> contract, String expression) {
                    return contract.cast(
                            Map.of(
                                            "cosine", new Cosine(),
                                            "euclidean", new Euclidean(),
                                            "l1", new L1(),
                                            "robust-cosine", new RobustCosine(),
                                            "mahalanobis", new Mahalanobis())
                                    .get(expression));
                }
            };
}
