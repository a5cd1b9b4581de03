package relrep.similarity.internal;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import relrep.api.tck.DynamicChecks;

import java.util.stream.Stream;

class ContractTest {
    @TestFactory
    Stream<DynamicTest> cosine() {
        return DynamicChecks.of(new Cosine());
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
}
