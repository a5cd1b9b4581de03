package relrep.transforms;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import relrep.api.tck.DynamicChecks;

import java.util.stream.Stream;

class ContractTest {
    @TestFactory
    Stream<DynamicTest> centre() {
        return DynamicChecks.of(new Centre());
    }

    @TestFactory
    Stream<DynamicTest> standardise() {
        return DynamicChecks.of(new Standardise());
    }

    @TestFactory
    Stream<DynamicTest> l2() {
        return DynamicChecks.of(new UnitNorm());
    }

    @TestFactory
    Stream<DynamicTest> pca() {
        return DynamicChecks.of(new Pca());
    }

    @TestFactory
    Stream<DynamicTest> pcaToFewer() {
        return DynamicChecks.of(new Pca().with(new Pca.Options(3)));
    }

    @TestFactory
    Stream<DynamicTest> zeroPad() {
        return DynamicChecks.of(new ZeroPad());
    }

    @TestFactory
    Stream<DynamicTest> zeroPadToMore() {
        return DynamicChecks.of(new ZeroPad().with(new ZeroPad.Options(8)));
    }

    @TestFactory
    Stream<DynamicTest> scale() {
        return DynamicChecks.of(new Scale());
    }

    @TestFactory
    Stream<DynamicTest> whiten() {
        return DynamicChecks.of(new Whiten());
    }

    @TestFactory
    Stream<DynamicTest> whitenFewer() {
        return DynamicChecks.of(new Whiten().with(new Whiten.Options(Whiten.Form.ZCA, 0.01, 3)));
    }

    @TestFactory
    Stream<DynamicTest> layerNorm() {
        return DynamicChecks.of(new LayerNorm());
    }
}
