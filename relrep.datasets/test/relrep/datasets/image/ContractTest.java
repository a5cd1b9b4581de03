package relrep.datasets.image;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import relrep.api.data.Dataset;
import relrep.api.tck.DynamicChecks;

import java.util.List;
import java.util.stream.Stream;

/** Runs the contract kit on every dataset; datasets without files are skipped with a message. */
class ContractTest {
    private static final ImageOptions FEW = new ImageOptions(500, 100, List.of(), Scale.UNIT);

    @TestFactory
    Stream<DynamicTest> datasetsKeepTheirContract() {
        return Stream.<Dataset>of(
                        new Digits(),
                        new Mnist().with(FEW),
                        new FashionMnist().with(FEW),
                        new Kmnist().with(FEW),
                        new Cifar10().with(FEW),
                        new Cifar100().with(FEW))
                .flatMap(DynamicChecks::of);
    }
}
