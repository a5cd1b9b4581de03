package relrep.metrics.space;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import relrep.api.tck.DynamicChecks;

import java.util.stream.Stream;

class ContractTest {
    @TestFactory
    Stream<DynamicTest> silhouetteKeepsItsContract() {
        return DynamicChecks.of(new ClassSilhouette());
    }
}
