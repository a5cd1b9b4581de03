package relrep.models.architecture;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import relrep.api.tck.DynamicChecks;
import relrep.nd4j.Nd4jEngine;

import java.util.stream.Stream;

class ContractTest {
    private static final Nd4jEngine ENGINE = Nd4jEngine.start();

    @TestFactory
    Stream<DynamicTest> denseKeepsItsContract() {
        return DynamicChecks.of(new Dense(ENGINE));
    }

    @TestFactory
    Stream<DynamicTest> convKeepsItsContract() {
        return DynamicChecks.of(new Conv(ENGINE));
    }

    @TestFactory
    Stream<DynamicTest> vitKeepsItsContract() {
        return DynamicChecks.of(new Vit(ENGINE));
    }

    @TestFactory
    Stream<DynamicTest> pcaKeepsItsContract() {
        return DynamicChecks.of(new Pca(ENGINE));
    }

    @TestFactory
    Stream<DynamicTest> trainerKeepsItsContract() {
        return DynamicChecks.of(new DenseTrainer(ENGINE));
    }
}
