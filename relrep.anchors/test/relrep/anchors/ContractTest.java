package relrep.anchors;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import relrep.api.data.AnchorSelector;
import relrep.api.tck.DynamicChecks;

import java.util.stream.Stream;

/** Runs the contract kit on every selector and on its important options. */
class ContractTest {
    @TestFactory
    Stream<DynamicTest> selectorsKeepTheirContract() {
        return Stream.<AnchorSelector>of(
                        new Random(),
                        new PerClass(),
                        new ClassMeans(),
                        new Farthest(),
                        new Farthest().with(new Farthest.Options(40, Distance.COSINE)),
                        new KMeans().with(new KMeans.Options(40, KMeans.Anchor.NEAREST, 20)),
                        new KMeans().with(new KMeans.Options(40, KMeans.Anchor.MEAN, 20)),
                        new Frequent(),
                        new Frequent().with(new Frequent.Options(40, 400)),
                        new UniformLatent())
                .flatMap(DynamicChecks::of);
    }
}
