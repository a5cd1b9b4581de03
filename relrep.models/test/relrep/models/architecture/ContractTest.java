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
    Stream<DynamicTest> tiedPcaKeepsItsContract() {
        return DynamicChecks.of(
                new Pca(ENGINE).with(new Pca.Options(true, PcaFit.TIED, 5, 8, 1e-2, 0, 0)));
    }

    @TestFactory
    Stream<DynamicTest> denoisingKeepsItsContract() {
        return DynamicChecks.of(new Denoising(new OurPlugins()));
    }

    @TestFactory
    Stream<DynamicTest> denoisingOfAClosedFormKeepsItsContract() {
        return DynamicChecks.of(
                new Denoising(new OurPlugins()).with(new Denoising.Options("pca", 0.3)));
    }

    @TestFactory
    Stream<DynamicTest> vaeKeepsItsContract() {
        return DynamicChecks.of(new Vae(new OurPlugins()));
    }

    @TestFactory
    Stream<DynamicTest> denseVaeKeepsItsContract() {
        return DynamicChecks.of(
                new Vae(new OurPlugins()).with(new Vae.Options("dense", 0.1, Vae.Likelihood.MSE)));
    }

    @TestFactory
    Stream<DynamicTest> trainerKeepsItsContract() {
        return DynamicChecks.of(new DenseTrainer(ENGINE));
    }
}
